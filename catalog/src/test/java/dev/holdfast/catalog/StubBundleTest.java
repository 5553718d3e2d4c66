package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubBundleTest {
  @TempDir Path folder;

  private Catalog bundled() throws IOException {
    Path bundle = folder.resolve("out/META-INF/holdfast.astub");
    StubBundle.main(new String[] {folder.resolve("stubs").toString(), bundle.toString()});
    return Catalog.of(List.of(), List.of(), StubSource.at(bundle));
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("stubs"));
    Files.writeString(folder.resolve("stubs").resolve(name), text);
  }

  @Test
  void placesNameTheFileThatWasBundled() throws IOException {
    write("b.astub", "\n\nclass B {}");
    write("a.astub", "class A { @Aquires A(); }\n");
    Catalog catalog = bundled();
    assertEquals("a.astub:1 A", catalog.entries().get(0).toString());
    assertEquals("b.astub:3 B", catalog.entries().get(2).toString());
    assertTrue(catalog.problems().get(0).toString().startsWith("a.astub:1:11: unknown word"));
  }

  @Test
  void aBrokenFileDoesNotSpoilTheNext() throws IOException {
    write("a.astub", "class A { /* never closed ");
    write("b.astub", "class B {}");
    Catalog catalog = bundled();
    assertEquals(1, catalog.problems().size());
    assertEquals("b.astub:1 B", catalog.entries().get(1).toString());
  }

  @Test
  void packagesAndImportsEndWithTheirFile() throws IOException {
    write("a.astub", "package a; class A {}");
    write("b.astub", "class B {}");
    assertEquals("b.astub:1 B", bundled().entries().get(1).toString());
  }

  @Test
  void aFolderIsReadWithAllThatIsBelowIt() throws IOException {
    write("b.astub", "class B {}");
    write("a.txt", "no stub");
    Files.createDirectories(folder.resolve("stubs/deep"));
    Files.writeString(folder.resolve("stubs/deep/a.astub"), "class A {}");
    List<StubSource> sources = StubSource.at(folder.resolve("stubs"));
    assertEquals(
        List.of(Path.of("stubs/b.astub").toString(), Path.of("stubs/deep/a.astub").toString()),
        sources.stream().map(StubSource::name).toList());
  }

  @Test
  void whatCannotBeReadIsAProblemWithoutALine() throws IOException {
    Path missing = folder.resolve("no.astub");
    Path binary = folder.resolve("binary.astub");
    Files.write(binary, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(missing + ": there is no such stub file", problem(missing));
    assertEquals(binary + ": is no text in UTF-8", problem(binary));
    assertEquals(empty + ": no .astub file in this folder", problem(empty));
  }

  private static String problem(Path path) {
    List<StubProblem> problems = Catalog.with(StubSource.at(path), List.of()).problems();
    assertEquals(1, problems.size());
    return problems.get(0).toString();
  }

  @Test
  void holdfastsOwnStubsOnTheAnalysedClassPathAreNotALibrarys() {
    Catalog catalog = Catalog.with(List.of(), List.of(StubBundle.own()));
    assertEquals(Catalog.builtIn().entries().size(), catalog.entries().size());
  }
}
