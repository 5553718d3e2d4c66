package dev.holdfast.exam;

import java.io.IOException;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpUriRequest;

/** Common plumbing of all gateways that talk to back-office REST services. */
public abstract class AbstractRestGateway {

  private final HttpClient client;
  private final String serviceToken;

  protected AbstractRestGateway(HttpClient client, String serviceToken) {
    this.client = client;
    this.serviceToken = serviceToken;
  }

  protected HttpResponse get(String url) throws IOException {
    return call(new HttpGet(url));
  }

  protected HttpResponse call(HttpUriRequest request) throws IOException {
    request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + serviceToken);
    request.setHeader(HttpHeaders.ACCEPT, "text/plain");
    return client.execute(request);
  }
}
