package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.analysis.ir.text.IrPrinter;
import org.junit.jupiter.api.Test;

final class ShapesTest {
  @Test
  void resourceIsClosedOnEveryWayOut() throws Exception {
    String text =
        lowered(
            """
            import java.io.*;
            class Shapes {
              int first(String name) throws IOException {
                try (InputStream in = new FileInputStream(name)) {
                  return in.read();
                }
              }
            }
            """,
            "first");
    assertEquals(
        """
        method Shapes.first(java.lang.String name): int throws java.io.IOException
          local in: java.io.InputStream
        b0:
          $3 = new java.io.FileInputStream(java.lang.String) with name @4
          -> b1
          raise java.io.FileNotFoundException -> throw
          raise? java.lang.RuntimeException -> throw
        b1:
          in = move $3 @4#s1
          $4 = call virtual java.io.InputStream.read(): int on in @5
          -> b2
          raise java.io.IOException -> b3
          raise? java.lang.RuntimeException -> b3
        b2:
          return $4 @5
          call virtual java.io.InputStream.close(): void on in @4#s1 implicit close
          -> exit
          raise java.io.IOException -> throw
          raise? java.lang.RuntimeException -> throw
        b3:
          $5 = caught java.lang.Throwable @4#s1 implicit
          call virtual java.io.InputStream.close(): void on in @4#s1 implicit close
          -> b4
          raise java.io.IOException -> b4
          raise? java.lang.RuntimeException -> b4
        b4:
          throw $5 @4#s1 implicit
          rethrow java.io.IOException -> throw
          rethrow? java.lang.RuntimeException -> throw
        """,
        text);
  }

  private static String lowered(String source, String method) throws Exception {
    return IrPrinter.print(Compilation.of(source).body(method));
  }
}
