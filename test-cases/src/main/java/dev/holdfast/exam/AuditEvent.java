package dev.holdfast.exam;

import java.time.Instant;

public class AuditEvent {

  private final String actor;
  private final String action;
  private final String reason;
  private final long occurredAt;

  public AuditEvent(String actor, String action, String reason, Instant occurredAt) {
    this.actor = actor;
    this.action = action;
    this.reason = reason;
    this.occurredAt = occurredAt.toEpochMilli();
  }

  public String getActor() {
    return actor;
  }

  public String getAction() {
    return action;
  }

  public long getOccurredAt() {
    return occurredAt;
  }

  @Override
  public String toString() {
    return actor + " " + action + " (" + reason + ") at " + occurredAt;
  }
}
