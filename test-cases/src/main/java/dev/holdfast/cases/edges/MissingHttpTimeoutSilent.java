package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Exchanges of the JDK's clients that end, wherever the limit was set. */
@Accepted(
    rule = {"HttpClientPerRequest", "UnboundedResponseBody"},
    because = "shows what waits")
final class MissingHttpTimeoutSilent {
  private static final HttpClient SHARED =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpClient client;
  private final HttpRequest ping =
      HttpRequest.newBuilder(URI.create("http://orders/ping")).timeout(LIMIT).build();

  MissingHttpTimeoutSilent(HttpClient client) {
    this.client = client;
  }

  HttpClient limitOnTheBuilder() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  }

  HttpClient limitSetFirst() {
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(LIMIT);
    builder.followRedirects(HttpClient.Redirect.NORMAL);
    return builder.build();
  }

  HttpClient limitOnEveryBranch(boolean patient) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    if (patient) {
      builder.connectTimeout(Duration.ofSeconds(30));
    } else {
      builder.connectTimeout(Duration.ofSeconds(2));
    }
    return builder.build();
  }

  HttpClient limitSetByAHelper() {
    return JdkClientSettings.patient(HttpClient.newBuilder()).build();
  }

  HttpClient limitSetByAHelperWhoseResultIsIgnored() {
    HttpClient.Builder builder = HttpClient.newBuilder();
    JdkClientSettings.patient(builder);
    return builder.build();
  }

  HttpClient limitIsAParameter(Duration connect) {
    return HttpClient.newBuilder().connectTimeout(connect).build();
  }

  HttpClient builderOfSomebodyElse(HttpClient.Builder builder) {
    return builder.build();
  }

  String limitOnTheRequest(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** In the JDK's client the limit of a request covers connecting. */
  String requestLimitCoversConnecting(URI uri) throws IOException, InterruptedException {
    HttpClient fresh = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
    return fresh.send(request, BodyHandlers.ofString()).body();
  }

  String requestFromAFactory(URI uri) throws IOException, InterruptedException {
    HttpRequest request = JdkClientSettings.request(uri).header("Accept", "text/csv").build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  String limitSetInAnotherMethod(URI uri) throws IOException, InterruptedException {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    limit(builder);
    return client.send(builder.build(), BodyHandlers.ofString()).body();
  }

  CompletableFuture<String> futureWithALimit(URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .orTimeout(10, TimeUnit.SECONDS)
        .thenApply(HttpResponse::body);
  }

  String requestOfSomebodyElse(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString()).body();
  }

  int constants() throws IOException, InterruptedException {
    return SHARED.send(ping, BodyHandlers.discarding()).statusCode();
  }

  int connectionLimited(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    return connection.getResponseCode();
  }

  int connectionLimitedBeforeTheCast(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    return ((HttpURLConnection) connection).getResponseCode();
  }

  int connectionLimitedByAHelper(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    JdkClientSettings.limit(connection);
    return connection.getResponseCode();
  }

  int connectionTestedByAPattern(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    return connection instanceof HttpURLConnection http ? http.getResponseCode() : -1;
  }

  int connectionOfSomebodyElse(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode();
  }

  HttpURLConnection connectionFromAFactory(URL url) throws IOException {
    return new Connections(5_000).open(url);
  }

  private static void limit(HttpRequest.Builder builder) {
    builder.timeout(LIMIT);
  }

  /** Sets on each connection what it was told. */
  record Connections(int millis) {
    HttpURLConnection open(URL url) throws IOException {
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      return connection;
    }
  }
}
