package dev.holdfast.exam;

import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

public class NodeHealthRpcClient implements AutoCloseable {

  private final ManagedChannel channel;
  private final HealthGrpc.HealthBlockingStub health;

  public NodeHealthRpcClient(String target) {
    this.channel = ManagedChannelBuilder.forTarget(target).useTransportSecurity().build();
    this.health = HealthGrpc.newBlockingStub(channel).withWaitForReady();
  }

  public boolean serves(String service, Duration patience) {
    try {
      ServingStatus status =
          health
              .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
              .check(request(service))
              .getStatus();
      return status == ServingStatus.SERVING;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
        return false;
      }
      throw e;
    }
  }

  public boolean servesAll(Iterable<String> services, Duration patience) {
    Deadline deadline = Deadline.after(patience.toMillis(), TimeUnit.MILLISECONDS);
    HealthGrpc.HealthBlockingStub limited = health.withDeadline(deadline);
    for (String service : services) {
      if (limited.check(request(service)).getStatus() != ServingStatus.SERVING) {
        return false;
      }
    }
    return true;
  }

  private static HealthCheckRequest request(String service) {
    return HealthCheckRequest.newBuilder().setService(service).build();
  }

  @Override
  public void close() throws InterruptedException {
    channel.shutdown();
    if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
      channel.shutdownNow();
    }
  }
}
