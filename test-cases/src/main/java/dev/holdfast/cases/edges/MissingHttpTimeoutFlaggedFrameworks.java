package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** Clients of frameworks that may wait for ever. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what waits")
final class MissingHttpTimeoutFlaggedFrameworks {
  RestTemplate restTemplate() {
    return new RestTemplate(); // expect: MissingHttpTimeout
  }

  String used(String url) {
    return new RestTemplate().getForObject(url, String.class); // expect: MissingHttpTimeout
  }

  /** The template has the limits of its factory: that is the one to blame. */
  RestTemplate onlyConnect() {
    var requests = new SimpleClientHttpRequestFactory(); // expect: MissingHttpTimeout
    requests.setConnectTimeout(2_000);
    return new RestTemplate(requests);
  }

  RestTemplate overTheJdk() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    return new RestTemplate(new JdkClientHttpRequestFactory(client)); // expect: MissingHttpTimeout
  }

  String jaxRs(String url) {
    try (Client client = ClientBuilder.newClient()) { // expect: MissingHttpTimeout
      return client.target(url).request().get(String.class);
    }
  }

  Client withoutReadTimeout() {
    return ClientBuilder.newBuilder()
        .connectTimeout(2, TimeUnit.SECONDS)
        .build(); // expect: MissingHttpTimeout
  }
}
