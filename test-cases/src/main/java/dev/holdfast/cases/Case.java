package dev.holdfast.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One source file and all findings in it, no more and no fewer.
 *
 * @param file absolute path of the source
 * @param release language level it is written in
 * @param expected the findings
 */
public record Case(Path file, int release, Set<Expected> expected) {
  public Case {
    expected = Set.copyOf(expected);
  }

  /** Simple name of the top-level class. */
  public String name() {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  /** What the given engine must report, in the order of lines. */
  public SortedSet<Expected> expectedOf(Engine engine) {
    return expected.stream()
        .filter(finding -> finding.engine().includes(engine))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Where the given engine found other things than it must, a line each with the code; empty if
   * nowhere.
   */
  public String differences(Engine engine, Set<Expected> found) throws IOException {
    Set<Expected> wanted = new HashSet<>();
    for (Expected finding : expectedOf(engine)) {
      wanted.add(new Expected(finding.line(), finding.rule(), engine, finding.possible()));
    }
    List<String> source = Files.readAllLines(file);
    List<String> differences = new ArrayList<>();
    differences.addAll(surplus("missing", wanted, found, source));
    differences.addAll(surplus("extra", found, wanted, source));
    return String.join("\n", differences);
  }

  /** What the first has and the second has not, each with its line of code. */
  private static List<String> surplus(
      String word, Set<Expected> first, Set<Expected> second, List<String> source) {
    return first.stream()
        .filter(finding -> !second.contains(finding))
        .sorted()
        .map(finding -> word + " " + finding + ": " + source.get(finding.line() - 1).strip())
        .toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
