package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The answers do not depend on what else the compiler was given: a file alone, with the class files
 * of all others, has the findings that it has among them, whichever comes first.
 */
class IncrementalCompileTest {
  private static final long SEED = 20_260_101;

  private static List<Path> files() {
    return new ArrayList<>(Cases.all().stream().map(Case::file).toList());
  }

  private static String differences(Map<Path, Set<Expected>> found) throws Exception {
    List<String> differences = new ArrayList<>();
    for (Case one : Cases.all()) {
      if (found.containsKey(one.file())) {
        String here = one.differences(Engine.SOURCE, found.get(one.file()));
        if (!here.isEmpty()) {
          differences.add(one.name() + "\n" + here);
        }
      }
    }
    return String.join("\n", differences);
  }

  @Test
  void eachFileAlone() throws Exception {
    List<String> differences = new ArrayList<>();
    try (CaseCompiler compiler = new CaseCompiler()) {
      for (Path file : files()) {
        String here = differences(compiler.findings(List.of(file)));
        if (!here.isEmpty()) {
          differences.add(here);
        }
      }
      assertEquals(List.of(), compiler.notices());
    }
    assertEquals("", String.join("\n", differences));
  }

  @Test
  void theLastFileFirst() throws Exception {
    List<Path> files = files();
    Collections.reverse(files);
    try (CaseCompiler compiler = new CaseCompiler()) {
      assertEquals("", differences(compiler.findings(files)));
    }
  }

  @Test
  void inAnyOrder() throws Exception {
    List<Path> files = files();
    Collections.shuffle(files, new Random(SEED));
    try (CaseCompiler compiler = new CaseCompiler()) {
      assertEquals("", differences(compiler.findings(files)));
    }
  }
}
