package dev.holdfast.cases.edges;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** How other classes of a code base make clients and get rid of them. */
final class HttpClients5 {
  private HttpClients5() {}

  /** Hands its result to the caller, duty included. */
  static CloseableHttpClient make() {
    return HttpClients.custom().disableCookieManagement().build();
  }

  static void closeQuietly(Closeable closeable) {
    if (closeable == null) {
      return;
    }
    try {
      closeable.close();
    } catch (IOException e) {
      // nothing left to save
    }
  }

  static String describe(CloseableHttpClient client) {
    return client == null ? "no client" : "a client";
  }
}
