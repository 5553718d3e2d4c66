package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The answers do not depend on what else the compiler was given: a file alone, with the class files
 * of all others, has the findings that it has among them, whichever comes first.
 *
 * <p>Files that do not name one another share a compile, and the last file first turns every two
 * round; {@code -Dholdfast.compiles=all} compiles each by itself, and tries more orders.
 */
class IncrementalCompileTest {
  private static final String COMPILES = "holdfast.compiles";
  private static final int AT_ONCE = System.getProperty(COMPILES, "").equals("all") ? 1 : 6;
  private static final List<Case> CASES = Cases.all();

  private static List<Path> files() {
    return new ArrayList<>(CASES.stream().map(Case::file).toList());
  }

  private static String differences(Map<Path, Set<Expected>> found) throws IOException {
    List<String> differences = new ArrayList<>();
    for (Case one : CASES) {
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
  void eachFileWithoutTheOthers() throws Exception {
    List<String> differences = new ArrayList<>();
    try (CaseCompiler compiler = new CaseCompiler()) {
      for (List<Path> files : strangers()) {
        String here = differences(compiler.findings(files));
        if (!here.isEmpty()) {
          differences.add(here);
        }
      }
      assertEquals(List.of(), compiler.notices());
    }
    assertEquals("", String.join("\n", differences));
  }

  /** Groups of files of which none names another. */
  private static List<List<Path>> strangers() throws IOException {
    Map<Case, Set<String>> words = new HashMap<>();
    for (Case one : CASES) {
      words.put(one, Set.copyOf(List.of(Files.readString(one.file()).split("\\W+"))));
    }
    List<List<Case>> groups = new ArrayList<>();
    for (Case one : CASES) {
      List<Case> group =
          groups.stream()
              .filter(known -> known.size() < AT_ONCE)
              .filter(
                  known ->
                      known.stream()
                          .noneMatch(
                              other ->
                                  words.get(one).contains(other.name())
                                      || words.get(other).contains(one.name())))
              .findFirst()
              .orElse(null);
      if (group == null) {
        group = new ArrayList<>();
        groups.add(group);
      }
      group.add(one);
    }
    return groups.stream().map(group -> group.stream().map(Case::file).toList()).toList();
  }

  @Test
  void theLastFileFirst() throws Exception {
    List<Path> files = files();
    Collections.reverse(files);
    try (CaseCompiler compiler = new CaseCompiler()) {
      assertEquals("", differences(compiler.findings(files)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20_260_101, 20_260_102, 20_260_103, 20_260_104})
  @EnabledIfSystemProperty(named = COMPILES, matches = "all")
  void inAnyOrder(long seed) throws Exception {
    List<Path> files = files();
    Collections.shuffle(files, new Random(seed));
    try (CaseCompiler compiler = new CaseCompiler()) {
      assertEquals("", differences(compiler.findings(files)));
    }
  }
}
