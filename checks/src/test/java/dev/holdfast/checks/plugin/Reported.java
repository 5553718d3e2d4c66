package dev.holdfast.checks.plugin;

import dev.holdfast.cases.builds.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding as the compiler or Maven prints it. */
record Reported(Path file, int line, String rule) {
  private static final Pattern JAVAC =
      Pattern.compile("(.*\\.java):(\\d+): (?:warning|error): \\[(\\w+)\\] .*");
  private static final Pattern MAVEN =
      Pattern.compile("\\[WARNING\\] (.*\\.java):\\[(\\d+),\\d+\\] \\[(\\w+)\\] .*");

  static List<Reported> in(Run run) {
    List<Reported> found = new ArrayList<>();
    for (String line : run.lines()) {
      for (Pattern form : List.of(JAVAC, MAVEN)) {
        Matcher matcher = form.matcher(line);
        if (matcher.matches()) {
          found.add(
              new Reported(
                  Path.of(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3)));
        }
      }
    }
    return found;
  }
}
