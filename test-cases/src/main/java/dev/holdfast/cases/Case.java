package dev.holdfast.cases;

import java.nio.file.Path;
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

  @Override
  public String toString() {
    return name();
  }
}
