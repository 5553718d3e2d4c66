package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;

/** Exchanges of the JDK's clients that wait for as long as the peer likes. */
@Accepted(
    rule = {"HttpClientPerRequest", "UnboundedResponseBody"},
    because = "shows what waits")
final class MissingHttpTimeoutFlagged {
  private static final HttpClient SHARED = HttpClient.newHttpClient(); // expect: MissingHttpTimeout

  private final HttpClient client;
  private final HttpRequest ping =
      HttpRequest.newBuilder(URI.create("http://orders/ping"))
          .build(); // expect: MissingHttpTimeout

  MissingHttpTimeoutFlagged(HttpClient client) {
    this.client = client;
  }

  HttpClient defaultClient() {
    return HttpClient.newHttpClient(); // expect: MissingHttpTimeout
  }

  HttpClient builderWithoutConnect() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build(); // expect: MissingHttpTimeout
  }

  HttpClient builderKeptInALocal(ExecutorService executor) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    builder.executor(executor);
    return builder.build(); // expect: MissingHttpTimeout
  }

  HttpClient limitedOnOneBranchOnly(boolean patient) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    if (!patient) {
      builder.connectTimeout(Duration.ofSeconds(2));
    }
    return builder.build(); // expect: MissingHttpTimeout
  }

  HttpClient helperSetsSomethingElse() {
    HttpClient.Builder builder = HttpClient.newBuilder();
    return JdkClientSettings.followRedirects(builder).build(); // expect: MissingHttpTimeout
  }

  /** Whoever calls it may set a limit, or not; nobody here knows. */
  HttpClient configuredByACallback(Consumer<HttpClient.Builder> configurer) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    configurer.accept(builder);
    return builder.build(); // possible: MissingHttpTimeout
  }

  Supplier<HttpClient> madeInALambda() {
    return () -> HttpClient.newBuilder().build(); // expect: MissingHttpTimeout
  }

  String request(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).GET().build(); // expect: MissingHttpTimeout
    return client.send(request, BodyHandlers.ofString()).body();
  }

  String requestBuiltInPlace(URI uri) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder().uri(uri).build(), // expect: MissingHttpTimeout
            BodyHandlers.ofString());
    return response.body();
  }

  /** The limit of the client is one of connecting, not of waiting for the answer. */
  String connectLimitedResponseNot(URI uri) throws IOException, InterruptedException {
    HttpClient limited = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request = HttpRequest.newBuilder(uri).build(); // expect: MissingHttpTimeout
    return limited.send(request, BodyHandlers.ofString()).body();
  }

  String bothMissing(URI uri) throws IOException, InterruptedException {
    HttpClient unlimited = HttpClient.newHttpClient(); // expect: MissingHttpTimeout
    HttpRequest request = HttpRequest.newBuilder(uri).build(); // expect: MissingHttpTimeout
    return unlimited.send(request, BodyHandlers.ofString()).body();
  }

  CompletableFuture<String> sentWithoutWaiting(URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).build(); // expect: MissingHttpTimeout
    return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  String postedInOneCaseOfTheSwitch(URI uri, String body) throws Exception {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    switch (body) {
      case "" -> builder.GET().timeout(Duration.ofSeconds(5));
      default -> builder.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    HttpRequest request = builder.build(); // expect: MissingHttpTimeout
    return client.send(request, BodyHandlers.ofString()).body();
  }

  int connection(URL url) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    return connection.getResponseCode();
  }

  int connectLimitOnly(URL url) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    connection.setConnectTimeout(2_000);
    return connection.getResponseCode();
  }

  int readLimitOnly(URL url) throws IOException {
    HttpsURLConnection connection =
        (HttpsURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    connection.setReadTimeout(5_000);
    return connection.getResponseCode();
  }

  int connectionHelperSetsSomethingElse(URL url) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    JdkClientSettings.accept(connection);
    return connection.getResponseCode();
  }

  int connectionTestedByAPattern(URL url) throws IOException {
    if (url.openConnection() instanceof HttpURLConnection http) { // expect: MissingHttpTimeout
      return http.getResponseCode();
    }
    return -1;
  }

  /** May be a file. */
  long connectionOfAnyKind(URL url) throws IOException {
    try (InputStream in = url.openConnection().getInputStream()) { // possible: MissingHttpTimeout
      return in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  int useThem() throws IOException, InterruptedException {
    return SHARED.send(ping, BodyHandlers.discarding()).statusCode();
  }
}
