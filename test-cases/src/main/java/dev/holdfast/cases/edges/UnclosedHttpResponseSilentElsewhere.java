package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.apache.hc.core5.http.HttpHost;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.utils.HttpClientUtils;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** The same for Apache's clients and the JDK's. */
@Accepted(
    rule = {"HttpClientPerRequest", "UnboundedResponseBody"},
    because = "shows what is closed")
final class UnclosedHttpResponseSilentElsewhere {
  private final CloseableHttpClient client;
  private final HttpClient jdk;

  UnclosedHttpResponseSilentElsewhere(CloseableHttpClient client, HttpClient jdk) {
    this.client = client;
    this.jdk = jdk;
  }

  String entityToString(HttpGet get) throws IOException {
    return EntityUtils.toString(client.execute(get).getEntity());
  }

  String closedQuietlyByCommonsIo(HttpRequest request) throws IOException, InterruptedException {
    InputStream body = null;
    try {
      body = jdk.send(request, BodyHandlers.ofInputStream()).body();
      return IOUtils.toString(body, StandardCharsets.UTF_8);
    } finally {
      IOUtils.closeQuietly(body);
    }
  }

  void copiedToFileByCommonsIo(HttpRequest request, File target)
      throws IOException, InterruptedException {
    InputStream body = jdk.send(request, BodyHandlers.ofInputStream()).body();
    FileUtils.copyInputStreamToFile(body, target);
  }

  String bufferedByCommonsIo(HttpRequest request) throws IOException, InterruptedException {
    try (InputStream body =
        IOUtils.buffer(jdk.send(request, BodyHandlers.ofInputStream()).body())) {
      return IOUtils.toString(body, StandardCharsets.UTF_8);
    }
  }

  int entityConsumedInFinally(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get);
    try {
      return response.getStatusLine().getStatusCode();
    } finally {
      EntityUtils.consumeQuietly(response.getEntity());
    }
  }

  int closedByTheLibrarysHelper(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get);
    try {
      return response.getStatusLine().getStatusCode();
    } finally {
      HttpClientUtils.closeQuietly(response);
    }
  }

  int closedByAnotherClass(HttpGet get) throws IOException {
    CloseableHttpResponse response = null;
    try {
      response = client.execute(get);
      return response.getStatusLine().getStatusCode();
    } finally {
      ResponseClosers.closeQuietly(response);
    }
  }

  int connectionReleasedByTheRequest(HttpGet get) throws IOException {
    try {
      return client.execute(get).getStatusLine().getStatusCode();
    } finally {
      get.releaseConnection();
    }
  }

  /** Closing a client closes the connections it has lent to responses. */
  int closedWithItsClient(HttpGet get) throws IOException {
    try (CloseableHttpClient fresh = JdkClientSettings.limited().build()) {
      CloseableHttpResponse response = fresh.execute(get);
      return response.getStatusLine().getStatusCode();
    }
  }

  String responseHandler(HttpGet get) throws IOException {
    return client.execute(get, response -> EntityUtils.toString(response.getEntity()));
  }

  String responseHandlerOfVersionFive(
      org.apache.hc.client5.http.classic.HttpClient five,
      org.apache.hc.client5.http.classic.methods.HttpGet get)
      throws IOException {
    return five.execute(get, response -> response.getReasonPhrase());
  }

  int openBodyOfVersionFive(
      org.apache.hc.client5.http.classic.HttpClient five,
      HttpHost host,
      org.apache.hc.client5.http.classic.methods.HttpGet get)
      throws IOException {
    try (var response = five.executeOpen(host, get, null)) {
      return response.getCode();
    }
  }

  byte[] nestedTry(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get);
    try {
      try (InputStream content = response.getEntity().getContent()) {
        return content.readAllBytes();
      }
    } finally {
      response.close();
    }
  }

  /** What it hands out closes the response. */
  Closeable closedByTheReturnedLambda(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get);
    return () -> response.close();
  }

  Closeable closedByTheReturnedMethodReference(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get);
    return response::close;
  }

  Download returnedInsideARecord(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get);
    return new Download(response, response.getEntity().getContentLength());
  }

  String bufferedByTheHandler(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = jdk.send(request, BodyHandlers.ofString());
    return response.headers().firstValue("ETag").orElse("");
  }

  int savedByTheHandler(HttpRequest request, Path file) throws IOException, InterruptedException {
    return jdk.send(request, BodyHandlers.ofFile(file)).statusCode();
  }

  int discardedByTheHandler(HttpRequest request) throws IOException, InterruptedException {
    return jdk.send(request, BodyHandlers.discarding()).statusCode();
  }

  List<String> linesClosed(HttpRequest request) throws IOException, InterruptedException {
    try (Stream<String> lines = jdk.send(request, BodyHandlers.ofLines()).body()) {
      return lines.filter(line -> !line.isBlank()).toList();
    }
  }

  byte[] streamedBodyClosed(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = jdk.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      return response.statusCode() == 200 ? body.readAllBytes() : new byte[0];
    }
  }

  CompletableFuture<Integer> asyncWithABufferedBody(HttpRequest request) {
    return jdk.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
  }

  int disconnectedInFinally(HttpURLConnection connection) throws IOException {
    try {
      InputStream in = connection.getInputStream();
      return in.read();
    } finally {
      connection.disconnect();
    }
  }

  int statusOfAConnection(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode();
  }

  byte[] eitherStreamOfAConnection(HttpURLConnection connection) throws IOException {
    boolean ok = connection.getResponseCode() < 400;
    try (InputStream in = ok ? connection.getInputStream() : connection.getErrorStream()) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  /** The first call only asks if there is one. */
  byte[] askedBeforeItIsTaken(HttpURLConnection connection) throws IOException {
    try (InputStream in =
        connection.getErrorStream() != null
            ? connection.getErrorStream()
            : connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  /** The same of a connection in a field. */
  static final class Errors {
    private final HttpURLConnection connection;

    Errors(HttpURLConnection connection) {
      this.connection = connection;
    }

    byte[] text() throws IOException {
      try (InputStream in =
          connection.getErrorStream() != null
              ? connection.getErrorStream()
              : connection.getInputStream()) {
        return in.readAllBytes();
      }
    }
  }

  FirstByte constructorClosesBeforeItFails(HttpRequest request)
      throws IOException, InterruptedException {
    return new FirstByte(jdk.send(request, BodyHandlers.ofInputStream()).body());
  }

  int ownerDisconnects(HttpURLConnection connection) throws IOException {
    try (Exchange exchange = new Exchange(connection)) {
      return exchange.body().read();
    }
  }

  /** Closes what it was given where it cannot be made. */
  static final class FirstByte implements Closeable {
    private final InputStream in;
    private final int first;

    FirstByte(InputStream in) throws IOException {
      this.in = in;
      try {
        this.first = in.read();
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    int first() {
      return first;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Closing it disconnects. */
  record Exchange(HttpURLConnection connection) implements Closeable {
    InputStream body() throws IOException {
      return connection.getInputStream();
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }

  /** Owns a response: whoever gets one closes it. */
  record Download(CloseableHttpResponse response, long length) implements Closeable {
    @Override
    public void close() throws IOException {
      response.close();
    }
  }
}
