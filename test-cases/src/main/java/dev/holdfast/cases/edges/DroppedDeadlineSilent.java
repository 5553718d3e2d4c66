package dev.holdfast.cases.edges;

import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.holdfast.cases.edges.GreeterGrpc.GreeterBlockingStub;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.apache.http.client.config.RequestConfig;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.web.client.RestTemplate;
import reactor.core.publisher.Mono;

/** Limits that arrive, each on its own way. */
final class DroppedDeadlineSilent {
  private GreeterBlockingStub greeter;

  DroppedDeadlineSilent(GreeterBlockingStub greeter) {
    this.greeter = greeter;
  }

  String assignedBack(GreeterBlockingStub stub, String name) {
    stub = stub.withDeadlineAfter(2, TimeUnit.SECONDS);
    return stub.greet(name);
  }

  String assignedOnOnePath(GreeterBlockingStub stub, boolean hurried, String name) {
    if (hurried) {
      stub = stub.withDeadlineAfter(2, TimeUnit.SECONDS);
    }
    return stub.greet(name);
  }

  String called(String name) {
    return greeter.withDeadlineAfter(2, TimeUnit.SECONDS).withWaitForReady().greet(name);
  }

  void setPatience(long millis) {
    greeter = greeter.withDeadlineAfter(millis, TimeUnit.MILLISECONDS);
  }

  GreeterBlockingStub handedBack(long millis) {
    return greeter.withDeadlineAfter(millis, TimeUnit.MILLISECONDS);
  }

  UnaryOperator<GreeterBlockingStub> forOthers(long millis) {
    return stub -> stub.withDeadlineAfter(millis, TimeUnit.MILLISECONDS);
  }

  /** One of the two has a limit, and that one is used where it matters. */
  String twoStubs(GreeterBlockingStub stub, String name) {
    GreeterBlockingStub hurried = stub.withDeadlineAfter(1, TimeUnit.SECONDS);
    return hurried.greet(name) + stub.getChannel().authority();
  }

  ClientCall<String, String> options(
      Channel channel, MethodDescriptor<String, String> greet, CallOptions options) {
    return channel.newCall(greet, options.withDeadlineAfter(3, TimeUnit.SECONDS));
  }

  void context(ScheduledExecutorService timer, Runnable work) {
    try (Context.CancellableContext limited =
        Context.current().withDeadlineAfter(5, TimeUnit.SECONDS, timer)) {
      limited.run(work);
    }
  }

  static final class Patient implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      return chain.withReadTimeout(60, TimeUnit.SECONDS).proceed(chain.request());
    }
  }

  /** A builder changes itself. */
  HttpRequest builder(URI uri) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    builder.timeout(Duration.ofSeconds(5));
    return builder.build();
  }

  OkHttpClient okHttp() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    builder.callTimeout(5, TimeUnit.SECONDS);
    return builder.build();
  }

  RequestConfig apache() {
    RequestConfig.Builder config = RequestConfig.custom();
    config.setConnectTimeout(1_000).setSocketTimeout(5_000);
    return config.build();
  }

  /** A future has its limit itself; what comes back is the same one. */
  CompletableFuture<String> future(CompletableFuture<String> answer) {
    answer.orTimeout(2, TimeUnit.SECONDS);
    return answer;
  }

  RestTemplate template(RestTemplateBuilder builder, Duration patience) {
    RestTemplateBuilder limited = builder.setConnectTimeout(patience);
    return limited.setReadTimeout(patience).build();
  }

  Mono<String> reactive(Mono<String> answer) {
    return answer.timeout(Duration.ofSeconds(2)).map(String::trim);
  }

  void subscribed(Mono<String> answer) {
    answer.timeout(Duration.ofSeconds(2)).subscribe();
  }

  /** Nothing is made of what a mock is asked. */
  void mocked(GreeterBlockingStub stub, GreeterBlockingStub hurried) {
    when(stub.withDeadlineAfter(2, TimeUnit.SECONDS)).thenReturn(hurried);
    verify(stub).withDeadlineAfter(2, TimeUnit.SECONDS);
    stub.greet("mock");
  }
}
