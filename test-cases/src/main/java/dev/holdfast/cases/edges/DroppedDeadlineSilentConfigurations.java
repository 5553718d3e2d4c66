package dev.holdfast.cases.edges;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.config.SocketConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** Configurations that keep the limits of those they replace, or replace none. */
final class DroppedDeadlineSilentConfigurations {
  private static final Context.Key<String> USER = Context.key("user");

  private static final RequestConfig LIMITS =
      RequestConfig.custom()
          .setConnectTimeout(1_000)
          .setConnectionRequestTimeout(1_000)
          .setSocketTimeout(5_000)
          .build();

  private final CloseableHttpClient http =
      HttpClients.custom().setDefaultRequestConfig(LIMITS).build();

  String copied(URI uri) throws IOException {
    HttpGet get = new HttpGet(uri);
    get.setConfig(RequestConfig.copy(LIMITS).setRedirectsEnabled(false).build());
    return http.execute(get, response -> response.getStatusLine().getReasonPhrase());
  }

  String limitsOfItsOwn(URI uri, int millis) throws IOException {
    HttpGet get = new HttpGet(uri);
    get.setConfig(
        RequestConfig.custom()
            .setConnectTimeout(millis)
            .setConnectionRequestTimeout(millis)
            .setSocketTimeout(10 * millis)
            .build());
    return http.execute(get, response -> response.getStatusLine().getReasonPhrase());
  }

  String ofTheCaller(URI uri, RequestConfig config) throws IOException {
    HttpGet get = new HttpGet(uri);
    get.setConfig(config);
    return http.execute(get, response -> response.getStatusLine().getReasonPhrase());
  }

  String plain(URI uri) throws IOException {
    return http.execute(new HttpGet(uri), response -> response.getStatusLine().getReasonPhrase());
  }

  HttpClientBuilder limitsLast(int millis) {
    HttpClientBuilder builder = HttpClientBuilder.create();
    builder.setDefaultRequestConfig(RequestConfig.custom().setCookieSpec("standard").build());
    builder.setDefaultRequestConfig(
        RequestConfig.custom().setConnectTimeout(millis).setSocketTimeout(millis).build());
    return builder;
  }

  HttpClientBuilder oneOrTheOther(boolean patient) {
    HttpClientBuilder builder = HttpClientBuilder.create();
    if (patient) {
      builder.setDefaultRequestConfig(RequestConfig.custom().setCookieSpec("standard").build());
    } else {
      builder.setDefaultRequestConfig(LIMITS);
    }
    return builder;
  }

  /** The limit of the socket holds all the same. */
  HttpClientBuilder heldByTheSocket(int millis) {
    HttpClientBuilder builder = HttpClientBuilder.create();
    builder.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(millis).build());
    builder.setDefaultRequestConfig(RequestConfig.custom().setSocketTimeout(millis).build());
    builder.setDefaultRequestConfig(RequestConfig.custom().setCookieSpec("standard").build());
    return builder;
  }

  HttpClientBuilder twoBuilders(int millis) {
    HttpClientBuilder one = HttpClientBuilder.create();
    one.setDefaultRequestConfig(LIMITS);
    HttpClientBuilder other = HttpClientBuilder.create();
    other.setDefaultRequestConfig(RequestConfig.custom().setCookieSpec("standard").build());
    return millis > 0 ? one : other;
  }

  static final class Ready implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return next.newCall(method, options.withWaitForReady());
    }
  }

  /** Another deadline than that of the caller is a deadline. */
  static final class Hurried implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return next.newCall(method, CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.SECONDS));
    }
  }

  static final class DeadlineTaken implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      CallOptions fresh = CallOptions.DEFAULT.withDeadline(options.getDeadline());
      return next.newCall(method, fresh.withWaitForReady());
    }
  }

  void withAUser(Context context, String user, Runnable work) {
    context.withValue(USER, user).run(work);
  }

  void current(String user, Runnable work) {
    Context.current().withValue(USER, user).run(work);
  }

  /** Nobody gave it a context: what runs on is to outlive the request. */
  Runnable detached(Runnable work) {
    return Context.ROOT.wrap(work);
  }
}
