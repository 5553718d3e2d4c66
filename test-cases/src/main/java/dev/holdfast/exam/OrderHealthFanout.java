package dev.holdfast.exam;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Summarises the state of the order services for the operations page. */
public class OrderHealthFanout {

  private final HealthGrpc.HealthBlockingStub stub;

  public OrderHealthFanout(HealthGrpc.HealthBlockingStub stub) {
    this.stub = stub;
  }

  public Map<ServingStatus, Integer> summary(List<String> services) {
    Map<ServingStatus, Integer> counts = new EnumMap<>(ServingStatus.class);
    for (String service : services) {
      counts.merge(status(service), 1, Integer::sum);
    }
    return counts;
  }

  private ServingStatus status(String service) {
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();
    stub.withDeadlineAfter(500, TimeUnit.MILLISECONDS); // expect: DroppedDeadline
    try {
      return stub.check(request).getStatus();
    } catch (StatusRuntimeException e) {
      return ServingStatus.UNKNOWN;
    }
  }
}
