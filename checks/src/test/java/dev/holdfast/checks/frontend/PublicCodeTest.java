package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.ir.Body;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that nobody here wrote: nothing is given up, and both yardsticks agree. */
final class PublicCodeTest {
  @Test
  void everyBodyIsLoweredAndReachesWhatErrorPronesGraphReaches() throws Exception {
    Compilation compilation = commonsIo();
    List<Body> bodies = compilation.bodies();
    assertEquals(
        Map.of(), JavacWorld.instance(compilation.context()).lowering().reasons(), "given up");
    assertTrue(bodies.stream().allMatch(Objects::nonNull));

    CfgOracle oracle = CfgOracle.over(compilation);
    assertEquals(List.of(), oracle.differences);
    assertTrue(oracle.calls > 5000, oracle.methods + " methods, " + oracle.calls + " calls");
  }

  /**
   * What differs: constructors of enums, references that the compiler turns into lambdas ({@code
   * super::close}, {@code String[]::new}), {@code null == x}, and constants in arithmetic.
   */
  @Test
  void nearlyEveryBodyIsTheSameFromItsClassFile(@TempDir Path classes) throws Exception {
    Compilation compilation = commonsIo();
    List<Body> bodies = compilation.bodies();
    Map<String, List<Body>> bytecode =
        BothFrontEndsTest.byName(compilation.fromClassFiles(classes));
    List<String> different = new ArrayList<>();
    for (Body body : bodies) {
      String name = Events.name(body.method());
      if (bytecode.getOrDefault(name, List.of()).stream()
          .noneMatch(other -> BothFrontEndsTest.difference(body, other) == null)) {
        different.add(name);
      }
    }
    assertTrue(different.size() < bodies.size() / 40, () -> String.join("\n", different));
  }

  private static Compilation commonsIo() throws Exception {
    return Compilation.of(SourceJar.read("commons-io-"), List.of("-nowarn"));
  }
}
