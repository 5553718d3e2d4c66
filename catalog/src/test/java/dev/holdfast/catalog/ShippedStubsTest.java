package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries say about themselves, and what is said where they cannot. */
class ShippedStubsTest {
  private static final String STUB = "package wire;\nclass Line { @Acquires Object call(); }\n";
  private static final byte[] NO_TEXT = {(byte) 0xC3, 0x28, (byte) 0xFF};

  @TempDir Path folder;

  private Path jar(String name, byte[] stubs) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry("wire/other.txt"));
      if (stubs != null) {
        entries.putNextEntry(new JarEntry(ShippedStubs.RESOURCE));
        entries.write(stubs);
      }
    }
    return jar;
  }

  private Path classes(String name, byte[] stubs) throws IOException {
    Path file = folder.resolve(name).resolve(ShippedStubs.RESOURCE);
    Files.createDirectories(file.getParent());
    Files.write(file, stubs);
    return folder.resolve(name);
  }

  private static List<String> problems(Path... classPath) {
    Catalog catalog = Catalog.with(List.of(), ShippedStubs.on(List.of(classPath)));
    return catalog.problems().stream().map(StubProblem::toString).toList();
  }

  @Test
  void jarsAndFoldersSpeakInTheOrderOfTheClassPath() throws Exception {
    byte[] stubs = STUB.getBytes(StandardCharsets.UTF_8);
    Path library = jar("wire.jar", stubs);
    Path zip = jar("wire.zip", stubs);
    Path classes = classes("classes", stubs);
    assertEquals(
        List.of(
            StubSource.of(classes + "/META-INF/holdfast.astub", STUB),
            StubSource.of(library + "!/META-INF/holdfast.astub", STUB),
            StubSource.of(zip + "!/META-INF/holdfast.astub", STUB)),
        ShippedStubs.on(List.of(classes, library, jar("silent.jar", null), zip)));
  }

  @Test
  void whatCannotBeOpenedIsTheClassPathsProblem() throws Exception {
    Path noJar = Files.writeString(folder.resolve("no.jar"), "no jar at all");
    Path empty = Files.createFile(folder.resolve("empty.jar"));
    Path cut = folder.resolve("cut.jar");
    byte[] whole = Files.readAllBytes(jar("wire.jar", STUB.getBytes(StandardCharsets.UTF_8)));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertEquals(
        List.of(), ShippedStubs.on(List.of(noJar, empty, cut, folder.resolve("missing.jar"))));
  }

  @Test
  void stubsThatAreNoTextAreNamed() throws Exception {
    Path library = jar("wire.jar", NO_TEXT);
    Path classes = classes("classes", NO_TEXT);
    assertEquals(
        List.of(
            library + "!/META-INF/holdfast.astub: is no text in UTF-8",
            classes + "/META-INF/holdfast.astub: is no text in UTF-8"),
        problems(library, classes));
  }

  @Test
  void aBrokenEntryInASoundJarIsNamed() throws Exception {
    Path library = jar("wire.jar", STUB.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(library);
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(ShippedStubs.RESOURCE);
    bytes[name + ShippedStubs.RESOURCE.length()] = (byte) 0xFF; // a kind of block there is not
    Files.write(library, bytes);
    assertEquals(
        List.of(library + "!/META-INF/holdfast.astub: cannot be read: invalid block type"),
        problems(library));
  }

  @Test
  void aReplacementCharacterThatWasWrittenIsText() throws Exception {
    Path library = jar("wire.jar", ("// \uFFFD\n" + STUB).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), problems(library));
  }

  @Test
  void aMistakeHasItsPlace() throws Exception {
    Path library =
        jar("wire.jar", "class A {\n  @Aquires A a();\n}".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of(
            library
                + "!/META-INF/holdfast.astub:2:3: unknown word @Aquires; did you mean @Acquires?"),
        problems(library));
  }
}
