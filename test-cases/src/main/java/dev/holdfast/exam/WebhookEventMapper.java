package dev.holdfast.exam;

import java.util.Map;
import java.util.Objects;

/** Turns the loosely typed envelope of the event bus into our events. */
public class WebhookEventMapper {

  public sealed interface Event permits Created, Cancelled, Ignored {}

  public record Created(String orderId, int positions) implements Event {
    public Created {
      Objects.requireNonNull(orderId);
      if (positions < 1) {
        throw new IllegalArgumentException("an order has positions");
      }
    }
  }

  public record Cancelled(String orderId, String reason) implements Event {
    public Cancelled(String orderId) {
      this(orderId, "unspecified");
    }
  }

  public record Ignored(String type) implements Event {}

  public Event map(Map<String, Object> envelope) {
    String type = String.valueOf(envelope.get("type"));
    if (!(envelope.get("data") instanceof Map<?, ?> data)) {
      return new Ignored(type);
    }
    String orderId = String.valueOf(data.get("orderId"));
    return switch (type) {
      case "order.created" ->
          new Created(orderId, data.get("positions") instanceof Integer n ? n : 1);
      case "order.cancelled" ->
          data.get("reason") instanceof String reason
              ? new Cancelled(orderId, reason)
              : new Cancelled(orderId);
      default -> new Ignored(type);
    };
  }
}
