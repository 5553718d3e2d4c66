package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;

/** Streaming bodies of the JDK that nobody closes. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseFlaggedStreams {
  private final HttpClient client;

  UnclosedHttpResponseFlaggedStreams(HttpClient client) {
    this.client = client;
  }

  int streamedBodyIgnored(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(request, BodyHandlers.ofInputStream()); // expect: UnclosedHttpResponse
    return response.statusCode();
  }

  int streamedBodyReadOnce(HttpRequest request) throws IOException, InterruptedException {
    var response =
        client.send(request, BodyHandlers.ofInputStream()); // expect: UnclosedHttpResponse
    return response.body().read();
  }

  String readToTheEndByCommonsIo(HttpRequest request) throws IOException, InterruptedException {
    InputStream body =
        client.send(request, BodyHandlers.ofInputStream()).body(); // expect: UnclosedHttpResponse
    return IOUtils.toString(body, StandardCharsets.UTF_8);
  }

  long copiedByCommonsIo(HttpRequest request, OutputStream target)
      throws IOException, InterruptedException {
    return IOUtils.copyLarge(
        client.send(request, BodyHandlers.ofInputStream()).body(), // expect: UnclosedHttpResponse
        target);
  }

  List<String> someLines(HttpRequest request) throws IOException, InterruptedException {
    Stream<String> lines =
        client.send(request, BodyHandlers.ofLines()).body(); // expect: UnclosedHttpResponse
    return lines.filter(line -> line.isBlank()).collect(Collectors.toList());
  }

  Optional<String> firstLineOnly(HttpRequest request) throws IOException, InterruptedException {
    Stream<String> lines =
        client.send(request, BodyHandlers.ofLines()).body(); // expect: UnclosedHttpResponse
    return lines.findFirst();
  }

  String handlerKeptInALocal(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse.BodyHandler<InputStream> streaming = BodyHandlers.ofInputStream();
    var response = client.send(request, streaming); // expect: UnclosedHttpResponse
    return response.headers().firstValue("ETag").orElse("");
  }

  byte[] closedOnlyWhenOk(HttpRequest request) throws IOException, InterruptedException {
    var response =
        client.send(request, BodyHandlers.ofInputStream()); // expect: UnclosedHttpResponse
    if (response.statusCode() != 200) {
      return new byte[0];
    }
    try (InputStream body = response.body()) {
      return body.readAllBytes();
    }
  }

  int streamOfAConnection(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    InputStream in = connection.getInputStream(); // expect: UnclosedHttpResponse
    return in.read();
  }

  String readerOverAConnection(HttpURLConnection connection) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                connection.getInputStream(), // expect: UnclosedHttpResponse
                StandardCharsets.UTF_8));
    return reader.readLine();
  }

  String errorStreamForgotten(HttpURLConnection connection) throws IOException {
    if (connection.getResponseCode() < 400) {
      try (InputStream in = connection.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    InputStream error = connection.getErrorStream(); // expect: UnclosedHttpResponse
    return error == null ? "" : new String(error.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Only an exceptional path loses it, and a connection is milder to begin with. */
  void readThenClosed(HttpURLConnection connection, byte[] target) throws IOException {
    InputStream in = connection.getInputStream(); // possible: UnclosedHttpResponse
    in.readNBytes(target, 0, target.length);
    in.close();
  }
}
