package dev.holdfast.cases.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** Answers that are limited, passed on, or read piece by piece. */
@Accepted(
    rule = {"UnclosedHttpResponse", "MissingHttpTimeout"},
    because = "shows what is read")
final class UnboundedResponseBodySilent {
  private static final int LIMIT = 1 << 20;

  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  UnboundedResponseBodySilent(HttpClient client) {
    this.client = client;
  }

  byte[] upToALimit(HttpRequest request) throws IOException, InterruptedException {
    try (InputStream in = client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      byte[] body = in.readNBytes(LIMIT + 1);
      if (body.length > LIMIT) {
        throw new IOException("too long");
      }
      return body;
    }
  }

  Path toAFile(HttpRequest request, Path file) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofFile(file)).body();
  }

  int statusOnly(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  <T> T asTheCallerLikes(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(request, handler).body();
  }

  byte[] lengthAsked(HttpURLConnection connection) throws IOException {
    if (connection.getContentLengthLong() > LIMIT) {
      throw new IOException("too long");
    }
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  byte[] headerAsked(HttpURLConnection connection) throws IOException {
    if (connection.getHeaderFieldLong("Content-Length", LIMIT) >= LIMIT) {
      throw new IOException("too long");
    }
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  byte[] bounded(HttpURLConnection connection) throws IOException {
    try (InputStream in = new BoundedInputStream(connection.getInputStream(), LIMIT)) {
      return in.readAllBytes();
    }
  }

  void copiedToAFile(HttpURLConnection connection, Path file) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, file);
    }
  }

  void passedOn(HttpURLConnection connection, OutputStream out) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      in.transferTo(out);
    }
  }

  byte[] counted(HttpURLConnection connection) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int total = 0;
    try (InputStream in = connection.getInputStream()) {
      int n;
      while ((n = in.read(buffer)) > 0) {
        total += n;
        if (total > LIMIT) {
          throw new IOException("too long");
        }
        body.write(buffer, 0, n);
      }
    }
    return body.toByteArray();
  }

  void lineByLine(HttpURLConnection connection, Consumer<String> rows) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        rows.accept(line);
      }
    }
  }

  JsonNode parsed(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      return json.readTree(in);
    }
  }

  String lengthOfABodyAsked(Call call) throws IOException {
    try (Response response = call.execute()) {
      if (response.body().contentLength() > LIMIT) {
        throw new IOException("too long");
      }
      return response.body().string();
    }
  }

  String peeked(Call call) throws IOException {
    try (Response response = call.execute()) {
      return response.peekBody(LIMIT).string();
    }
  }

  int ignored(Call call) throws IOException {
    try (Response response = call.execute()) {
      return response.code();
    }
  }

  String lengthOfAnEntityAsked(CloseableHttpClient apache, HttpUriRequest request)
      throws IOException {
    try (CloseableHttpResponse response = apache.execute(request)) {
      HttpEntity entity = response.getEntity();
      if (entity.getContentLength() > LIMIT) {
        throw new IOException("too long");
      }
      return EntityUtils.toString(entity);
    }
  }

  /** Whoever asked knows what came. */
  String ofTheCaller(HttpEntity entity) throws IOException {
    return EntityUtils.toString(entity);
  }

  byte[] ownData(byte[] data) throws IOException {
    try (InputStream in = new ByteArrayInputStream(data)) {
      return in.readAllBytes();
    }
  }
}
