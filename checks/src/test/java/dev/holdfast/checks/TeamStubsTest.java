package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.checks.Compiles.Witnessed;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's own knowledge, and a library's, about APIs that nobody here has heard of. */
class TeamStubsTest {
  private static final String STUB =
      """
      package wire;

      class Line {
        @Acquires(HTTP_RESPONSE) Frame call();
      }

      class Frame {
        @Releases void close();
      }
      """;

  private static final Source LINE =
      new Source("wire/Line.java", "package wire; public interface Line { Frame call(); }");
  private static final Source FRAME =
      new Source(
          "wire/Frame.java", "package wire; public interface Frame { int code(); void close(); }");
  private static final Source LEAKS =
      new Source(
          "app/App.java",
          "package app;",
          "class App {",
          "  int code(wire.Line line) {",
          "    return line.call().code();",
          "  }",
          "}");

  @TempDir Path directory;

  private Witnessed with(List<String> flags, String stubs) throws Exception {
    return Compiles.witnessed(
        flags, stubs == null ? Map.of() : Map.of("Holdfast:Stubs", stubs), LINE, FRAME, LEAKS);
  }

  private String stub(String text) throws Exception {
    return Files.writeString(directory.resolve("team.astub"), text).toString();
  }

  @Test
  void withoutAStubNothingIsKnown() throws Exception {
    assertEquals(List.of(), with(List.of(), null).findings());
  }

  @Test
  void theTeamsStubCounts() throws Exception {
    Witnessed witnessed = with(List.of(), stub(STUB));
    assertEquals(List.of("4 UnclosedHttpResponse"), witnessed.findings());
    assertEquals(List.of(), witnessed.notices());
  }

  @Test
  void aBrokenStubIsOneErrorWithItsPlaceAndTheRestCounts() throws Exception {
    String path = stub(STUB + "\nclass Other { @Aquires Frame open(); }\n");
    Witnessed witnessed = with(List.of(), path);
    assertEquals(List.of("4 UnclosedHttpResponse"), witnessed.findings());
    assertEquals(1, witnessed.notices().size(), witnessed::toString);
    String error = witnessed.notices().get(0);
    assertTrue(error.startsWith("ERROR " + path + ":11:"), error);
    assertTrue(error.contains("Acquires"), error);
  }

  @Test
  void aMissingStubIsOneError() throws Exception {
    Witnessed witnessed = with(List.of(), directory.resolve("none.astub") + "," + stub(STUB));
    assertEquals(List.of("4 UnclosedHttpResponse"), witnessed.findings());
    assertEquals(1, witnessed.notices().size(), witnessed::toString);
    assertTrue(witnessed.notices().get(0).contains("none.astub"), witnessed::toString);
  }

  @Test
  void aLibraryShipsItsOwn() throws Exception {
    Path folder = directory.resolve("classes/META-INF/holdfast.astub");
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, STUB);
    Path jar = directory.resolve("wire.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry("META-INF/holdfast.astub"));
      entries.write(STUB.getBytes(StandardCharsets.UTF_8));
    }
    for (Path entry : List.of(directory.resolve("classes"), jar)) {
      Witnessed witnessed = with(List.of("-classpath", entry.toString()), null);
      assertEquals(List.of("4 UnclosedHttpResponse"), witnessed.findings(), entry.toString());
      assertEquals(List.of(), witnessed.notices());
    }
  }

  @Test
  void aLibrarysBrokenStubIsAWarning() throws Exception {
    Path folder = directory.resolve("classes/META-INF/holdfast.astub");
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, STUB + "class {");
    Witnessed witnessed =
        with(List.of("-classpath", directory.resolve("classes").toString()), null);
    assertEquals(1, witnessed.notices().size(), witnessed::toString);
    assertTrue(witnessed.notices().get(0).startsWith("WARNING "), witnessed::toString);
  }
}
