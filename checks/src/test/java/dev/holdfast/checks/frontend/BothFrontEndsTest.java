package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.text.IrPrinter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same source through both front ends: each body must allow the same sequences of events. */
final class BothFrontEndsTest {
  @TestFactory
  Stream<DynamicTest> sameLanguage(@TempDir Path folder) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file :
        List.of("Tries", "Switches", "Closures", "Nesting", "Flows", "Comparisons")) {
      Compilation compilation = Compilation.of(read(file + ".java"));
      Map<String, List<Body>> source = byName(compilation.bodies());
      Path classes = Files.createDirectory(folder.resolve(file));
      Map<String, List<Body>> bytecode = byName(compilation.fromClassFiles(classes));
      bytecode.keySet().removeIf(BothFrontEndsTest::isMadeByTheCompiler);
      source.keySet().removeIf(BothFrontEndsTest::isMadeByTheCompiler);
      tests.add(
          DynamicTest.dynamicTest(
              file + ": the same bodies", () -> assertEquals(bytecode.keySet(), source.keySet())));
      source.forEach(
          (name, bodies) -> {
            List<Body> others = bytecode.getOrDefault(name, List.of());
            for (int i = 0; i < bodies.size() && i < others.size(); i++) {
              Body one = bodies.get(i);
              Body other = match(one, others, i);
              tests.add(DynamicTest.dynamicTest(file + ": " + name, () -> compare(one, other)));
            }
          });
    }
    assertTrue(tests.size() > 40, "shapes are missing");
    return tests.stream();
  }

  /**
   * Bodies that no source shows: members of enums and records, tables behind switches over enums,
   * the flag that turns assertions on. The constructors of an enum take a name and a number that
   * source does not know.
   */
  private static boolean isMadeByTheCompiler(String name) {
    return name.matches(
        "(Closures|Nesting)\\$(Pair|Plain|1Named)"
            + "\\.(equals|hashCode|toString|left|right|a|b|name|length)\\(.*"
            + "|Nesting\\$(1Node\\.get\\(\\): java.lang.Object|Polite.compareTo\\(.*Object\\).*)"
            + "|Switches\\$Size(\\$1)?\\.(values|valueOf|\\$values|<clinit>|<init>)\\(.*"
            + "|Flows\\.<clinit>\\(.*"
            + "|Switches\\$1\\.<clinit>\\(.*");
  }

  /** Lambdas of one method and signature are matched by what they do. */
  private static Body match(Body one, List<Body> others, int index) {
    for (Body other : others) {
      if (difference(one, other) == null) {
        return other;
      }
    }
    return others.get(index);
  }

  private static void compare(Body source, Body bytecode) {
    String difference = difference(source, bytecode);
    assertTrue(
        difference == null,
        () -> difference + "\n" + IrPrinter.print(source) + "\n" + IrPrinter.print(bytecode));
  }

  static String difference(Body source, Body bytecode) {
    return Language.difference(new Language(source), new Language(bytecode));
  }

  /** Bodies of one name and signature are lambdas of one method, in the order of the source. */
  static Map<String, List<Body>> byName(List<Body> bodies) {
    Map<String, List<Body>> named = new TreeMap<>();
    for (Body body : bodies) {
      named.computeIfAbsent(Events.name(body.method()), key -> new ArrayList<>()).add(body);
    }
    return named;
  }

  static String read(String file) throws Exception {
    try (InputStream in = BothFrontEndsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
