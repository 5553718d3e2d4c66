package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What statements that catch, clean up and leave become, as text. */
final class TryShapesTest {
  @Test
  void resourceIsClosedOnEveryWayOut() throws Exception {
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
        Compilation.print(
            "first",
            """
            import java.io.*;
            class Shapes {
              int first(String name) throws IOException {
                try (InputStream in = new FileInputStream(name)) {
                  return in.read();
                }
              }
            }
            """));
  }

  @Test
  void returnsShareOneCopyOfFinallyAndBreakHasItsOwn() throws Exception {
    assertEquals(
        """
        method Shapes.each(java.lang.String[] all, java.lang.Runnable after): java.lang.String
          local one: java.lang.String
          local $4: java.lang.String
          local $5: ?
          local $6: boolean
          local $7: java.lang.Throwable
        b0:
          -> b1
          -> b6
        b1:
          $4 = load all @3#s1 iteration
          one = move $4 @3#s1
          if null one -> b2
          if nonnull one -> b4
        b2:
          $5 = const null @5
          return $5 @5
          -> b3
        b3:
          call interface java.lang.Runnable.run(): void on after @9#s2
          -> exit
          raise? java.lang.RuntimeException -> throw
        b4:
          $6 = call virtual java.lang.String.isEmpty(): boolean on one @6
          if true $6 -> b5
          if false $6 -> b7
          raise? java.lang.RuntimeException -> b8
        b5:
          call interface java.lang.Runnable.run(): void on after @9#s2
          -> b6
          raise? java.lang.RuntimeException -> throw
        b6:
          $8 = const "none" @12
          return $8 @12
          -> exit
        b7:
          return one @7
          -> b3
        b8:
          $7 = caught java.lang.Throwable @4#s3 implicit
          call interface java.lang.Runnable.run(): void on after @9#s2
          -> b9
          raise? java.lang.RuntimeException -> throw
        b9:
          throw $7 @4#s3 implicit
          rethrow? java.lang.RuntimeException -> throw
        """,
        Compilation.print(
            "each",
            """
            class Shapes {
              String each(String[] all, Runnable after) {
                for (String one : all) {
                  try {
                    if (one == null) return null;
                    if (one.isEmpty()) break;
                    return one;
                  } finally {
                    after.run();
                  }
                }
                return "none";
              }
            }
            """));
  }

  @Test
  void exceptionsGoToTheFirstHandlerThatTakesThem() throws Exception {
    assertEquals(
        """
        method Shapes.read(java.lang.String name): int
        b0:
          $2 = new java.io.FileReader(java.lang.String) with name @5
          -> b1
          raise java.io.FileNotFoundException -> b3
          raise? java.lang.IllegalStateException -> b4
          raise? java.lang.RuntimeException -> throw
        b1:
          $3 = call virtual java.io.FileReader.read(): int on $2 @5
          -> b2
          raise java.io.FileNotFoundException -> b3
          raise java.io.IOException -> b4
          raise? java.lang.IllegalStateException -> b4
          raise? java.lang.RuntimeException -> throw
        b2:
          return $3 @5
          -> exit
        b3:
          e = caught java.io.FileNotFoundException @6
          $5 = const -1 @7
          return $5 @7
          -> exit
        b4:
          e~2 = caught java.lang.Exception @8
          $7 = new java.io.IOException(java.lang.Throwable) with e~2 @9
          -> b5
          raise? java.lang.RuntimeException -> throw
        b5:
          $8 = new java.io.UncheckedIOException(java.io.IOException) with $7 @9
          -> b6
          raise? java.lang.RuntimeException -> throw
        b6:
          throw $8 @9
          raise java.io.UncheckedIOException -> throw
        """,
        Compilation.print(
            "read",
            """
            import java.io.*;
            class Shapes {
              int read(String name) {
                try {
                  return new FileReader(name).read();
                } catch (FileNotFoundException e) {
                  return -1;
                } catch (IOException | IllegalStateException e) {
                  throw new UncheckedIOException(new IOException(e));
                }
              }
            }
            """));
  }

  @Test
  void catchOfThrowablePassesOnWhatCameIn() throws Exception {
    assertEquals(
        """
        method Shapes.run(java.util.concurrent.Callable<?> task): java.lang.Object throws java.lang.Exception
        b0:
          $2 = call interface java.util.concurrent.Callable.call(): java.lang.Object on task @5
          -> b1
          raise java.lang.Exception -> b2
          raise? java.lang.RuntimeException -> b2
        b1:
          return $2 @5
          -> exit
        b2:
          t = caught java.lang.Throwable @6
          call virtual java.lang.Throwable.printStackTrace(): void on t @7
          -> b3
          raise? java.lang.RuntimeException -> throw
        b3:
          throw t @8
          rethrow java.lang.Exception -> throw
          rethrow? java.lang.RuntimeException -> throw
        """,
        Compilation.print(
            "run",
            """
            import java.util.concurrent.Callable;
            class Shapes {
              Object run(Callable<?> task) throws Exception {
                try {
                  return task.call();
                } catch (Throwable t) {
                  t.printStackTrace();
                  throw t;
                }
              }
            }
            """));
  }

  @Test
  void switchOverStringsIsAChoiceAndYieldLeavesThroughFinally() throws Exception {
    assertEquals(
        """
        method Shapes.pick(java.lang.String key, java.lang.Runnable after): int
          local $3: int
        b0:
          -> b1
          -> b3
          -> b7
        b1:
          $4 = const 1 @4#s1
          $3 = move $4 @4#s1 implicit
          -> b2
        b2:
          return $3 @3
          -> exit
        b3:
          $5 = call virtual java.lang.String.length(): int on key @7#s2
          -> b4
          raise? java.lang.RuntimeException -> b5
        b4:
          $3 = move $5 @7#s2 implicit
          call interface java.lang.Runnable.run(): void on after @9#s3
          -> b2
          raise? java.lang.RuntimeException -> throw
        b5:
          $6 = caught java.lang.Throwable @6#s4 implicit
          call interface java.lang.Runnable.run(): void on after @9#s3
          -> b6
          raise? java.lang.RuntimeException -> throw
        b6:
          throw $6 @6#s4 implicit
          rethrow? java.lang.RuntimeException -> throw
        b7:
          $7 = new java.lang.IllegalArgumentException(java.lang.String) with key @12
          -> b8
          raise? java.lang.RuntimeException -> throw
        b8:
          throw $7 @12
          raise java.lang.IllegalArgumentException -> throw
        """,
        Compilation.print(
            "pick",
            """
            class Shapes {
              int pick(String key, Runnable after) {
                return switch (key) {
                  case "a", "b" -> 1;
                  case "c" -> {
                    try {
                      yield key.length();
                    } finally {
                      after.run();
                    }
                  }
                  default -> throw new IllegalArgumentException(key);
                };
              }
            }
            """));
  }

  @Test
  void copiesOfFinallyMustNotExplode() throws Exception {
    int depth = 12;
    String source =
        "class Shapes { void deep(Runnable r) {"
            + " try { r.run(); } finally {".repeat(depth)
            + " r.run();"
            + " }".repeat(depth)
            + " } }";
    Compilation compilation = Compilation.of(source);
    compilation.bodies();
    assertEquals(
        Map.of("too large", 1), JavacWorld.instance(compilation.context()).lowering().reasons());
  }
}
