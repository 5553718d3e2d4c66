package dev.holdfast.catalog;

import java.util.Map;

/**
 * One thing that is known about one slot of a member.
 *
 * @param word what is said
 * @param slot about which place of the member
 * @param arguments elements of the annotation as written, by name ({@code value} for a single one);
 *     strings without quotes, constants by simple name ({@code NEVER}), lists joined by {@code ","}
 * @param origin where it is written: {@code okhttp.astub:12} or {@code @Acquires on app.Pool.get}
 */
public record Fact(Word word, Slot slot, Map<String, String> arguments, String origin) {
  public Fact {
    arguments = Map.copyOf(arguments);
  }

  /** The element of this name, or the fallback where it is not written. */
  public String argument(String name, String fallback) {
    return arguments.getOrDefault(name, fallback);
  }

  /** The single, unnamed element, or the fallback. */
  public String value(String fallback) {
    return argument("value", fallback);
  }
}
