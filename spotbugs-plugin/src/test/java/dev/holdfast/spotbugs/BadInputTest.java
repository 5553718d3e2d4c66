package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.SortedBugCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Class files that are broken, too new, mangled or alone: told by name, and the rest analysed. */
class BadInputTest {
  private static final String LEAKS =
      """
      package app;
      import java.net.http.*;
      import java.net.http.HttpResponse.BodyHandlers;
      class %s {
        int leak(HttpClient client, HttpRequest request) throws Exception {
          return client.send(request, BodyHandlers.ofInputStream()).statusCode();
        }
      }
      """;

  @TempDir Path folder;
  private Path classes;

  @BeforeEach
  void compile() throws Exception {
    classes =
        Compiled.of(
            folder,
            Map.of(
                "app/Bad.java", LEAKS.formatted("Bad"), "app/Good.java", LEAKS.formatted("Good")));
  }

  private Path bad() {
    return classes.resolve("app/Bad.class");
  }

  private static List<String> leaking(BugCollection collection) {
    return SpotBugs.bugs(collection).stream()
        .map(bug -> bug.getPrimaryClass().getClassName())
        .sorted()
        .toList();
  }

  private static List<String> missing(SortedBugCollection collection) {
    List<String> missing = new ArrayList<>();
    collection.missingClassIterator().forEachRemaining(missing::add);
    return missing;
  }

  /** What SpotBugs says, whose own reader meets such files before us, and what we say. */
  private static List<String> notes(SortedBugCollection collection) {
    return collection.getErrors().stream()
        .map(error -> error.getMessage() + " " + error.getExceptionMessage())
        .map(note -> note.replace('/', '.'))
        .toList();
  }

  @Test
  void aTruncatedClassFileCostsItselfAlone() throws Exception {
    byte[] whole = Files.readAllBytes(bad());
    Files.write(bad(), Arrays.copyOf(whole, whole.length * 3 / 4));
    SortedBugCollection collection = SpotBugs.analyze(classes);
    assertEquals(List.of("app.Good"), leaking(collection));
    assertTrue(
        notes(collection).stream().anyMatch(note -> note.contains("app.Bad")),
        () -> notes(collection).toString());
  }

  @Test
  void aClassFileNewerThanKnownIsNamed() throws Exception {
    byte[] whole = Files.readAllBytes(bad());
    whole[7] = 99;
    Files.write(bad(), whole);
    SortedBugCollection collection = SpotBugs.analyze(classes);
    assertEquals(List.of("app.Good"), leaking(collection));
    List<String> notes = notes(collection);
    assertTrue(
        notes.stream().anyMatch(note -> note.contains("app.Bad")),
        () -> notes(collection).toString());
  }

  @Test
  void obfuscatedNamesAreNamesLikeOthers() throws Exception {
    Remapper mangled =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            return name.equals("app/Bad") ? "a/\u0131" : name;
          }

          @Override
          public String mapMethodName(String owner, String name, String descriptor) {
            return owner.equals("app/Bad") && name.equals("leak") ? "do" : name;
          }
        };
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(bad()))
        .accept(new ClassRemapper(writer, mangled), ClassReader.SKIP_DEBUG);
    Files.delete(bad());
    Files.createDirectories(classes.resolve("a"));
    Files.write(classes.resolve("a/\u0131.class"), writer.toByteArray());
    SortedBugCollection collection = SpotBugs.analyze(classes);
    assertEquals(List.of("a.\u0131", "app.Good"), leaking(collection));
    assertEquals(List.of(), notes(collection));
  }

  @Test
  void whatOneClassNeedsAndNobodyHasCostsNoOther() throws Exception {
    Path sources = folder.resolve("more");
    Path more =
        Compiled.of(
            sources,
            Map.of(
                "lib/Base.java",
                "package lib; public class Base { public void use(Object o) {} }",
                "app/Alone.java",
                """
                package app;
                import java.net.http.*;
                import java.net.http.HttpResponse.BodyHandlers;
                class Alone extends lib.Base {
                  int leak(HttpClient client, HttpRequest request) throws Exception {
                    use(request);
                    return client.send(request, BodyHandlers.ofInputStream()).statusCode();
                  }
                }
                """));
    Files.delete(more.resolve("lib/Base.class"));
    SortedBugCollection collection = SpotBugs.analyze(classes, more);
    assertEquals(List.of("app.Alone", "app.Bad", "app.Good"), leaking(collection));
    assertEquals(List.of("lib.Base"), missing(collection));
  }
}
