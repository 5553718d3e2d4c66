package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Response;
import org.apache.commons.io.IOUtils;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** Answers read to their end, however long the server makes them. */
@Accepted(
    rule = {"UnclosedHttpResponse", "MissingHttpTimeout"},
    because = "shows what is read")
final class UnboundedResponseBodyFlagged {
  private final HttpClient client;

  UnboundedResponseBodyFlagged(HttpClient client) {
    this.client = client;
  }

  String asText(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse.BodyHandler<String> text = HttpResponse.BodyHandlers.ofString();
    return client.send(request, text).body(); // possible: UnboundedResponseBody
  }

  byte[] asBytes(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse.BodyHandler<byte[]> bytes = HttpResponse.BodyHandlers.ofByteArray();
    return client.send(request, bytes).body(); // possible: UnboundedResponseBody
  }

  CompletableFuture<String> later(HttpRequest request) {
    HttpResponse.BodyHandler<String> text =
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    CompletableFuture<HttpResponse<String>> response;
    response = client.sendAsync(request, text); // possible: UnboundedResponseBody
    return response.thenApply(r -> r.body());
  }

  byte[] streamReadWhole(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes(); // possible: UnboundedResponseBody
    }
  }

  String errorReadWhole(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getErrorStream()) {
      return IOUtils.toString(in, StandardCharsets.UTF_8); // possible: UnboundedResponseBody
    }
  }

  byte[] intoMemory(HttpURLConnection connection) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (InputStream in = connection.getInputStream()) {
      in.transferTo(body); // possible: UnboundedResponseBody
    }
    return body.toByteArray();
  }

  List<String> lines(HttpURLConnection connection) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) { // possible: UnboundedResponseBody
        lines.add(line);
      }
    }
    return lines;
  }

  String textOfACall(Call call) throws IOException {
    try (Response response = call.execute()) {
      return response.body().string(); // possible: UnboundedResponseBody
    }
  }

  byte[] bytesOfACall(Call call) throws IOException {
    try (Response response = call.execute()) {
      return response.body().bytes(); // possible: UnboundedResponseBody
    }
  }

  byte[] streamOfACall(Call call) throws IOException {
    try (Response response = call.execute()) {
      return response.body().byteStream().readAllBytes(); // possible: UnboundedResponseBody
    }
  }

  String entityAsText(CloseableHttpClient apache, HttpUriRequest request) throws IOException {
    try (CloseableHttpResponse response = apache.execute(request)) {
      return EntityUtils.toString(response.getEntity()); // possible: UnboundedResponseBody
    }
  }

  byte[] entityAsStream(CloseableHttpClient apache, HttpUriRequest request) throws IOException {
    try (CloseableHttpResponse response = apache.execute(request)) {
      return response.getEntity().getContent().readAllBytes(); // possible: UnboundedResponseBody
    }
  }

  byte[] byAHelper(HttpURLConnection connection) throws IOException {
    return drained(connection.getInputStream()); // possible: UnboundedResponseBody
  }

  private static byte[] drained(InputStream in) throws IOException {
    try (in) {
      return in.readAllBytes();
    }
  }
}
