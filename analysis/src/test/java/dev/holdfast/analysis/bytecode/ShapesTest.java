package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of small methods, compiled by the running JDK. */
class ShapesTest {
  @TempDir Path directory;

  private void check(String method, String source, String expected) throws Exception {
    try (Compiled compiled = Compiled.javac(directory, source)) {
      assertEquals(expected, compiled.text(method));
    }
  }

  @Test
  void constructorOfTheArgumentBecomesOneOpEvenAcrossATernary() throws Exception {
    check(
        "make",
        """
        class T {
          T(String s) {}
          static T make(boolean b) { return new T(b ? "x" : "y"); }
        }
        """,
        """
        b0:
          if false b -> b2
          if true b -> b1
        b1:
          $1 = const "x"
          -> b3
        b2:
          $1 = const "y"
          -> b3
        b3:
          $2 = new T(String) with $1
          -> b4
          raise? RuntimeException -> throw
        b4:
          return $2
          -> exit
        """);
  }

  @Test
  void valueOfAVariableIsSavedBeforeTheVariableChanges() throws Exception {
    check(
        "same",
        "class T { static int same(int i) { i = i++; return i; } }",
        """
        b0:
          $1 = move i
          i = opaque i
          i = move $1
          return i
          -> exit
        """);
  }
}
