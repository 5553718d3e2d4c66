package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every declaration of the built-in stubs against the real libraries. */
class StubsTest {
  private static final Catalog CATALOG = Catalog.builtIn();

  static Stream<String> files() {
    return CATALOG.entries().stream().map(Entry::file).distinct();
  }

  static Stream<String> guards() {
    return CATALOG.entries().stream().flatMap(entry -> entry.guards().stream()).distinct();
  }

  static Stream<String> otherLibraries() {
    return Library.OTHERS.stream();
  }

  @Test
  void noStubHasAProblem() {
    assertEquals(List.of(), CATALOG.problems());
    assertTrue(CATALOG.entries().size() > 900, "the bundle is whole");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyDeclarationIsThereAndSaysWhatItCan(String file) {
    Truth truth = new Truth(CATALOG, Library.CURRENT);
    List<String> wrong = new ArrayList<>();
    for (Entry entry : entries(file)) {
      if (entry.guards().isEmpty()) {
        wrong.addAll(truth.problems(entry, true));
      }
    }
    report(wrong);
  }

  /** What is there in another version must mean the same; what is not there yet cannot harm. */
  @ParameterizedTest
  @MethodSource("otherLibraries")
  void whatOtherVersionsHaveFitsToo(String folder) {
    Library library = Library.other(folder);
    Truth truth = new Truth(CATALOG, library);
    List<String> wrong = new ArrayList<>();
    int held = 0;
    for (Entry entry : CATALOG.entries()) {
      Class<?> type = library.find(entry.type());
      if (type != null && library.brings(type)) {
        held++;
        wrong.addAll(truth.problems(entry, !entry.guards().isEmpty()));
      }
    }
    report(wrong);
    assertTrue(held > 0, folder + " brings nothing that a stub speaks about");
  }

  /** A guard that always holds is noise, one that never holds hides a mistake. */
  @ParameterizedTest
  @MethodSource("guards")
  void everyGuardHoldsSomewhereAndFailsSomewhere(String guard) {
    List<Library> holds = new ArrayList<>();
    List<Library> fails = new ArrayList<>();
    for (Library library : libraries().toList()) {
      (holds(guard, library) ? holds : fails).add(library);
    }
    assertTrue(!holds.isEmpty(), "no library here has " + guard);
    assertTrue(!fails.isEmpty(), "every library here has " + guard);
    for (Library library : holds) {
      Truth truth = new Truth(CATALOG, library);
      for (Entry entry : CATALOG.entries()) {
        if (entry.guards().contains(guard)) {
          report(truth.problems(entry, true));
        }
      }
    }
  }

  /** The analysis asks by binary name: a result type that resolves to nothing would be lost. */
  @Test
  void everyTypeThatCarriesADutyIsThere() {
    Set<String> lost = new TreeSet<>();
    for (String type : CATALOG.dutyTypes()) {
      if (libraries().noneMatch(library -> library.find(type) != null)) {
        lost.add(type);
      }
    }
    assertEquals(Set.of(), lost);
  }

  /** Written for the eye of whoever changes a stub: what else a member that stands alone means. */
  @Test
  void listsOverloadsThatAMemberMentionedOnceSpeaksFor() throws IOException {
    TreeMap<String, List<String>> captured = new TreeMap<>();
    Truth truth = new Truth(CATALOG, Library.CURRENT);
    for (Entry entry : CATALOG.entries()) {
      List<String> others = truth.spokenForInPassing(entry);
      if (!others.isEmpty()) {
        captured.put(entry.toString(), others);
      }
    }
    List<String> lines = new ArrayList<>();
    captured.forEach(
        (entry, others) -> lines.add(entry + "\n    " + String.join("\n    ", others)));
    Path list = Path.of("target", "stub-overloads.txt");
    Files.createDirectories(list.getParent());
    Files.write(list, lines);
    assertTrue(
        captured.keySet().stream().anyMatch(entry -> entry.contains("EntityUtils.toString")),
        "a charset makes no difference to EntityUtils.toString");
  }

  private static void report(List<String> wrong) {
    if (!wrong.isEmpty()) {
      fail(wrong.size() + " false:\n" + String.join("\n", wrong));
    }
  }

  private static List<Entry> entries(String file) {
    return CATALOG.entries().stream().filter(entry -> entry.file().equals(file)).toList();
  }

  private static Stream<Library> libraries() {
    return Stream.concat(Stream.of(Library.CURRENT), Library.OTHERS.stream().map(Library::other));
  }

  private static boolean holds(String guard, Library library) {
    String[] parts = guard.split("[#(]");
    return new ReflectedProgram(library, 17).has(parts[0], parts.length > 1 ? parts[1] : null);
  }
}
