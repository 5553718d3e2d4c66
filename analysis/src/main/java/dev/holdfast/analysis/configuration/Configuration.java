package dev.holdfast.analysis.configuration;

import dev.holdfast.analysis.Settings;
import dev.holdfast.catalog.StubSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that a team has set, from its file and for one run.
 *
 * @param stubs the team's own stubs, in order, and what its other settings say in words of stubs
 * @param problems what was wrong, one sentence each with its place; the rest counts
 */
public record Configuration(Settings settings, List<StubSource> stubs, List<String> problems) {
  private static final Pattern DEPTH = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h)");
  private static final Pattern TYPE =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  public Configuration {
    stubs = List.copyOf(stubs);
    problems = List.copyOf(problems);
  }

  /**
   * What holds together.
   *
   * @param flags what was set for this run: it takes the place of what the file says of that key
   */
  public static Configuration of(ConfigurationFile file, List<Setting> flags) {
    Map<Key, Setting> inForce = new EnumMap<>(Key.class);
    file.settings().forEach(setting -> inForce.put(setting.key(), setting));
    flags.forEach(setting -> inForce.put(setting.key(), setting));
    Reader reader = new Reader(file.problems());
    inForce.values().forEach(reader::read);
    return new Configuration(reader.settings, reader.stubs(), reader.problems);
  }

  private static final class Reader {
    private Settings settings = Settings.DEFAULT;
    private final List<StubSource> stubs = new ArrayList<>();
    private final TeamWords words = new TeamWords();
    private final List<String> problems;

    Reader(List<String> problems) {
      this.problems = new ArrayList<>(problems);
    }

    void read(Setting setting) {
      String value = setting.value();
      switch (setting.key()) {
        case MAX_MAP_DEPTH:
          if (DEPTH.matcher(value).matches()) {
            settings = settings.withMaxMapDepth(Integer.parseInt(value));
          } else {
            expected(setting, "a whole number from 1 to 999");
          }
          break;
        case TIMEOUT:
          if (TIME.matcher(value).matches()) {
            settings = settings.withTimeout(time(value));
          } else {
            expected(setting, "a time like 500ms, 10s or 2m");
          }
          break;
        case STUBS:
          parts(setting).forEach(path -> stubs(setting, path));
          break;
        default:
          parts(setting).forEach(type -> type(setting, type));
      }
    }

    private static Duration time(String value) {
      String unit = value.replaceFirst("[0-9]+", "");
      return unit.equals("ms")
          ? Duration.ofMillis(Long.parseLong(value.replace("ms", "")))
          : Duration.parse("PT" + value);
    }

    private static List<String> parts(Setting setting) {
      List<String> parts = new ArrayList<>();
      for (String part : setting.value().split(",")) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts;
    }

    private void stubs(Setting setting, String written) {
      if (setting.folder() == null) {
        stubs.addAll(StubSource.at(written));
        return;
      }
      try {
        Path path = setting.folder().resolve(written);
        if (Files.exists(path)) {
          stubs.addAll(StubSource.at(path));
        } else {
          problems.add(setting.place() + ": there is no stub file " + path.normalize());
        }
      } catch (InvalidPathException e) {
        problems.add(setting.place() + ": " + written + " is no path: " + e.getReason());
      }
    }

    private void type(Setting setting, String type) {
      boolean named = TYPE.matcher(type).matches() && type.indexOf('.') > 0 && !type.contains("..");
      if (named && !type.endsWith(".")) {
        words.add(setting.key(), type);
      } else {
        problems.add(
            setting.place() + ": " + type + ": expected the name of a class with its package");
      }
    }

    private void expected(Setting setting, String what) {
      problems.add(setting.problem("expected " + what));
    }

    List<StubSource> stubs() {
      List<StubSource> all = new ArrayList<>(stubs);
      all.addAll(words.stubs());
      return all;
    }
  }
}
