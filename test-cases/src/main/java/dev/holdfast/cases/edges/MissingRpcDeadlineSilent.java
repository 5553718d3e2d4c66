package dev.holdfast.cases.edges;

import dev.holdfast.cases.edges.GreeterGrpc.GreeterBlockingStub;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Remote calls that end, and stubs that others give a deadline. */
final class MissingRpcDeadlineSilent {
  private final Channel channel;

  MissingRpcDeadlineSilent(Channel channel) {
    this.channel = channel;
  }

  static final class DeadlinePerCall {
    private final GreeterBlockingStub stub;

    DeadlinePerCall(Channel channel) {
      this.stub = GreeterGrpc.newBlockingStub(channel);
    }

    String greet(String name) {
      return stub.withDeadlineAfter(2, TimeUnit.SECONDS).greet(name);
    }
  }

  static final class DeadlineByInterceptor {
    private final ClientInterceptor deadlines;

    DeadlineByInterceptor(ClientInterceptor deadlines) {
      this.deadlines = deadlines;
    }

    String greet(Channel channel, String name) {
      return GreeterGrpc.newBlockingStub(channel).withInterceptors(deadlines).greet(name);
    }
  }

  static final class InterceptedChannel {
    private final GreeterBlockingStub stub;

    InterceptedChannel(Channel channel, ClientInterceptor deadlines) {
      this.stub = GreeterGrpc.newBlockingStub(ClientInterceptors.intercept(channel, deadlines));
    }

    String greet(String name) {
      return stub.greet(name);
    }
  }

  String deadlineAtOnce(String name) {
    return GreeterGrpc.newBlockingStub(channel)
        .withWaitForReady()
        .withDeadlineAfter(500, TimeUnit.MILLISECONDS)
        .greet(name);
  }

  ClientCall<String, String> callWithADeadline(MethodDescriptor<String, String> greet) {
    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(2, TimeUnit.SECONDS);
    return channel.newCall(greet, options);
  }

  ClientCall<String, String> optionsOfTheCaller(
      MethodDescriptor<String, String> greet, CallOptions options) {
    return channel.newCall(greet, options.withWaitForReady());
  }

  String stubOfTheCaller(GreeterBlockingStub stub, String name) {
    return stub.greet(name);
  }

  /** Whoever gets it gives each call its deadline. */
  static final class Stubs {
    GreeterBlockingStub greeter(Channel channel) {
      return GreeterGrpc.newBlockingStub(channel);
    }
  }

  ClientCall<String, String> deadlineOfTheCaller(
      MethodDescriptor<String, String> greet, Deadline deadline) {
    return channel.newCall(greet, CallOptions.DEFAULT.withDeadline(deadline));
  }

  String fixedDeadline(Deadline deadline, String name) {
    return GreeterGrpc.newBlockingStub(channel).withDeadline(deadline).greet(name);
  }

  String deadlineByAHelper(String name) {
    return inTime(GreeterGrpc.newBlockingStub(channel)).greet(name);
  }

  private static GreeterBlockingStub inTime(GreeterBlockingStub stub) {
    return stub.withDeadlineAfter(1, TimeUnit.SECONDS);
  }

  String deadlineInALocal(String name) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel);
    GreeterBlockingStub hurried = stub.withDeadlineAfter(1, TimeUnit.SECONDS);
    return hurried.greet(name);
  }

  void deadlineForEach(List<String> names) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel);
    for (String name : names) {
      stub.withDeadlineAfter(1, TimeUnit.SECONDS).greet(name);
    }
  }

  Supplier<GreeterBlockingStub> madeForOthers() {
    return () -> GreeterGrpc.newBlockingStub(channel);
  }

  String greetingOf(Supplier<GreeterBlockingStub> stubs, String name) {
    return stubs.get().withDeadlineAfter(1, TimeUnit.SECONDS).greet(name);
  }

  <Q, A> ClientCall<Q, A> next(Channel next, MethodDescriptor<Q, A> method, CallOptions options) {
    return next.newCall(method, options);
  }

  String authority() {
    return channel.authority();
  }

  CallOptions patient() {
    return CallOptions.DEFAULT.withWaitForReady();
  }
}
