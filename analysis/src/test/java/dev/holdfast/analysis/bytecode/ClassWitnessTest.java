package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.Settings;
import dev.holdfast.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the witness of class files does where something goes wrong inside. */
class ClassWitnessTest {
  private static final String SOURCE =
      """
      import java.net.http.*;
      import java.net.http.HttpResponse.BodyHandlers;
      class T {
        int first(HttpClient client, HttpRequest request) throws Exception {
          return client.send(request, BodyHandlers.ofInputStream()).statusCode();
        }
        int second(HttpClient client, HttpRequest request, Trap trap) throws Exception {
          HttpResponse<?> response = client.send(request, BodyHandlers.ofInputStream());
          trap.take(response);
          return response.statusCode();
        }
        int third(HttpClient client, HttpRequest request) throws Exception {
          return client.send(request, BodyHandlers.ofInputStream()).statusCode();
        }
      }
      class Trap { void take(HttpResponse<?> response) {} }
      """;

  @TempDir Path directory;

  private List<String> findings(ClassFiles files, List<String> told) throws Exception {
    ClassFiles all = files.or(ClassFiles.of(List.of(directory), 17)).or(ClassFiles.runningJdk());
    try (ClassFileWorld world = new ClassFileWorld(all, 17, name -> name.startsWith("T"))) {
      ClassWitness witness =
          new ClassWitness(
              world, Catalog.builtIn(), Settings.DEFAULT, (what, crash) -> told.add(what));
      List<String> found = witness.findings("T").stream().map(one -> one.method().name()).toList();
      world.unread().forEach(unread -> told.add(unread.name()));
      return found;
    }
  }

  @Test
  void aDefectOfOursCostsOneMethodAndIsToldByName() throws Exception {
    Compiled.javac(directory, SOURCE).close();
    List<String> told = new ArrayList<>();
    List<String> found =
        findings(
            name -> {
              if (name.equals("Trap")) {
                throw new AssertionError("made for this test");
              }
              return null;
            },
            told);
    assertTrue(found.containsAll(List.of("first", "third")), found::toString);
    assertTrue(told.stream().anyMatch(what -> what.contains("T.second")), told::toString);
  }

  @Test
  void whereNothingGoesWrongAllIsFound() throws Exception {
    Compiled.javac(directory, SOURCE).close();
    List<String> told = new ArrayList<>();
    assertEquals(List.of("first", "second", "third"), findings(name -> null, told));
    assertEquals(List.of(), told);
  }
}
