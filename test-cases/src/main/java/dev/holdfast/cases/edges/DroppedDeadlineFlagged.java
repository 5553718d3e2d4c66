package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Bounds;
import dev.holdfast.annotations.Limit;
import dev.holdfast.cases.edges.GreeterGrpc.GreeterBlockingStub;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.web.client.RestTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Limits that are set on a copy which nobody uses. */
final class DroppedDeadlineFlagged {
  private final Channel channel;
  private GreeterBlockingStub greeter;
  private Duration patience = Duration.ofSeconds(2);

  DroppedDeadlineFlagged(Channel channel, GreeterBlockingStub greeter) {
    this.channel = channel;
    this.greeter = greeter;
  }

  String statementAlone(String name) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel);
    stub.withDeadlineAfter(2, TimeUnit.SECONDS); // expect: DroppedDeadline
    return stub.greet(name);
  }

  String stubOfTheField(String name) {
    greeter.withDeadlineAfter(2, TimeUnit.SECONDS); // expect: DroppedDeadline
    return greeter.greet(name);
  }

  /** A setter that sets nothing. */
  void setPatience(long millis) {
    greeter.withDeadlineAfter(millis, TimeUnit.MILLISECONDS); // expect: DroppedDeadline
  }

  String fixedDeadline(GreeterBlockingStub stub, Deadline deadline, String name) {
    stub.withDeadline(deadline); // expect: DroppedDeadline
    return stub.greet(name);
  }

  String onlyIfAsked(GreeterBlockingStub stub, Long millis, String name) {
    if (millis != null) {
      stub.withDeadlineAfter(millis, TimeUnit.MILLISECONDS); // expect: DroppedDeadline
    }
    return stub.greet(name);
  }

  /** The copy of the copy would have had the deadline, too. */
  String longerChain(GreeterBlockingStub stub, String name) {
    stub.withDeadlineAfter(1, TimeUnit.SECONDS) // expect: DroppedDeadline
        .withWaitForReady();
    return stub.greet(name);
  }

  String neverRead(GreeterBlockingStub stub, String name) {
    GreeterBlockingStub hurried =
        stub.withDeadlineAfter(1, TimeUnit.SECONDS); // expect: DroppedDeadline
    return stub.greet(name);
  }

  void inALoop(GreeterBlockingStub stub, List<String> names) {
    for (String name : names) {
      stub.withDeadlineAfter(1, TimeUnit.SECONDS); // expect: DroppedDeadline
      stub.greet(name);
    }
  }

  void inALambda(GreeterBlockingStub stub, List<String> names) {
    names.forEach(
        name -> {
          stub.withDeadlineAfter(1, TimeUnit.SECONDS); // expect: DroppedDeadline
          stub.greet(name);
        });
  }

  ClientCall<String, String> options(MethodDescriptor<String, String> greet, CallOptions options) {
    options.withDeadlineAfter(3, TimeUnit.SECONDS); // expect: DroppedDeadline
    return channel.newCall(greet, options.withWaitForReady());
  }

  void context(Context context, ScheduledExecutorService timer, Runnable work) {
    context.withDeadlineAfter(5, TimeUnit.SECONDS, timer); // expect: DroppedDeadline
    context.run(work);
  }

  static final class Patient implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      chain.withReadTimeout(60, TimeUnit.SECONDS); // expect: DroppedDeadline
      return chain.proceed(chain.request());
    }
  }

  RestTemplate template(RestTemplateBuilder builder) {
    builder.setConnectTimeout(patience); // expect: DroppedDeadline
    builder.setReadTimeout(patience); // expect: DroppedDeadline
    return builder.build();
  }

  Mono<String> reactive(Mono<String> answer) {
    answer.timeout(patience); // expect: DroppedDeadline
    return answer.map(String::trim);
  }

  String firstOf(Flux<String> answers) {
    Flux<String> cleaned = answers.filter(answer -> !answer.isBlank());
    cleaned.timeout(Duration.ofSeconds(3)); // expect: DroppedDeadline
    return cleaned.blockFirst(Duration.ofMinutes(1));
  }

  String tried(GreeterBlockingStub stub) {
    try {
      stub.withDeadlineAfter(-1, TimeUnit.SECONDS); // possible: DroppedDeadline
      return "accepted";
    } catch (IllegalArgumentException refused) {
      return "refused";
    }
  }

  /** A wither of one's own. */
  record Query(String text, Duration limit) {
    Query within(@Bounds(value = Limit.QUERY, copy = true) Duration time) {
      return new Query(text, time);
    }
  }

  Query own(Query query) {
    query.within(Duration.ofSeconds(1)); // expect: DroppedDeadline
    return query;
  }
}
