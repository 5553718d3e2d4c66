package dev.holdfast.cases.modern;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The JDK's client must be closed since 21; before, it could not be. */
final class JdkClients implements AutoCloseable {
  private static final HttpClient SHARED = client();

  private final HttpClient owned = client();

  String neverClosed(HttpRequest request) throws IOException, InterruptedException {
    HttpClient client = client(); // expect: UnclosedHttpClient
    return client.send(request, BodyHandlers.ofString()).body();
  }

  String closedOnlyOnSuccess(HttpRequest request) throws IOException, InterruptedException {
    HttpClient client = client(); // expect: UnclosedHttpClient
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      return "";
    }
    client.close();
    return response.body();
  }

  /** Only an exceptional path loses it, and the JDK's client is milder to begin with. */
  String closedUnlessSendFails(HttpRequest request) throws IOException, InterruptedException {
    HttpClient client = client(); // possible: UnclosedHttpClient
    String body = client.send(request, BodyHandlers.ofString()).body();
    client.close();
    return body;
  }

  /** The header closes the stream, not the client that made it. */
  int insideTheHeaderOfItsResponse(HttpRequest request) throws IOException, InterruptedException {
    try (InputStream body =
        client() // expect: UnclosedHttpClient
            .send(request, BodyHandlers.ofInputStream())
            .body()) {
      return body.read();
    }
  }

  String tryWithResources(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = client()) { // expect: HttpClientPerRequest
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  String shutDownInFinally(HttpRequest request) throws IOException, InterruptedException {
    HttpClient client = client(); // expect: HttpClientPerRequest
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } finally {
      client.shutdownNow();
    }
  }

  int sharedForTheProcess(HttpRequest request) throws IOException, InterruptedException {
    return SHARED.send(request, BodyHandlers.discarding()).statusCode();
  }

  int ownedByThisObject(HttpRequest request) throws IOException, InterruptedException {
    return owned.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    owned.close();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  }
}
