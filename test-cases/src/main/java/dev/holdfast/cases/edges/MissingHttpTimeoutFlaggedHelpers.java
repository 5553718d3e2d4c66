package dev.holdfast.cases.edges;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;

/** Helpers and hooks get the object and set only half of its limits. */
final class MissingHttpTimeoutFlaggedHelpers {
  private final int timeout;

  MissingHttpTimeoutFlaggedHelpers(int timeout) {
    this.timeout = timeout;
  }

  private HttpClientBuilder setUp(HttpClientBuilder builder, boolean retries) {
    RequestConfig config =
        RequestConfig.custom()
            .setConnectTimeout(timeout)
            .setConnectionRequestTimeout(timeout)
            .build();
    HttpClientBuilder result = builder.setDefaultRequestConfig(config);
    if (!retries) {
      result = result.disableAutomaticRetries();
    }
    return result;
  }

  CloseableHttpClient setUpByAHelper(boolean retries) {
    HttpClientBuilder fresh = HttpClientBuilder.create().disableCookieManagement();
    HttpClientBuilder builder = setUp(fresh, retries);
    return builder.disableAuthCaching().build(); // expect: MissingHttpTimeout
  }

  /** What a request sends; all of its kinds are in view, and none sets the other limit. */
  private enum Payload {
    NONE {
      @Override
      void send(HttpURLConnection connection, String text) {
        connection.setRequestProperty("Accept", text);
      }
    },
    TEXT {
      @Override
      void send(HttpURLConnection connection, String text) throws IOException {
        connection.setDoOutput(true);
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      }
    };

    abstract void send(HttpURLConnection connection, String text) throws IOException;
  }

  int hookOfAnEnum(URL url, Payload payload, Proxy proxy) throws IOException {
    HttpURLConnection connection;
    if (proxy == null) {
      connection = (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    } else {
      connection = (HttpURLConnection) url.openConnection(proxy); // expect: MissingHttpTimeout
    }
    connection.setConnectTimeout(timeout);
    payload.send(connection, "text");
    return connection.getResponseCode();
  }

  /** Nobody outside of the package can implement it. */
  interface Authentication {
    void enable(HttpURLConnection connection);

    void disable();
  }

  static final class Basic implements Authentication {
    @Override
    public void enable(HttpURLConnection connection) {
      connection.setRequestProperty("Authorization", "Basic");
    }

    @Override
    public void disable() {}
  }

  HttpURLConnection hookOfThePackage(URL url, Authentication authentication) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // expect: MissingHttpTimeout
    connection.setConnectTimeout(timeout);
    authentication.enable(connection);
    return connection;
  }

  /** Whoever extends it may set the rest. */
  public abstract static class Customizer {
    public abstract void customize(HttpURLConnection connection);
  }

  HttpURLConnection hookOfAnybody(URL url, Customizer customizer) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(); // possible: MissingHttpTimeout
    connection.setConnectTimeout(timeout);
    customizer.customize(connection);
    return connection;
  }
}
