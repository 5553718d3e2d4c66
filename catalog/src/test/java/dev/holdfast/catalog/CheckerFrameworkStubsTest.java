package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** A team can give us the stub files it wrote for the Checker Framework. */
class CheckerFrameworkStubsTest {
  private static List<StubSource> sources() throws Exception {
    Class<?> checker =
        Class.forName(
            "org.checkerframework.checker.mustcall.MustCallChecker",
            false,
            CheckerFrameworkStubsTest.class.getClassLoader());
    String jar = checker.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<StubSource> sources = new ArrayList<>();
    try (JarFile file = new JarFile(jar)) {
      for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
        if (entry.getName().endsWith(".astub")) {
          try (InputStream in = file.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            sources.add(StubSource.of(entry.getName(), text));
          }
        }
      }
    }
    return sources;
  }

  @Test
  void itsOwnStubsAreReadWithoutAProblemAndItsWordsAreHeard() throws Exception {
    List<StubSource> sources = sources();
    assertTrue(sources.size() > 30, "only " + sources.size() + " stub files");
    Catalog catalog = Catalog.with(sources, List.of());
    assertEquals(List.of(), catalog.problems());
    assertTrue(catalog.entries().size() - Catalog.builtIn().entries().size() > 2_000);

    FakeProgram program = new FakeProgram();
    Contract quiet =
        catalog.contract(
            new Member("org.apache.commons.io.IOUtils", "closeQuietly", "(Ljava/io/Reader;)V"),
            program);
    assertTrue(quiet.says(Word.RELEASES, Slot.parameter(0)));
    Contract made =
        catalog.contract(
            new Member("javax.net.SocketFactory", "createSocket", "()Ljava/net/Socket;"), program);
    assertTrue(made.says(Word.ACQUIRES, Slot.RESULT));
  }
}
