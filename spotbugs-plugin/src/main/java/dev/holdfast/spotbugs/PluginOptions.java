package dev.holdfast.spotbugs;

import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.analysis.configuration.ConfigurationFile;
import dev.holdfast.analysis.configuration.Key;
import dev.holdfast.analysis.configuration.Setting;
import dev.holdfast.catalog.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What the user may set for the plugin: the project's file, and over it system properties, because
 * SpotBugs hands nothing else to a plugin from every door.
 */
final class PluginOptions {
  private static final String PREFIX = "holdfast.";

  /** A typing error away from one of ours; properties further off may be anybody's. */
  private static final int EDITS = 3;

  private PluginOptions() {}

  static Configuration of(Properties properties, ConfigurationFile file) {
    List<String> problems = new ArrayList<>();
    List<Setting> settings = new ArrayList<>();
    List<String> known = Key.spellings().stream().map(key -> PREFIX + key).toList();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (known.contains(name)) {
        Key key = Key.of(name.substring(PREFIX.length()));
        settings.add(Setting.flag(key, properties.getProperty(name).strip(), "-D" + name));
        continue;
      }
      String meant = Spelling.nearest(name, known, EDITS);
      if (meant != null) {
        problems.add("-D" + name + ": there is no such property; did you mean " + meant + "?");
      }
    }
    Configuration configuration = Configuration.of(file, settings);
    problems.addAll(configuration.problems());
    return new Configuration(configuration.settings(), configuration.stubs(), problems);
  }
}
