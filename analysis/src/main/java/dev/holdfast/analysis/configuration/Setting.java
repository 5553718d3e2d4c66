package dev.holdfast.analysis.configuration;

import java.nio.file.Path;

/**
 * One key with its value.
 *
 * @param place how and where the key was written, for messages
 * @param folder what relative paths in the value start from; null for the folder the process runs
 *     in
 */
public record Setting(Key key, String value, String place, Path folder) {
  /** One that was set for this run alone. */
  public static Setting flag(Key key, String value, String place) {
    return new Setting(key, value, place, null);
  }

  String problem(String what) {
    return place + "=" + value + ": " + what;
  }
}
