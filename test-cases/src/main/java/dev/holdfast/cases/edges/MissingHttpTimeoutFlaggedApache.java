package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** Apache clients that wait for ever: version 4 for everything, version 5 async for responses. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what waits")
final class MissingHttpTimeoutFlaggedApache {
  private final CloseableHttpClient injected;

  MissingHttpTimeoutFlaggedApache(CloseableHttpClient injected) {
    this.injected = injected;
  }

  CloseableHttpClient defaultClient() {
    return HttpClients.createDefault(); // expect: MissingHttpTimeout
  }

  CloseableHttpClient systemClient() {
    return HttpClients.createSystem(); // expect: MissingHttpTimeout
  }

  CloseableHttpClient builderWithoutLimits() {
    return HttpClientBuilder.create()
        .disableCookieManagement()
        .build(); // expect: MissingHttpTimeout
  }

  CloseableHttpClient connectLimitOnly() {
    RequestConfig config = RequestConfig.custom().setConnectTimeout(2_000).build();
    return HttpClients.custom()
        .setDefaultRequestConfig(config)
        .build(); // expect: MissingHttpTimeout
  }

  CloseableHttpClient responseNotLimited() {
    RequestConfig.Builder config = RequestConfig.custom();
    config.setConnectTimeout(2_000);
    config.setConnectionRequestTimeout(2_000);
    return HttpClients.custom()
        .setDefaultRequestConfig(config.build())
        .build(); // expect: MissingHttpTimeout
  }

  CloseableHttpClient leaseNotLimited() {
    RequestConfig config =
        RequestConfig.custom().setConnectTimeout(2_000).setSocketTimeout(5_000).build();
    return HttpClients.custom()
        .setDefaultRequestConfig(config)
        .build(); // expect: MissingHttpTimeout
  }

  CloseableHttpClient defaultConfig() {
    return HttpClients.custom()
        .setDefaultRequestConfig(RequestConfig.DEFAULT)
        .build(); // expect: MissingHttpTimeout
  }

  int usedOnTheSpot(HttpGet get) throws IOException {
    try (CloseableHttpClient client = HttpClients.createMinimal()) { // expect: MissingHttpTimeout
      return client.execute(get, response -> response.getStatusLine().getStatusCode());
    }
  }

  CloseableHttpAsyncClient asyncDefault() {
    return HttpAsyncClients.createDefault(); // expect: MissingHttpTimeout
  }

  CloseableHttpAsyncClient asyncBuilder() {
    HttpAsyncClientBuilder builder = HttpAsyncClients.custom();
    builder.disableCookieManagement();
    return builder.build(); // expect: MissingHttpTimeout
  }

  org.apache.http.impl.nio.client.CloseableHttpAsyncClient asyncOfVersionFour() {
    return org.apache.http.impl.nio.client.HttpAsyncClients
        .createDefault(); // expect: MissingHttpTimeout
  }

  int injectedIsNotAccused(HttpGet get) throws IOException {
    return injected.execute(get, response -> response.getStatusLine().getStatusCode());
  }

  /** The configuration of a request replaces the client's, limits and all. */
  String halfConfiguredRequest(HttpGet get, int millis) throws IOException {
    RequestConfig.Builder config = RequestConfig.custom();
    config.setConnectTimeout(millis).setConnectionRequestTimeout(millis);
    get.setConfig(config.build()); // expect: MissingHttpTimeout
    return injected.execute(get, response -> response.getStatusLine().getReasonPhrase());
  }

  String requestConfiguredForOtherThings(HttpGet get) throws IOException {
    RequestConfig config = RequestConfig.custom().setRedirectsEnabled(false).build();
    get.setConfig(config); // possible: MissingHttpTimeout
    return injected.execute(get, response -> response.getStatusLine().getReasonPhrase());
  }
}
