package dev.holdfast.exam;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import java.util.concurrent.TimeUnit;

/** Talks to the warehouse nodes over gRPC. */
public class WarehouseRpcClient implements AutoCloseable {

  private final ManagedChannel centralChannel;
  private final HealthGrpc.HealthBlockingStub central;

  public WarehouseRpcClient(String centralAddress) {
    this.centralChannel =
        ManagedChannelBuilder.forTarget(centralAddress).useTransportSecurity().build();
    this.central = HealthGrpc.newBlockingStub(centralChannel); // expect: MissingRpcDeadline
  }

  public boolean centralServes(String service) {
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();
    HealthCheckResponse response = central.check(request);
    return response.getStatus() == HealthCheckResponse.ServingStatus.SERVING;
  }

  public boolean nodeServes(String nodeAddress, String service) {
    ManagedChannel channel =
        ManagedChannelBuilder.forTarget(nodeAddress)
            .usePlaintext()
            .build(); // expect: UnclosedHttpClient
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();
    try {
      HealthCheckResponse response =
          HealthGrpc.newBlockingStub(channel).withDeadlineAfter(3, TimeUnit.SECONDS).check(request);
      return response.getStatus() == HealthCheckResponse.ServingStatus.SERVING;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    centralChannel.shutdownNow();
  }
}
