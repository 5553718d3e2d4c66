package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

  private String refused() {
    return assertThrows(IllegalStateException.class, this::bundled).getMessage();
  }

  @Test
  void placesNameTheFileThatWasBundled() throws IOException {
    write("b.astub", "\n\nclass B {}");
    write("a.astub", "class A { A(); }\n");
    List<Entry> entries = bundled().entries();
    assertEquals("a.astub:1 A", entries.get(0).toString());
    assertEquals("b.astub:3 B", entries.get(2).toString());
  }

  @Test
  void packagesAndImportsEndWithTheirFile() throws IOException {
    write("a.astub", "package a; class A {}");
    write("b.astub", "class B {}");
    assertEquals("b.astub:1 B", bundled().entries().get(1).toString());
  }

  @Test
  void aBundleAnswersAsItsFilesDo() {
    Catalog files = Catalog.of(List.of(), List.of(), StubSource.at(Path.of("src/main/stubs")));
    Catalog bundle = Catalog.builtIn();
    assertEquals(files.dutyTypes(), bundle.dutyTypes());
    assertEquals(texts(files.entries()), texts(bundle.entries()));
    for (Entry entry : files.entries()) {
      assertTrue(entry.isType() || bundle.mentions(entry.member()), entry::toString);
      assertEquals(files.bearsLimits(entry.type()), bundle.bearsLimits(entry.type()));
    }
  }

  private static List<String> texts(List<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.toString().replace("src/main/stubs/", "").replace("stubs/", ""))
        .toList();
  }

  @Test
  void aTypeThatTwoFilesDeclareHasTheMembersOfBoth() throws IOException {
    write("a.astub", "class A { @Acquires A a(); class N { void n(); } }");
    write("b.astub", "class A { @Releases void b(); }");
    Catalog catalog = bundled();
    FakeProgram program = new FakeProgram();
    assertTrue(catalog.contract(new Member("A$N", "n", "()V"), program).mentioned());
    assertTrue(catalog.contract(new Member("A", "b", "()V"), program).says(Word.RELEASES));
    assertTrue(catalog.contract(new Member("A", "a", "()LA;"), program).says(Word.ACQUIRES));
  }

  @Test
  void stubsThatAreNotSoundAreNotShipped() throws IOException {
    write("a.astub", "class A { @Aquires A(); }");
    write("b.astub", "class B { /* never closed ");
    assertEquals(
        "the stubs are not sound:"
            + "\n  b.astub:1:27: '}' is missing in front of the end of the file: the body of 'B'"
            + " (line 1) is not closed"
            + "\n  a.astub:1:11: unknown word @Aquires; did you mean @Acquires?",
        refused());
  }

  @Test
  void shippedStubsArePlainAscii() throws IOException {
    write("a.astub", "/** \u2026 */ class A {}");
    assertTrue(refused().contains("outside ASCII"));
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
    assertEquals(
        "no.astub: there is no such stub file in " + Path.of("").toAbsolutePath(),
        problem(Path.of("no.astub")));
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
