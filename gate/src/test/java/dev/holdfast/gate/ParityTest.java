package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.rulebook.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All cases, once from source and once from class files: writes {@code target/parity.md}, how often
 * the two agree for each rule, and each difference with the reason that its marker gives.
 */
final class ParityTest {
  private static final double GOAL = 0.95;

  /** A finding that either of them has; a line has one of a rule at most. */
  private record Key(String file, int line, String rule) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRule = rule.compareTo(other.rule);
      int byFile = byRule != 0 ? byRule : file.compareTo(other.file);
      return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }
  }

  private final Map<String, Case> cases = new TreeMap<>();

  @Test
  void sourceAndClassFilesAgreeOrSayWhyNot() throws Exception {
    Stream.concat(Cases.all().stream(), Cases.exam().stream())
        .forEach(one -> cases.put(one.file().getFileName().toString(), one));
    Path sources = Cases.sources();
    Path classes = Path.of(Cases.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<Key, String> inSource = findings(sources, "dev/holdfast");
    Map<Key, String> inClasses = findings(sources, classes.toString());
    List<Key> all = new ArrayList<>(inSource.keySet());
    inClasses.keySet().stream().filter(key -> !inSource.containsKey(key)).forEach(all::add);
    all.sort(null);
    StringBuilder table =
        new StringBuilder(
            "| rule | findings | agree | source alone | class files alone | parity |\n");
    table.append("|---|---|---|---|---|---|\n");
    int agreed = 0;
    for (Rule rule : Rule.values()) {
      List<Key> own = all.stream().filter(key -> key.rule().equals(rule.ruleName())).toList();
      agreed += row(rule.ruleName(), own, inSource, inClasses, table);
    }
    row("all", all, inSource, inClasses, table);
    List<String> unexplained = new ArrayList<>();
    table.append('\n');
    for (Key key : all) {
      String source = inSource.getOrDefault(key, "nothing");
      String compiled = inClasses.getOrDefault(key, "nothing");
      if (!source.equals(compiled)) {
        String why = reason(key);
        String line =
            "- "
                + key.rule()
                + " "
                + key.file()
                + ":"
                + key.line()
                + ": source "
                + source
                + ", class files "
                + compiled
                + ": "
                + (why == null ? "NO REASON GIVEN" : why);
        table.append(line).append('\n');
        if (why == null) {
          unexplained.add(line);
        }
      }
    }
    Files.writeString(Path.of("target/parity.md"), table);
    assertEquals("", String.join("\n", unexplained));
    assertTrue(agreed >= GOAL * all.size(), table::toString);
  }

  private static int row(
      String title,
      List<Key> keys,
      Map<Key, String> inSource,
      Map<Key, String> inClasses,
      StringBuilder table) {
    int agree = 0;
    int source = 0;
    int compiled = 0;
    for (Key key : keys) {
      agree += inSource.getOrDefault(key, "").equals(inClasses.get(key)) ? 1 : 0;
      source += inClasses.containsKey(key) ? 0 : 1;
      compiled += inSource.containsKey(key) ? 0 : 1;
    }
    long percent = keys.isEmpty() ? 100 : Math.round(100.0 * agree / keys.size());
    table.append(
        String.format(
            "| %s | %d | %d | %d | %d | %d %% |%n",
            title, keys.size(), agree, source, compiled, percent));
    return agree;
  }

  /** What is found in the cases, and whether it is shown by default. */
  private Map<Key, String> findings(Path folder, String path) throws Exception {
    Run run =
        Run.withChecks(
            folder,
            "scan",
            "--all",
            "--json=-",
            "--classpath",
            System.getProperty("java.class.path"),
            path);
    assertEquals(1, run.exitCode(), run.err());
    Map<Key, String> found = new TreeMap<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out()).path("findings")) {
      String file = finding.at("/place/file").asText();
      String name = file.substring(file.lastIndexOf('/') + 1);
      if (cases.containsKey(name)) {
        found.put(
            new Key(name, finding.at("/place/startLine").asInt(), finding.path("rule").asText()),
            finding.path("fails").asBoolean() ? "shown" : "possible");
      }
    }
    return found;
  }

  /** The words behind the dash of the marker; null where there are none. */
  private String reason(Key key) throws Exception {
    String line = Files.readAllLines(cases.get(key.file()).file()).get(key.line() - 1);
    int marker = line.indexOf("@source:");
    marker = marker < 0 ? line.indexOf("@bytecode:") : marker;
    int dash = marker < 0 ? -1 : line.indexOf('\u2014', marker);
    return dash < 0 ? null : line.substring(dash + 1).strip();
  }
}
