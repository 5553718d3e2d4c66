package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** Apache responses that stay open: the lease is gone until the client is closed. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseFlaggedApache {
  private final CloseableHttpClient client;
  private CloseableHttpResponse response;

  UnclosedHttpResponseFlaggedApache(CloseableHttpClient client) {
    this.client = client;
  }

  int statusLineOnly(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get); // expect: UnclosedHttpResponse
    return response.getStatusLine().getStatusCode();
  }

  int statusLineThroughTheInterface(HttpClient plain, HttpGet get) throws IOException {
    HttpResponse response = plain.execute(get); // expect: UnclosedHttpResponse
    return response.getStatusLine().getStatusCode();
  }

  String consumedOnlyWhenFound(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get); // expect: UnclosedHttpResponse
    if (response.getStatusLine().getStatusCode() == 200) {
      return EntityUtils.toString(response.getEntity());
    }
    return null;
  }

  void openOnlyWithoutContent(HttpClient plain, HttpGet get) throws IOException {
    HttpResponse response = plain.execute(get); // possible: UnclosedHttpResponse
    int status = response.getStatusLine().getStatusCode();
    if (status != 204) {
      EntityUtils.consume(response.getEntity());
    }
  }

  boolean openOnlyWhenNotModified(HttpGet get) throws IOException {
    HttpResponse response = client.execute(get); // possible: UnclosedHttpResponse
    switch (response.getStatusLine().getStatusCode()) {
      case 204:
      case 304:
        return false;
      default:
        EntityUtils.consume(response.getEntity());
        return true;
    }
  }

  /** Whoever waits for the future gets what reads the response. */
  CompletableFuture<Supplier<InputStream>> readByWhoeverWaits(HttpGet get) {
    CompletableFuture<Supplier<InputStream>> future = new CompletableFuture<>();
    try {
      CloseableHttpResponse response = client.execute(get); // possible: UnclosedHttpResponse
      future.complete(
          new Supplier<>() {
            @Override
            public InputStream get() {
              try {
                return response.getEntity().getContent();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          });
    } catch (IOException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  CompletableFuture<Integer> onlyItsStatusIsPassedOn(HttpGet get) {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    try {
      CloseableHttpResponse response = client.execute(get); // expect: UnclosedHttpResponse
      future.complete(
          new Supplier<Integer>() {
            @Override
            public Integer get() {
              return response.getStatusLine().getStatusCode();
            }
          }.get());
    } catch (IOException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  void closedOnlyWithoutContent(HttpClient plain, HttpGet get) throws IOException {
    HttpResponse response = plain.execute(get); // expect: UnclosedHttpResponse
    int status = response.getStatusLine().getStatusCode();
    if (status == 204) {
      EntityUtils.consume(response.getEntity());
    }
  }

  void openAlsoWhenCreated(HttpClient plain, HttpGet get) throws IOException {
    HttpResponse response = plain.execute(get); // expect: UnclosedHttpResponse
    switch (response.getStatusLine().getStatusCode()) {
      case 201:
      case 204:
        break;
      default:
        EntityUtils.consume(response.getEntity());
    }
  }

  Charset entityInspectedOnly(HttpGet get) throws IOException {
    HttpEntity entity = client.execute(get).getEntity(); // expect: UnclosedHttpResponse
    return ContentType.getOrDefault(entity).getCharset();
  }

  int contentReadOnce(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get); // expect: UnclosedHttpResponse
    InputStream content = response.getEntity().getContent();
    return content.read();
  }

  void failsBetweenTwoResponses(HttpGet left, HttpGet right) throws IOException {
    CloseableHttpResponse first = client.execute(left); // expect: UnclosedHttpResponse
    try (CloseableHttpResponse second = client.execute(right)) {
      EntityUtils.consume(second.getEntity());
    }
    EntityUtils.consume(first.getEntity());
  }

  boolean closesTheFieldOfTheSameName(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get); // expect: UnclosedHttpResponse
    boolean found = response.getStatusLine().getStatusCode() == 200;
    if (this.response != null) {
      this.response.close();
    }
    return found;
  }

  int closedOnlyWhenFlagged(HttpGet get, boolean strict) throws IOException {
    CloseableHttpResponse response = null;
    try {
      response = client.execute(get); // expect: UnclosedHttpResponse
      return response.getStatusLine().getStatusCode();
    } finally {
      if (strict) {
        response.close();
      }
    }
  }

  String openBodyOfVersionFive(
      org.apache.hc.client5.http.classic.HttpClient five,
      HttpHost host,
      org.apache.hc.client5.http.classic.methods.HttpGet get)
      throws IOException {
    ClassicHttpResponse response =
        five.executeOpen(host, get, null); // expect: UnclosedHttpResponse
    return response.getReasonPhrase();
  }

  @SuppressWarnings("deprecation") // the form most code still uses
  int deprecatedExecuteOfVersionFive(
      org.apache.hc.client5.http.impl.classic.CloseableHttpClient five,
      org.apache.hc.client5.http.classic.methods.HttpGet get)
      throws IOException {
    var response = five.execute(get); // expect: UnclosedHttpResponse
    return response.getCode();
  }

  int readerNeverClosed(HttpGet get) throws IOException {
    CloseableHttpResponse response = client.execute(get); // expect: UnclosedHttpResponse
    Reader reader = new java.io.InputStreamReader(response.getEntity().getContent());
    return reader.read();
  }
}
