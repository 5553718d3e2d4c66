package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.config.SocketConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** The same for Apache's clients and OkHttp. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what waits")
final class MissingHttpTimeoutSilentElsewhere {
  private static final int CONNECT_MILLIS = 2_000;

  private final RequestConfig limits =
      RequestConfig.custom()
          .setConnectTimeout(CONNECT_MILLIS)
          .setConnectionRequestTimeout(CONNECT_MILLIS)
          .setSocketTimeout(5_000)
          .build();

  CloseableHttpClient limitsInALocal() {
    RequestConfig config =
        RequestConfig.custom()
            .setConnectTimeout(CONNECT_MILLIS)
            .setConnectionRequestTimeout(CONNECT_MILLIS)
            .setSocketTimeout(5_000)
            .build();
    return HttpClients.custom().setDefaultRequestConfig(config).build();
  }

  CloseableHttpClient limitsInAField() {
    return HttpClients.custom().setDefaultRequestConfig(limits).build();
  }

  CloseableHttpClient limitsInAConstantOfAnotherClass() {
    HttpClientBuilder builder = HttpClientBuilder.create();
    builder.setDefaultRequestConfig(JdkClientSettings.LIMITS);
    return builder.build();
  }

  CloseableHttpClient limitsSetByAHelper() {
    return JdkClientSettings.limited().disableCookieManagement().build();
  }

  CloseableHttpClient limitsCopied() {
    RequestConfig config = RequestConfig.copy(limits).setRedirectsEnabled(false).build();
    return HttpClients.custom().setDefaultRequestConfig(config).build();
  }

  /** Where the figures come from is no business of this method. */
  CloseableHttpClient limitsOfSomebodyElse(RequestConfig config) {
    return HttpClients.custom().setDefaultRequestConfig(config).build();
  }

  CloseableHttpClient readLimitOnTheSocket() {
    RequestConfig config =
        RequestConfig.custom()
            .setConnectTimeout(CONNECT_MILLIS)
            .setConnectionRequestTimeout(CONNECT_MILLIS)
            .build();
    SocketConfig socket = SocketConfig.custom().setSoTimeout(5_000).build();
    return HttpClients.custom()
        .setDefaultRequestConfig(config)
        .setDefaultSocketConfig(socket)
        .build();
  }

  int limitsOnTheRequest(URI uri) throws IOException {
    HttpGet get = new HttpGet(uri);
    get.setConfig(limits);
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      return client.execute(get, response -> response.getStatusLine().getStatusCode());
    }
  }

  /** Version 5 gives up by itself after three minutes. */
  org.apache.hc.client5.http.impl.classic.CloseableHttpClient versionFive() {
    return org.apache.hc.client5.http.impl.classic.HttpClients.createDefault();
  }

  CloseableHttpAsyncClient asyncLimitOnTheReactor() {
    IOReactorConfig reactor = IOReactorConfig.custom().setSoTimeout(Timeout.ofSeconds(10)).build();
    return HttpAsyncClients.custom().setIOReactorConfig(reactor).build();
  }

  HttpGet requestConfiguredWhole(HttpGet get, int millis) {
    get.setConfig(RequestConfig.custom().setConnectTimeout(millis).setSocketTimeout(9).build());
    return get;
  }

  HttpGet requestConfiguredFromACopy(HttpGet get, RequestConfig clients) {
    get.setConfig(RequestConfig.copy(clients).setConnectTimeout(CONNECT_MILLIS).build());
    return get;
  }

  HttpGet requestConfiguredFromOutside(HttpGet get) {
    get.setConfig(limits);
    return get;
  }

  CloseableHttpAsyncClient asyncLimitOnRequests() {
    return HttpAsyncClients.custom()
        .setDefaultRequestConfig(
            org.apache.hc.client5.http.config.RequestConfig.custom()
                .setResponseTimeout(10, TimeUnit.SECONDS)
                .build())
        .build();
  }

  CloseableHttpAsyncClient asyncLimitOnConnections() {
    ConnectionConfig connection =
        ConnectionConfig.custom().setSocketTimeout(10, TimeUnit.SECONDS).build();
    return HttpAsyncClients.custom()
        .setConnectionManager(
            PoolingAsyncClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .build())
        .build();
  }

  OkHttpClient okHttpDefaults() {
    return new OkHttpClient();
  }

  OkHttpClient okHttpWithACallLimit() {
    return new OkHttpClient.Builder().callTimeout(20, TimeUnit.SECONDS).build();
  }

  int okHttpDerived(OkHttpClient parent, Request request) throws IOException {
    OkHttpClient patient = parent.newBuilder().readTimeout(60, TimeUnit.SECONDS).build();
    try (Response response = patient.newCall(request).execute()) {
      return response.code();
    }
  }
}
