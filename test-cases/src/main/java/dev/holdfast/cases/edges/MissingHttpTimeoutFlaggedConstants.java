package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Limits that constants, copies, callers and lambdas in view do not set. */
@Accepted(
    rule = {"HttpClientPerRequest", "UnboundedResponseBody"},
    because = "shows what waits")
final class MissingHttpTimeoutFlaggedConstants {
  /** Settings of all clients. */
  static final class Defaults {
    static final RequestConfig CONNECTING =
        RequestConfig.custom().setConnectTimeout(900).setConnectionRequestTimeout(300).build();

    private Defaults() {}
  }

  private static final org.apache.hc.client5.http.config.RequestConfig NO_REDIRECTS =
      org.apache.hc.client5.http.config.RequestConfig.custom().setRedirectsEnabled(false).build();

  private static final HttpRequest.Builder JSON =
      HttpRequest.newBuilder().header("Accept", "application/json");

  private static final Consumer<HttpRequest.Builder> TRACED =
      builder -> builder.header("X-Trace", "on");

  private static final String HOST = "https://shop.example.org";

  /** No file has such an address. */
  String textOfTheWeb(String page) throws IOException {
    try (InputStream in = new URL(HOST + "/" + page).openStream()) { // expect: MissingHttpTimeout
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String addressOfTheWeb() throws IOException {
    URL robots = URI.create(HOST + "/robots.txt").toURL();
    try (InputStream in = robots.openStream()) { // expect: MissingHttpTimeout
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String addressOfAnything(String host) throws IOException {
    try (InputStream in = new URL(host + "/a.txt").openStream()) { // possible: MissingHttpTimeout
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  CloseableHttpClient constantOfAnotherClass() {
    return HttpClients.custom()
        .setDefaultRequestConfig(Defaults.CONNECTING)
        .build(); // expect: MissingHttpTimeout
  }

  CloseableHttpAsyncClient constantOfThisClass() {
    return HttpAsyncClients.custom()
        .setDefaultRequestConfig(NO_REDIRECTS)
        .build(); // expect: MissingHttpTimeout
  }

  /** The client itself has no limits, and the requests bring only half of them. */
  static final class HalfOnRequests {
    private final CloseableHttpClient http =
        HttpClients.createDefault(); // expect: MissingHttpTimeout

    int put(URI uri) throws IOException {
      HttpPut put = new HttpPut(uri);
      put.setConfig(Defaults.CONNECTING);
      return http.execute(put, response -> response.getStatusLine().getStatusCode());
    }
  }

  /** One of the requests brings no limits at all. */
  static final class OneBareRequest {
    private final CloseableHttpClient http =
        HttpClients.createDefault(); // expect: MissingHttpTimeout

    int put(URI uri, RequestConfig limits) throws IOException {
      HttpPut put = new HttpPut(uri);
      put.setConfig(limits);
      return http.execute(put, response -> response.getStatusLine().getStatusCode());
    }

    int get(URI uri) throws IOException {
      return http.execute(new HttpGet(uri), r -> r.getStatusLine().getStatusCode());
    }
  }

  int plainRequest(URI uri) throws IOException {
    try (CloseableHttpClient client = HttpClients.createSystem()) { // expect: MissingHttpTimeout
      return client.execute(new HttpGet(uri), r -> r.getStatusLine().getStatusCode());
    }
  }

  HttpRequest template(URI uri) {
    return JSON.copy().uri(uri).build(); // expect: MissingHttpTimeout
  }

  HttpRequest limitOnTheCopy(URI uri, Duration patience) {
    HttpRequest.Builder original = HttpRequest.newBuilder(uri);
    HttpRequest.Builder copy = original.copy();
    copy.timeout(patience);
    return original.build(); // expect: MissingHttpTimeout
  }

  HttpRequest customizedByAConstant(URI uri) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    TRACED.accept(builder);
    return builder.build(); // expect: MissingHttpTimeout
  }

  HttpRequest headersByALambda(URI uri, Map<String, String> headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    headers.forEach((name, value) -> builder.header(name, value));
    return builder.build(); // expect: MissingHttpTimeout
  }

  int headersByAReference(URL url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    headers.forEach(connection::addRequestProperty);
    return connection.getResponseCode();
  }

  /** One of the callers sets nothing but the limit on reading. */
  static final class Opener {
    private HttpURLConnection open(URL url) throws IOException {
      return (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    }

    int status(URL url) throws IOException {
      HttpURLConnection connection = open(url);
      connection.setReadTimeout(4_000);
      return connection.getResponseCode();
    }

    void ping(URL url) throws IOException {
      HttpURLConnection connection = open(url);
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(1_000);
      try (InputStream in = connection.getInputStream()) {
        in.readAllBytes();
      }
    }
  }
}
