package dev.holdfast.cases.edges;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** The same where constants, requests, callers and lambdas in view set all limits, or may. */
final class MissingHttpTimeoutSilentConstants {
  private static final RequestConfig ALL = all(800);

  private static final HttpRequest.Builder PATIENT =
      HttpRequest.newBuilder().timeout(Duration.ofSeconds(20));

  private static final Consumer<HttpRequest.Builder> LIMITED =
      builder -> builder.header("X-Limit", "5").timeout(Duration.ofSeconds(5));

  private static final UnaryOperator<HttpRequest.Builder> WRAPPED =
      builder -> builder.timeout(Duration.ofSeconds(5));

  private static RequestConfig all(int millis) {
    return RequestConfig.custom()
        .setConnectTimeout(millis)
        .setSocketTimeout(millis)
        .setConnectionRequestTimeout(millis)
        .build();
  }

  CloseableHttpClient constant() {
    return HttpClients.custom().setDefaultRequestConfig(ALL).build();
  }

  CloseableHttpClient oneOfSeveral(Map<String, RequestConfig> configs, String name) {
    return HttpClients.custom().setDefaultRequestConfig(configs.get(name)).build();
  }

  /** Whoever makes it brings the limits. */
  static final class Injected {
    private final CloseableHttpClient http = HttpClients.createDefault();
    private final RequestConfig limits;

    Injected(RequestConfig limits) {
      this.limits = limits;
    }

    Callable<Integer> put(URI uri) {
      return () -> {
        HttpPut put = new HttpPut(uri);
        put.setConfig(limits);
        return http.execute(put, response -> response.getStatusLine().getStatusCode());
      };
    }
  }

  /** Each request brings the limits that its caller wants. */
  static final class OfTheCaller {
    private final CloseableHttpClient http = HttpClients.createMinimal();

    int get(URI uri, RequestConfig limits) throws IOException {
      return http.execute(
          RequestBuilder.get(uri).setConfig(limits).build(),
          response -> response.getStatusLine().getStatusCode());
    }

    int send(HttpGet request, RequestConfig limits) throws IOException {
      request.setConfig(limits);
      return http.execute(request, response -> response.getStatusLine().getStatusCode());
    }
  }

  /** The class of the request brings them. */
  static final class OfTheRequest {
    private static final class Limited extends HttpGet {
      Limited(URI uri) {
        super(uri);
        setConfig(ALL);
      }
    }

    private final CloseableHttpClient http = HttpClients.createSystem();

    int get(URI uri) throws IOException {
      return http.execute(new Limited(uri), r -> r.getStatusLine().getStatusCode());
    }
  }

  /** Asynchronous requests with limits out of a field. */
  static final class Asynchronous {
    private final org.apache.hc.client5.http.config.RequestConfig limits =
        org.apache.hc.client5.http.config.RequestConfig.custom()
            .setResponseTimeout(Timeout.ofSeconds(3))
            .build();
    private final CloseableHttpAsyncClient http = HttpAsyncClients.createDefault();

    void get(String uri) {
      SimpleHttpRequest request = SimpleRequestBuilder.get(uri).setRequestConfig(limits).build();
      http.execute(request, null);
    }
  }

  HttpRequest template(URI uri) {
    return PATIENT.copy().uri(uri).build();
  }

  HttpRequest limitOnTheCopy(HttpRequest.Builder original, Duration patience) {
    HttpRequest.Builder fresh = HttpRequest.newBuilder().header("Accept", "text/plain");
    return fresh.copy().timeout(patience).build();
  }

  HttpRequest customizedByAConstant(URI uri) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    LIMITED.accept(builder);
    return builder.build();
  }

  HttpRequest wrappedByAConstant(URI uri) {
    return WRAPPED.apply(HttpRequest.newBuilder(uri)).build();
  }

  HttpRequest limitedByAReference(URI uri, Optional<Duration> patience) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    patience.ifPresent(builder::timeout);
    return builder.build();
  }

  /** Its only caller sets the other limit, two calls away. */
  static final class Opener {
    private HttpURLConnection open(URL url) throws IOException {
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(1_000);
      return connection;
    }

    private HttpURLConnection post(URL url) throws IOException {
      HttpURLConnection connection = open(url);
      connection.setRequestMethod("POST");
      return connection;
    }

    int status(URL url) throws IOException {
      HttpURLConnection connection = post(url);
      connection.setReadTimeout(4_000);
      return connection.getResponseCode();
    }
  }
}
