package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of values in small methods, compiled by the running JDK. */
class ValueShapesTest {
  @TempDir Path directory;

  private void check(String method, String source, String expected) throws Exception {
    try (Compiled compiled = Compiled.javac(directory, source)) {
      assertEquals(expected, compiled.text(method));
    }
  }

  @Test
  void aVariableIsSavedBeforeItChanges() throws Exception {
    check(
        "same",
        """
        class T { static int same(int i) { i = i++; return i; } }
        """,
        """
        b0:
          $1 = move i
          i = opaque i
          i = move $1
          return i
          -> exit
        """);
  }

  @Test
  void aCastTellsWhatATypeVariableStandsFor() throws Exception {
    check(
        "first",
        """
        import java.util.*;
        class T { static StringBuilder first(Iterator<StringBuilder> i) { return i.next(); } }
        """,
        """
        b0:
          $1: StringBuilder = call interface java.util.Iterator.next(): Object on i
          -> b1
          raise? RuntimeException -> throw
        b1:
          $2 = cast StringBuilder $1
          return $2
          -> exit
        """);
  }

  @Test
  void twoVariablesOfOneSlotStayTwo() throws Exception {
    check(
        "slots",
        """
        class T {
          static void slots(Object o) {
            { String s = o.toString(); s.length(); }
            { Class<?> c = o.getClass(); c.getName(); }
          }
        }
        """,
        """
        b0:
          $1 = call virtual Object.toString(): String on o
          -> b1
          raise? RuntimeException -> throw
        b1:
          s = move $1
          $3 = call virtual String.length(): int on s
          -> b2
          raise? RuntimeException -> throw
        b2:
          $4: Class<?> = call virtual Object.getClass(): Class on o
          -> b3
          raise? RuntimeException -> throw
        b3:
          c = move $4
          $6 = call virtual Class.getName(): String on c
          -> b4
          raise? RuntimeException -> throw
        b4:
          return
          -> exit
        """);
  }

  @Test
  void aReassignedVariableStaysOne() throws Exception {
    check(
        "assign",
        """
        class T {
          static void assign(String s) { s = s.trim(); String t = s; t = t.strip(); t.length(); }
        }
        """,
        """
        b0:
          $1 = call virtual String.trim(): String on s
          -> b1
          raise? RuntimeException -> throw
        b1:
          s = move $1
          t = move s
          $3 = call virtual String.strip(): String on t
          -> b2
          raise? RuntimeException -> throw
        b2:
          t = move $3
          $4 = call virtual String.length(): int on t
          -> b3
          raise? RuntimeException -> throw
        b3:
          return
          -> exit
        """);
  }

  @Test
  void aLambdaNamesItsBodyAndCapturesInOrder() throws Exception {
    check(
        "lambda",
        """
        import java.util.function.*;
        class T {
          Supplier<String> lambda(String a, Object b) { return () -> a + b + this; }
        }
        """,
        """
        b0:
          $3 = closure lambda special T.lambda$lambda$0(String, Object): String captures this, a, b as java.util.function.Supplier
          return $3
          -> exit
        """);
  }

  @Test
  void aBoundReferenceCapturesItsReceiver() throws Exception {
    check(
        "bound",
        """
        import java.util.*;
        class T { Runnable bound(List<String> all) { return all::clear; } }
        """,
        """
        b0:
          $2 = closure ref interface java.util.List.clear(): void captures all as Runnable
          return $2
          -> exit
        """);
  }

  @Test
  void aConcatenationHasItsConstantsAmongItsOperands() throws Exception {
    check(
        "text",
        """
        class T { String text(String s, Object o, int i) { return "a" + s + o + i; } }
        """,
        """
        b0:
          $4 = const "a" implicit
          $5 = concat $4, s, o, i
          return $5
          -> exit
        """);
  }

  @Test
  void fieldsAreInitialisedAfterTheSuperConstructor() throws Exception {
    check(
        "<init>",
        """
        import java.util.*;
        class T {
          final Map<String, Object> field = new HashMap<>();
          T(String s) { field.put("k", s); }
        }
        """,
        """
        b0:
          call special Object.<init>(): void on this
          $2 = new java.util.HashMap()
          -> b1
          raise? RuntimeException -> throw
        b1:
          put T.field: java.util.Map of this = $2
          $3: java.util.Map<String,Object> = get T.field: java.util.Map of this
          $4 = const "k"
          $5 = call interface java.util.Map.put(Object, Object): Object on $3 with $4, s
          -> b2
          raise? RuntimeException -> throw
        b2:
          return
          -> exit
        """);
  }

  @Test
  void classLiteralsAndArraysKeepTheirTypes() throws Exception {
    check(
        "types",
        """
        class T { static Class<?>[] types() { return new Class<?>[] {int.class, T[].class}; } }
        """,
        """
        b0:
          $0 = array Class
          $1 = const class int
          store $0 = $1
          $2 = const class T[]
          store $0 = $2
          return $0
          -> exit
        """);
  }

  @Test
  void longsAndDoublesTakeOneRegister() throws Exception {
    check(
        "wide",
        """
        class T { static long wide(long a, double b, int c) { return c > 0 ? a : (long) b; } }
        """,
        """
        b0:
          if c < 1 -> b2
          if c >= 1 -> b1
        b1:
          $3 = move a
          -> b3
        b2:
          $3 = opaque b
          -> b3
        b3:
          return $3
          -> exit
        """);
  }

  @Test
  void aFieldOfASuperclassHasItsDeclaringOwner() throws Exception {
    check(
        "inherited",
        """
        class T extends java.io.PipedInputStream {
          int inherited() { return this.in; }
        }
        """,
        """
        b0:
          $1 = get PipedInputStream.in: int of this
          return $1
          -> exit
        """);
  }
}
