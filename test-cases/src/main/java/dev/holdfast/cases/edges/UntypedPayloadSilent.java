package dev.holdfast.cases.edges;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Maps that are meant to be maps. */
final class UntypedPayloadSilent implements Supplier<Map<String, Object>> {
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The keys are data. */
  Map<String, Object> lengths(List<String> words) {
    Map<String, Object> lengths = new HashMap<>();
    for (String word : words) {
      lengths.put(word, word.length());
    }
    return lengths;
  }

  /** So are some of these. */
  Map<String, Object> extended(String name, Object value) {
    Map<String, Object> extended = new HashMap<>();
    extended.put("version", 1);
    extended.put(name, value);
    return extended;
  }

  Map<String, Object> copied(Map<String, Object> given) {
    Map<String, Object> copy = new HashMap<>(given);
    copy.put("copied", true);
    return copy;
  }

  Map<String, Object> merged(Map<String, Object> given) {
    Map<String, Object> merged = new HashMap<>();
    merged.put("merged", true);
    merged.putAll(given);
    return merged;
  }

  /** Others fill it too. */
  Map<String, Object> filledElsewhere() {
    Map<String, Object> filled = new HashMap<>();
    filled.put("size", names.size());
    fill(filled);
    return filled;
  }

  private void fill(Map<String, Object> target) {
    names.forEach(name -> target.put(name, name.length()));
  }

  /** The interface demands a map. */
  @Override
  public Map<String, Object> get() {
    Map<String, Object> values = new HashMap<>();
    values.put("names", names);
    return values;
  }

  /** The values have a type. */
  Map<String, Integer> typed() {
    Map<String, Integer> counts = new HashMap<>();
    counts.put("names", names.size());
    counts.put("attributes", attributes.size());
    return counts;
  }

  /** Nobody outside sees it. */
  private Map<String, Object> parts() {
    return Map.of("names", names, "attributes", attributes);
  }

  int partCount() {
    return parts().size();
  }

  /** Not made here. */
  Map<String, Object> attributes() {
    attributes.put("names", names);
    return attributes;
  }

  Map<String, Object> given(Map<String, Object> target) {
    target.put("names", names);
    target.put("attributes", attributes);
    return target;
  }

  /** The name says that a map is asked for. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    map.put("names", names);
    return map;
  }

  Map<String, Object> empty() {
    return new HashMap<>();
  }

  Map<TimeUnit, Object> byUnit(long seconds) {
    Map<TimeUnit, Object> times = new EnumMap<>(TimeUnit.class);
    times.put(TimeUnit.SECONDS, seconds);
    return times;
  }

  Map<Object, Object> anyKeys() {
    Map<Object, Object> any = new HashMap<>();
    any.put("names", names);
    return any;
  }

  /** A function is no method of anybody's interface. */
  Callable<Map<String, Object>> later() {
    return () -> Map.of("names", names);
  }

  /** A record says the same, and what is in it. */
  record Parts(List<String> names, Map<String, Object> attributes) {}

  Parts asRecord() {
    return new Parts(names, attributes);
  }

  /** Kept for others to fill. */
  Map<String, Object> registered() {
    Map<String, Object> made = new HashMap<>();
    made.put("names", names);
    attributes.put("made", made);
    return made;
  }
}
