package dev.holdfast.checks;

import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.analysis.configuration.ConfigurationFile;
import dev.holdfast.analysis.configuration.Key;
import dev.holdfast.analysis.configuration.Setting;
import dev.holdfast.catalog.Spelling;
import dev.holdfast.rulebook.Rule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user may set for one run, read once and strictly: a misspelt option that nobody hears
 * would switch nothing on and say nothing.
 *
 * @param settings keys set for this run, which win over the project's file
 * @param near what is looked at: the project's file lies above it; null for no file
 * @param stats whether to say at the end what was looked at and how long it took
 * @param problems what was wrong with the options as given, one sentence each; the rest counts
 * @param quiet rules of which only findings that are shown by default are wanted
 * @param off rules that do not run
 */
public record Options(
    List<Setting> settings,
    URI near,
    boolean stats,
    List<String> problems,
    Set<Rule> quiet,
    Set<Rule> off) {
  /** Nothing set. */
  public static final Options DEFAULT =
      new Options(List.of(), null, false, List.of(), Set.of(), Set.of());

  private static final String PREFIX = "Holdfast:";
  private static final String FLAG = "-XepOpt:" + PREFIX;
  private static final String STATS = "Stats";

  public Options {
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
    quiet = Set.copyOf(quiet);
    off = Set.copyOf(off);
  }

  /** All findings of all rules. */
  public static Options of(List<Setting> settings) {
    return new Options(settings, null, false, List.of(), Set.of(), Set.of());
  }

  Options withQuiet(Set<Rule> rules) {
    return new Options(settings, near, stats, problems, rules, off);
  }

  Options withOff(Set<Rule> rules) {
    return new Options(settings, near, stats, problems, quiet, rules);
  }

  /** The same for the project that a source or class file at this address belongs to. */
  public Options near(URI file) {
    return new Options(settings, file, stats, problems, quiet, off);
  }

  /** What these options and the project's file say together. */
  public Configuration configuration() {
    ConfigurationFile file = near == null ? ConfigurationFile.NONE : ConfigurationFile.above(near);
    return Configuration.of(file, settings);
  }

  /**
   * Reads {@code Holdfast:Key=value} pairs, the argument of {@code -XepOpt:}; keys of others are
   * left alone.
   */
  public static Options of(Map<String, String> flags) {
    List<Setting> settings = new ArrayList<>();
    boolean stats = DEFAULT.stats();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> flag : new TreeMap<>(flags).entrySet()) {
      if (!flag.getKey().startsWith(PREFIX)) {
        continue;
      }
      String name = flag.getKey().substring(PREFIX.length());
      String value = flag.getValue().strip();
      Key key = key(name);
      if (key != null) {
        settings.add(Setting.flag(key, value, FLAG + name));
      } else if (!name.equals(STATS)) {
        problems.add("unknown option " + FLAG + name + hint(name));
      } else if (value.equals("true") || value.equals("false")) {
        stats = value.equals("true");
      } else {
        problems.add(FLAG + name + "=" + value + ": expected true or false");
      }
    }
    return new Options(settings, null, stats, problems, Set.of(), Set.of());
  }

  /** Flags begin with a capital, as all of Error Prone's do. */
  private static String spelling(Key key) {
    return Character.toUpperCase(key.spelling().charAt(0)) + key.spelling().substring(1);
  }

  private static Key key(String name) {
    for (Key key : Key.values()) {
      if (spelling(key).equals(name)) {
        return key;
      }
    }
    return null;
  }

  private static String hint(String name) {
    List<String> known = new ArrayList<>(List.of(STATS));
    for (Key key : Key.values()) {
      known.add(spelling(key));
    }
    known.sort(null);
    String hint = Spelling.hint(name, known, PREFIX);
    return hint.isEmpty() ? "; there are " + String.join(", ", known) : hint;
  }
}
