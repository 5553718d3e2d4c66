package dev.holdfast.checks;

import dev.holdfast.analysis.Settings;
import dev.holdfast.catalog.Spelling;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user may set in the compiler, read once and strictly: a misspelt option that nobody
 * hears would switch nothing on and say nothing.
 *
 * @param maxMapDepth levels that may be dug into an untyped map before it is a finding
 * @param stubs the team's own stub files, in order
 * @param stats whether to say at the end what was looked at and how long it took
 * @param problems what was wrong with the options as given, one sentence each; the rest counts
 * @param quiet rules of which only findings that are shown by default are wanted
 */
public record Options(
    int maxMapDepth, List<String> stubs, boolean stats, List<String> problems, Set<Rule> quiet) {
  /** Nothing set. */
  public static final Options DEFAULT =
      new Options(Settings.DEFAULT.maxMapDepth(), List.of(), false, List.of());

  private static final String PREFIX = "Holdfast:";
  private static final List<String> KEYS = List.of("MaxMapDepth", "Stats", "Stubs");

  public Options {
    stubs = List.copyOf(stubs);
    problems = List.copyOf(problems);
    quiet = Set.copyOf(quiet);
  }

  /** All findings of all rules. */
  public Options(int maxMapDepth, List<String> stubs, boolean stats, List<String> problems) {
    this(maxMapDepth, stubs, stats, problems, Set.of());
  }

  Options withQuiet(Set<Rule> rules) {
    return new Options(maxMapDepth, stubs, stats, problems, rules);
  }

  /**
   * Reads {@code Holdfast:Key=value} pairs, the argument of {@code -XepOpt:}; keys of others are
   * left alone.
   */
  public static Options of(Map<String, String> flags) {
    int maxMapDepth = DEFAULT.maxMapDepth();
    List<String> stubs = DEFAULT.stubs();
    boolean stats = DEFAULT.stats();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> flag : new TreeMap<>(flags).entrySet()) {
      if (!flag.getKey().startsWith(PREFIX)) {
        continue;
      }
      String key = flag.getKey().substring(PREFIX.length());
      String value = flag.getValue().strip();
      switch (key) {
        case "MaxMapDepth" -> {
          if (value.matches("[1-9][0-9]{0,2}")) {
            maxMapDepth = Integer.parseInt(value);
          } else {
            problems.add(bad(key, value, "a whole number from 1 to 999"));
          }
        }
        case "Stats" -> {
          if (value.equals("true") || value.equals("false")) {
            stats = value.equals("true");
          } else {
            problems.add(bad(key, value, "true or false"));
          }
        }
        case "Stubs" -> stubs = paths(value);
        default -> problems.add(unknown(key));
      }
    }
    return new Options(maxMapDepth, stubs, stats, problems);
  }

  private static List<String> paths(String value) {
    List<String> paths = new ArrayList<>();
    for (String path : value.split(",")) {
      if (!path.isBlank()) {
        paths.add(path.strip());
      }
    }
    return paths;
  }

  private static String bad(String key, String value, String expected) {
    return "-XepOpt:" + PREFIX + key + "=" + value + ": expected " + expected;
  }

  private static String unknown(String key) {
    String hint = Spelling.hint(key, KEYS, PREFIX);
    return "unknown option -XepOpt:"
        + PREFIX
        + key
        + (hint.isEmpty() ? "; there are " + String.join(", ", KEYS) : hint);
  }
}
