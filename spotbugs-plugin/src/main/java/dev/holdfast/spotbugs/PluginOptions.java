package dev.holdfast.spotbugs;

import dev.holdfast.analysis.Settings;
import dev.holdfast.catalog.Spelling;
import dev.holdfast.catalog.StubSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user may set for the plugin: system properties, because SpotBugs hands nothing else to a
 * plugin from every door.
 *
 * @param settings of the analysis
 * @param stubs the team's own stubs, in order
 * @param problems what was wrong with the options as given, one sentence each; the rest counts
 */
record PluginOptions(Settings settings, List<StubSource> stubs, List<String> problems) {
  private static final String STUBS = "holdfast.stubs";
  private static final String DEPTH = "holdfast.maxMapDepth";

  /** A typing error away from one of ours; properties further off may be anybody's. */
  private static final int EDITS = 3;

  PluginOptions {
    stubs = List.copyOf(stubs);
    problems = List.copyOf(problems);
  }

  static PluginOptions of(Properties properties) {
    List<String> problems = misspelt(properties.stringPropertyNames());
    Settings settings = Settings.DEFAULT;
    String depth = properties.getProperty(DEPTH);
    if (depth != null) {
      if (depth.matches("[1-9][0-9]{0,2}")) {
        settings = settings.withMaxMapDepth(Integer.parseInt(depth));
      } else {
        problems.add("-D" + DEPTH + "=" + depth + ": expected a whole number from 1 to 999");
      }
    }
    List<StubSource> stubs = new ArrayList<>();
    String paths = properties.getProperty(STUBS);
    if (paths != null) {
      for (String path : paths.split(",")) {
        if (!path.isBlank()) {
          stubs.addAll(StubSource.at(path.strip()));
        }
      }
    }
    return new PluginOptions(settings, stubs, problems);
  }

  private static List<String> misspelt(Set<String> names) {
    List<String> known = List.of(DEPTH, STUBS);
    List<String> problems = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      String meant = Spelling.nearest(name, known, EDITS);
      if (meant != null && !known.contains(name)) {
        problems.add("-D" + name + ": there is no such property; did you mean " + meant + "?");
      }
    }
    return problems;
  }
}
