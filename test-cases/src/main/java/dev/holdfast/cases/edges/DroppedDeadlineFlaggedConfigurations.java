package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** Fresh configurations in the place of those with limits. */
final class DroppedDeadlineFlaggedConfigurations {
  private static final Context.Key<String> USER = Context.key("user");

  /** The configuration of a request replaces that of its client, limits and all. */
  static final class Prices {
    private final CloseableHttpClient http =
        HttpClients.custom()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(1_000)
                    .setConnectionRequestTimeout(1_000)
                    .setSocketTimeout(5_000)
                    .build())
            .build();

    String price(URI uri) throws IOException {
      HttpGet get = new HttpGet(uri);
      get.setConfig( // expect: DroppedDeadline
          RequestConfig.custom().setRedirectsEnabled(false).build());
      return http.execute(get, response -> response.getStatusLine().getReasonPhrase());
    }

    /** The rest of them is still lost. */
    String slowPrice(URI uri) throws IOException {
      HttpPost post = new HttpPost(uri);
      RequestConfig slow = RequestConfig.custom().setSocketTimeout(60_000).build();
      post.setConfig(slow); // expect: DroppedDeadline
      return http.execute(post, response -> response.getStatusLine().getReasonPhrase());
    }
  }

  static final class Reports {
    private final org.apache.hc.client5.http.impl.classic.CloseableHttpClient http;

    Reports(Timeout patience) {
      org.apache.hc.client5.http.config.RequestConfig limits =
          org.apache.hc.client5.http.config.RequestConfig.custom()
              .setResponseTimeout(patience)
              .build();
      this.http =
          org.apache.hc.client5.http.impl.classic.HttpClients.custom()
              .setDefaultRequestConfig(limits)
              .build();
    }

    int report(URI uri) throws IOException {
      var get = new org.apache.hc.client5.http.classic.methods.HttpGet(uri);
      get.setConfig( // expect: DroppedDeadline
          org.apache.hc.client5.http.config.RequestConfig.custom()
              .setContentCompressionEnabled(false)
              .build());
      return http.execute(get, response -> response.getCode());
    }
  }

  @Accepted(rule = "HttpClientPerRequest", because = "shows a client in a local")
  int clientInALocal(URI uri, int millis) throws IOException {
    HttpGet get = new HttpGet(uri);
    RequestConfig polite = RequestConfig.custom().setExpectContinueEnabled(true).build();
    get.setConfig(polite); // expect: DroppedDeadline
    try (CloseableHttpClient http =
        HttpClients.custom().setDefaultRequestConfig(limits(millis)).build()) {
      return http.execute(get, response -> response.getStatusLine().getStatusCode());
    }
  }

  private static RequestConfig limits(int millis) {
    return RequestConfig.custom()
        .setConnectTimeout(millis)
        .setConnectionRequestTimeout(millis)
        .setSocketTimeout(millis)
        .build();
  }

  HttpClientBuilder toldTwice(int millis) {
    HttpClientBuilder builder = HttpClientBuilder.create();
    builder.setDefaultRequestConfig(
        RequestConfig.custom()
            .setConnectTimeout(millis)
            .setConnectionRequestTimeout(millis)
            .setSocketTimeout(millis)
            .build());
    builder.setDefaultRequestConfig( // expect: DroppedDeadline
        RequestConfig.custom().setCookieSpec("ignoreCookies").build());
    return builder;
  }

  HttpGet requestToldTwice(URI uri, boolean anonymous) {
    HttpGet get = new HttpGet(uri);
    get.setConfig(RequestConfig.custom().setConnectTimeout(900).setSocketTimeout(900).build());
    if (anonymous) {
      get.setConfig( // expect: DroppedDeadline
          RequestConfig.custom().setAuthenticationEnabled(false).build());
    }
    return get;
  }

  /** Whoever called has set a deadline: it ends here. */
  static final class Uncompressed implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return next.newCall(method, CallOptions.DEFAULT); // expect: DroppedDeadline
    }
  }

  static final class Patient implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      CallOptions patient = CallOptions.DEFAULT.withWaitForReady();
      return next.newCall(method, patient); // expect: DroppedDeadline
    }
  }

  void withAUser(Context context, String user, Runnable work) {
    Context.ROOT.withValue(USER, user).run(work); // expect: DroppedDeadline
  }

  Context attached(Context context) {
    return Context.ROOT.attach(); // expect: DroppedDeadline
  }
}
