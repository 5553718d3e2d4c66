package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Error Prone's control flow graph is the oracle for which calls can be reached. */
final class OracleTest {
  @ParameterizedTest
  @ValueSource(strings = {"Tries", "Switches", "Closures", "Nesting", "Flows"})
  void sameCallsAreReached(String shapes) throws Exception {
    CfgOracle oracle = CfgOracle.over(Compilation.of(BothFrontEndsTest.read(shapes + ".java")));
    List<String> intended =
        oracle.differences.stream().filter(one -> one.startsWith("Flows.constants:")).toList();
    oracle.differences.removeAll(intended);
    assertEquals(List.of(), oracle.differences);
    assertEquals(shapes.equals("Flows") ? 1 : 0, intended.size(), "code behind a false constant");
    assertTrue(oracle.calls >= 10, "calls: " + oracle.calls);
  }

  /** By intent: what only an Error or an implicit exception leads to. */
  @Test
  void handlersOfErrorsAreNotReached() throws Exception {
    CfgOracle oracle =
        CfgOracle.over(
            Compilation.of(
                """
                class Shapes {
                  void run(Runnable task) {
                    try {
                      task.run();
                    } catch (OutOfMemoryError e) {
                      e.printStackTrace();
                    }
                  }
                }
                """));
    assertEquals(List.of("Shapes.run: only the CFG has e.printStackTrace()"), oracle.differences);
  }
}
