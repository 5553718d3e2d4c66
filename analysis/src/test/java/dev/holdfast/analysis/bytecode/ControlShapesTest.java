package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where control goes in small methods, compiled by the running JDK. */
class ControlShapesTest {
  @TempDir Path directory;

  private void check(String method, String source, String expected) throws Exception {
    try (Compiled compiled = Compiled.javac(directory, source)) {
      assertEquals(expected, compiled.text(method));
    }
  }

  @Test
  void theObjectIsMadeByOneOpEvenAcrossATernary() throws Exception {
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
  void aResourceIsClosedOnEveryWayOut() throws Exception {
    check(
        "read",
        """
        import java.io.*;
        class T {
          static int read(String name) throws IOException {
            try (InputStream in = new FileInputStream(name)) { return in.read(); }
          }
        }
        """,
        """
        b0:
          $1 = new FileInputStream(String) with name
          -> b1
          raise FileNotFoundException -> throw
          raise? RuntimeException -> throw
        b1:
          in = move $1
          $3 = call virtual InputStream.read(): int on in
          -> b2
          raise IOException -> b4
          raise? RuntimeException -> b4
        b2:
          $8 = move $3
          call virtual InputStream.close(): void on in implicit close
          -> b3
          raise IOException -> throw
          raise? RuntimeException -> throw
        b3:
          return $8
          -> exit
        b4:
          $4 = caught Throwable implicit
          $5 = move $4
          call virtual InputStream.close(): void on in implicit close
          -> b6
          raise IOException -> b5
          raise? RuntimeException -> b5
        b5:
          $6 = caught Throwable implicit
          $7 = move $6
          call virtual Throwable.addSuppressed(Throwable): void on $5 with $7
          -> b6
        b6:
          throw $5
          rethrow IOException -> throw
          rethrow? RuntimeException -> throw
        """);
  }

  @Test
  void aFlagIsTestedAsTheBooleanItIs() throws Exception {
    check(
        "flag",
        """
        import java.io.*;
        class T {
          static void flag(InputStream in) throws IOException {
            boolean ok = false;
            try { in.read(); ok = true; } finally { if (!ok) in.close(); }
          }
        }
        """,
        """
        b0:
          ok = const false
          $2 = call virtual InputStream.read(): int on in
          -> b1
          raise IOException -> b3
          raise? RuntimeException -> b3
        b1:
          ok = const true
          if true ok -> b6
          if false ok -> b2
        b2:
          call virtual InputStream.close(): void on in
          -> b6
          raise IOException -> throw
          raise? RuntimeException -> throw
        b3:
          $3 = caught Throwable implicit
          $4 = move $3
          if true ok -> b5
          if false ok -> b4
        b4:
          call virtual InputStream.close(): void on in
          -> b5
          raise IOException -> throw
          raise? RuntimeException -> throw
        b5:
          throw $4
          rethrow IOException -> throw
          rethrow? RuntimeException -> throw
        b6:
          return
          -> exit
        """);
  }

  @Test
  void whatWasCaughtGoesOnWithTheTypesThatCameIn() throws Exception {
    check(
        "rethrow",
        """
        import java.io.*;
        class T {
          static void rethrow(InputStream in) throws IOException {
            try { in.read(); } catch (Throwable t) { in.close(); throw t; }
          }
        }
        """,
        """
        b0:
          $1 = call virtual InputStream.read(): int on in
          -> b3
          raise IOException -> b1
          raise? RuntimeException -> b1
        b1:
          $2 = caught Throwable implicit
          t = move $2
          call virtual InputStream.close(): void on in
          -> b2
          raise IOException -> throw
          raise? RuntimeException -> throw
        b2:
          throw t
          rethrow IOException -> throw
          rethrow? RuntimeException -> throw
        b3:
          return
          -> exit
        """);
  }

  @Test
  void aNewExceptionIsRaisedWithItsOwnType() throws Exception {
    check(
        "wrap",
        """
        import java.io.*;
        class T {
          static void wrap(InputStream in) {
            try { in.read(); } catch (IOException e) { throw new IllegalStateException(e); }
          }
        }
        """,
        """
        b0:
          $1 = call virtual InputStream.read(): int on in
          -> b3
          raise IOException -> b1
          raise? RuntimeException -> throw
        b1:
          $2 = caught IOException implicit
          e = move $2
          $4 = new IllegalStateException(Throwable) with e
          -> b2
          raise? RuntimeException -> throw
        b2:
          throw $4
          raise IllegalStateException -> throw
        b3:
          return
          -> exit
        """);
  }

  @Test
  void aHandlerOfASubtypeGetsAnEdgeOfItsOwn() throws Exception {
    check(
        "subtype",
        """
        import java.io.*;
        class T {
          static void subtype(InputStream in) throws IOException {
            try { in.read(); } catch (EOFException | IllegalStateException e) { in.close(); }
          }
        }
        """,
        """
        b0:
          $1 = call virtual InputStream.read(): int on in
          -> b2
          raise EOFException -> b1
          raise IOException -> throw
          raise? IllegalStateException -> b1
          raise? RuntimeException -> throw
        b1:
          $2 = caught Exception implicit
          e = move $2
          call virtual InputStream.close(): void on in
          -> b2
          raise IOException -> throw
          raise? RuntimeException -> throw
        b2:
          return
          -> exit
        """);
  }

  @Test
  void aLockIsReleasedOnBothWaysOut() throws Exception {
    check(
        "locked",
        """
        class T { void locked(Object lock) { synchronized (lock) { lock.hashCode(); } } }
        """,
        """
        b0:
          $2 = move lock
          monitor enter lock
          $3 = call virtual Object.hashCode(): int on lock
          -> b1
          raise? RuntimeException -> b2
        b1:
          monitor exit $2
          return
          -> exit
        b2:
          $4 = caught Throwable implicit
          $5 = move $4
          monitor exit $2
          throw $5
          rethrow? RuntimeException -> throw
        """);
  }

  @Test
  void aTypePatternIsATestAndACast() throws Exception {
    check(
        "is",
        """
        class T { static boolean is(Object o) { return o instanceof String s && s.isEmpty(); } }
        """,
        """
        b0:
          if o not instanceof String -> b3
          if o instanceof String -> b1
        b1:
          $1 = cast String o
          s = move $1
          $3 = call virtual String.isEmpty(): boolean on s
          if false $3 -> b3
          if true $3 -> b2
          raise? RuntimeException -> throw
        b2:
          $4 = const true
          -> b4
        b3:
          $4 = const false
          -> b4
        b4:
          return $4
          -> exit
        """);
  }

  @Test
  void aStringSwitchHasImplicitCallsOnly() throws Exception {
    check(
        "kind",
        """
        class T {
          int kind(String s) { switch (s) { case "x": return 1; default: return 2; } }
        }
        """,
        """
        b0:
          $2 = move s
          $3 = const -1
          $4 = call virtual String.hashCode(): int on $2 implicit
          -> b1
          -> b3
        b1:
          $5 = const "x"
          $6 = call virtual String.equals(Object): boolean on $2 with $5 implicit
          if false $6 -> b3
          if true $6 -> b2
        b2:
          $7: ? = const 0
          -> b4
          -> b5
        b3:
          -> b4
          -> b5
        b4:
          $8 = const 1
          return $8
          -> exit
        b5:
          $9 = const 2
          return $9
          -> exit
        """);
  }

  @Test
  void anEndlessLoopHasNoExit() throws Exception {
    check(
        "forever",
        """
        class T { static void forever() { while (true) { Thread.yield(); } } }
        """,
        """
        b0:
          call static Thread.yield(): void
          -> b0
          raise? RuntimeException -> throw
        """);
  }
}
