package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpResponse;

/** Lent to an object that can be closed, and leaves its client open when it is. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what is closed")
final class UnclosedHttpClientFlaggedLent {
  int once(String uri) throws IOException {
    try (Probe probe = new Probe(HttpClients.createSystem())) { // expect: UnclosedHttpClient
      return probe.status(uri);
    }
  }

  int owned(String uri) throws IOException {
    try (OwningProbe probe = new OwningProbe(HttpClients.createSystem())) {
      return probe.status(uri);
    }
  }

  int ownedByAMethodOfItsOwn(String uri) throws IOException {
    try (Stopped probe = new Stopped(HttpClients.createSystem())) { // possible: UnclosedHttpClient
      return probe.status(uri);
    }
  }

  static final class Probe implements Closeable {
    private final CloseableHttpClient client;
    private boolean closed;

    Probe(CloseableHttpClient client) {
      this.client = client;
    }

    int status(String uri) throws IOException {
      return closed ? 0 : client.execute(new HttpGet(uri), HttpResponse::getCode);
    }

    @Override
    public void close() throws IOException {
      closed = true;
    }
  }

  static final class OwningProbe implements Closeable {
    private final CloseableHttpClient client;

    OwningProbe(CloseableHttpClient client) {
      this.client = client;
    }

    int status(String uri) throws IOException {
      return client.execute(new HttpGet(uri), HttpResponse::getCode);
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  static final class Stopped implements Closeable {
    private final CloseableHttpClient client;

    Stopped(CloseableHttpClient client) {
      this.client = client;
    }

    int status(String uri) throws IOException {
      return client.execute(new HttpGet(uri), HttpResponse::getCode);
    }

    void stop() throws IOException {
      client.close();
    }

    @Override
    public void close() throws IOException {
      stop();
    }
  }
}
