package dev.holdfast.cases.edges;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.stub.AbstractBlockingStub;

/** A service as gRPC's generator writes it, as far as the cases use it. */
final class GreeterGrpc {
  private GreeterGrpc() {}

  static GreeterBlockingStub newBlockingStub(Channel channel) {
    return GreeterBlockingStub.newStub(GreeterBlockingStub::new, channel);
  }

  static final class GreeterBlockingStub extends AbstractBlockingStub<GreeterBlockingStub> {
    private GreeterBlockingStub(Channel channel, CallOptions callOptions) {
      super(channel, callOptions);
    }

    @Override
    protected GreeterBlockingStub build(Channel channel, CallOptions callOptions) {
      return new GreeterBlockingStub(channel, callOptions);
    }

    String greet(String name) {
      return getChannel().authority() + name;
    }
  }
}
