package dev.holdfast.cases.edges;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;

/** Helpers and hooks that set what the maker leaves out. */
final class MissingHttpTimeoutSilentHelpers {
  private final int timeout;

  MissingHttpTimeoutSilentHelpers(int timeout) {
    this.timeout = timeout;
  }

  private HttpClientBuilder setUp(HttpClientBuilder builder, boolean retries) {
    RequestConfig config =
        RequestConfig.custom()
            .setConnectTimeout(timeout)
            .setSocketTimeout(timeout)
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
    return builder.disableAuthCaching().build();
  }

  private enum Speed {
    SLOW {
      @Override
      void apply(HttpURLConnection connection) {
        connection.setReadTimeout(60_000);
      }
    },
    FAST {
      @Override
      void apply(HttpURLConnection connection) {
        connection.setReadTimeout(1_000);
      }
    };

    abstract void apply(HttpURLConnection connection);
  }

  int hookOfAnEnum(URL url, Speed speed) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(timeout);
    speed.apply(connection);
    return connection.getResponseCode();
  }

  /** Filled in by the factories of the package. */
  abstract static class Factory {
    abstract void limit(RequestConfig.Builder config);

    abstract String name();

    CloseableHttpClient make() {
      RequestConfig.Builder config = RequestConfig.custom();
      limit(config);
      return HttpClientBuilder.create()
          .setUserAgent(name())
          .setDefaultRequestConfig(config.build())
          .build();
    }
  }

  static final class Patient extends Factory {
    @Override
    void limit(RequestConfig.Builder config) {
      config.setConnectTimeout(5_000);
      config.setSocketTimeout(60_000);
      config.setConnectionRequestTimeout(5_000);
    }

    @Override
    String name() {
      return "patient";
    }
  }
}
