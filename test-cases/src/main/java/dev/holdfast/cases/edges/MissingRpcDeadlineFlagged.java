package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import dev.holdfast.cases.edges.GreeterGrpc.GreeterBlockingStub;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Remote calls that nothing ends. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what waits")
final class MissingRpcDeadlineFlagged {
  private final Channel channel;

  MissingRpcDeadlineFlagged(Channel channel) {
    this.channel = channel;
  }

  String stubForOneCall(String name) {
    return GreeterGrpc.newBlockingStub(channel).greet(name); // expect: MissingRpcDeadline
  }

  String stubInALocal(String name) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
    return stub.greet(name) + stub.greet("again");
  }

  String stubOfAChannelMadeHere(String name) {
    ManagedChannel own = ManagedChannelBuilder.forAddress("greeter", 443).build();
    try {
      GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(own); // expect: MissingRpcDeadline
      return stub.withWaitForReady().greet(name);
    } finally {
      own.shutdown();
    }
  }

  void stubForMany(List<String> names) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
    names.forEach(name -> stub.greet(name));
  }

  ClientCall<String, String> callWithDefaults(MethodDescriptor<String, String> greet) {
    return channel.newCall(greet, CallOptions.DEFAULT); // expect: MissingRpcDeadline
  }

  String blockingCall(MethodDescriptor<String, String> greet, String name) {
    CallOptions options = CallOptions.DEFAULT.withWaitForReady();
    ClientCall<String, String> call = channel.newCall(greet, options); // expect: MissingRpcDeadline
    call.request(1);
    return ClientCalls.blockingUnaryCall(call, name);
  }

  static final class Greetings {
    private final GreeterBlockingStub stub;

    Greetings(Channel channel) {
      this.stub = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
    }

    String morning(String name) {
      return stub.greet("good morning " + name);
    }
  }

  String chosen(boolean patient, String name) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
    return patient ? stub.withWaitForReady().greet(name) : stub.greet(name);
  }

  Callable<String> later(String name) {
    GreeterBlockingStub stub = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
    return () -> stub.greet(name);
  }

  static final class LazyGreetings {
    private final Channel channel;
    private GreeterBlockingStub stub;

    LazyGreetings(Channel channel) {
      this.channel = channel;
    }

    synchronized String evening(String name) {
      if (stub == null) {
        stub = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
      }
      return stub.greet("good evening " + name);
    }
  }

  /** The deadline of another stub says nothing about the one in the field. */
  static final class Nodes {
    private final GreeterBlockingStub central;

    Nodes(Channel channel) {
      this.central = GreeterGrpc.newBlockingStub(channel); // expect: MissingRpcDeadline
    }

    String near(Channel node, String name) {
      return GreeterGrpc.newBlockingStub(node).withDeadlineAfter(3, TimeUnit.SECONDS).greet(name);
    }

    String far(String name) {
      return central.greet(name);
    }
  }
}
