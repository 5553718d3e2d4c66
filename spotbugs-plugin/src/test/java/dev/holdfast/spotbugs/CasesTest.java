package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import dev.holdfast.rulebook.Rule;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case through SpotBugs, in both directions. */
class CasesTest {
  private static final Map<String, Set<Expected>> FOUND = new HashMap<>();
  private static SortedBugCollection collection;

  static Stream<Case> cases() {
    return Stream.concat(Cases.all().stream(), Cases.exam().stream());
  }

  @BeforeAll
  static void analyze(@TempDir Path folder) throws Exception {
    Path classes = Compiled.of(folder, cases().map(Case::file).toList());
    collection = SpotBugs.analyze(classes);
    for (BugInstance bug : SpotBugs.bugs(collection)) {
      SourceLineAnnotation line = bug.getPrimarySourceLineAnnotation();
      FOUND
          .computeIfAbsent(line.getSourceFile(), file -> new HashSet<>())
          .add(
              new Expected(
                  line.getStartLine(),
                  rule(bug).ruleName(),
                  Engine.BYTECODE,
                  bug.getPriority() == Priorities.LOW_PRIORITY));
    }
  }

  private static Rule rule(BugInstance bug) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.spotbugsType().equals(bug.getType()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsExactlyWhatIsMarked(Case one) throws Exception {
    Set<Expected> found = FOUND.getOrDefault(one.file().getFileName().toString(), Set.of());
    assertEquals("", one.differences(Engine.BYTECODE, found), one.name());
  }

  @Test
  void nothingCrashesAndNothingIsMissed() {
    assertEquals(List.of(), List.copyOf(collection.getErrors()));
    assertEquals(
        List.of(),
        collection.getCollection().stream()
            .filter(bug -> !bug.getType().startsWith("HF_"))
            .toList());
  }
}
