package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case, in both directions: a missing finding fails and so does one that nobody marked. */
class CasesTest {
  private static final Map<Path, Set<Expected>> FOUND = new HashMap<>();
  private static final List<Notice> NOTICES = new ArrayList<>();

  static Stream<Case> cases() {
    return Stream.concat(Cases.all().stream(), Cases.exam().stream());
  }

  /** All files of a folder at once, as a build would: some cases are two files. */
  @BeforeAll
  static void compile() throws Exception {
    Map<Path, List<Path>> folders =
        cases().map(Case::file).collect(Collectors.groupingBy(Path::getParent));
    try (CaseCompiler compiler = new CaseCompiler()) {
      for (List<Path> files : folders.values()) {
        FOUND.putAll(compiler.findings(files));
      }
      NOTICES.addAll(compiler.notices());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsExactlyWhatIsMarked(Case one) throws Exception {
    Set<Expected> found = FOUND.get(one.file());
    assertEquals("", one.differences(Engine.SOURCE, found), one.name());
  }

  @Test
  void nothingCrashesAndNoStubIsBroken() {
    assertEquals(List.of(), NOTICES);
  }
}
