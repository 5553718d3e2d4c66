package dev.holdfast.cases.edges;

import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClientBuilder;

/** Where another class of a code base sets limits, or does not. */
final class JdkClientSettings {
  static final RequestConfig LIMITS =
      RequestConfig.custom()
          .setConnectTimeout(2_000)
          .setSocketTimeout(5_000)
          .setConnectionRequestTimeout(2_000)
          .build();

  private JdkClientSettings() {}

  static HttpClient.Builder patient(HttpClient.Builder builder) {
    return builder.connectTimeout(Duration.ofSeconds(30));
  }

  static HttpClient.Builder followRedirects(HttpClient.Builder builder) {
    return builder.followRedirects(HttpClient.Redirect.NORMAL);
  }

  static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
  }

  static void limit(URLConnection connection) {
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
  }

  static void accept(URLConnection connection) {
    connection.setRequestProperty("Accept", "application/json");
  }

  static HttpClientBuilder limited() {
    return HttpClientBuilder.create().setDefaultRequestConfig(LIMITS);
  }
}
