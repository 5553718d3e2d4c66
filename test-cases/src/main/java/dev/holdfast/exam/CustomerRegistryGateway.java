package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.client.HttpClient;

public class CustomerRegistryGateway extends AbstractRestGateway {

  private final String root;

  public CustomerRegistryGateway(HttpClient client, String token, String root) {
    super(client, token);
    this.root = root;
  }

  public Optional<String> legalName(long customerId) throws IOException {
    HttpResponse response =
        get(root + "/customers/" + customerId + "/legal-name"); // expect: UnclosedHttpResponse
    int status = response.getStatusLine().getStatusCode();
    if (status == HttpStatus.SC_NOT_FOUND) {
      return Optional.empty();
    }
    try (InputStream content = response.getEntity().getContent()) {
      String name = new String(content.readNBytes(2_048), StandardCharsets.UTF_8);
      return Optional.of(name.strip());
    }
  }

  public String displayName(long customerId) throws IOException {
    return legalName(customerId).orElse("Customer " + customerId);
  }
}
