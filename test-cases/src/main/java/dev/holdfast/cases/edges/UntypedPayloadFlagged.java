package dev.holdfast.cases.edges;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Maps of objects that are records in disguise. */
final class UntypedPayloadFlagged {
  private static final String ID = "id";

  private final String name;

  UntypedPayloadFlagged(String name) {
    this.name = name;
  }

  public Map<String, Object> summary(int orders, double total) {
    Map<String, Object> summary = new HashMap<>(); // possible: UntypedPayload
    summary.put("customer", name);
    summary.put("orders", orders);
    summary.put("total", total);
    return summary;
  }

  /** In one expression. */
  Map<String, Object> created(String id) {
    return Map.of(ID, id, "at", Instant.now()); // possible: UntypedPayload
  }

  /** An envelope for anything. */
  public static Map<String, Object> envelope(Object data) {
    return Map.of("payload", data); // possible: UntypedPayload
  }

  protected Map<String, ?> page(List<String> rows, int number) {
    Map<String, Object> page = new LinkedHashMap<>(); // possible: UntypedPayload
    page.put("rows", rows);
    page.put("number", number);
    return Collections.unmodifiableMap(page);
  }

  /** Some of the keys are optional. */
  Map<String, Object> failure(Exception cause, boolean verbose) {
    Map<String, Object> failure = new LinkedHashMap<>(4); // possible: UntypedPayload
    failure.put("message", cause.getMessage());
    if (verbose) {
      failure.put("type", cause.getClass().getName());
    }
    return failure;
  }

  HashMap<String, Object> position(int line, int column) {
    HashMap<String, Object> position = new HashMap<>(); // possible: UntypedPayload
    position.put("line", line);
    position.putIfAbsent("column", column);
    return position;
  }

  Map<String, Object> sorted(long from, long to) {
    TreeMap<String, Object> range = new TreeMap<>(); // possible: UntypedPayload
    range.put("from", from);
    range.put("to", to);
    return range;
  }

  /** One on each branch. */
  Map<String, Object> health(boolean up) {
    if (up) {
      return Map.of("status", "UP"); // possible: UntypedPayload
    }
    return Map.of("status", "DOWN", "since", Instant.now());
  }

  /** Nothing at all is no map either. */
  Map<String, Object> found(String id) {
    if (id.isEmpty()) {
      return null;
    }
    Map<String, Object> found = new HashMap<>(); // possible: UntypedPayload
    found.put("id", id);
    found.put("length", id.length());
    return found;
  }

  /** Replaces what it has put in before. */
  Map<String, Object> retried(int attempts) {
    Map<String, Object> result = new HashMap<>(); // possible: UntypedPayload
    result.put("state", "failed");
    result.put("attempts", attempts);
    if (attempts < 3) {
      result.put("state", "retried");
      result.remove("attempts");
    }
    return result;
  }

  /** Made by a step of its own. */
  Map<String, Object> state() {
    return stateAt(Instant.now());
  }

  private static Map<String, Object> stateAt(Instant now) {
    return Map.of("state", "UP", "since", now); // possible: UntypedPayload
  }
}
