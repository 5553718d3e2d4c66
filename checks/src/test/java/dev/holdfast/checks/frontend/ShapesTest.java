package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What single shapes of Java become, as text. */
final class ShapesTest {
  @Test
  void conditionsAreEdges() throws Exception {
    assertEquals(
        """
        method Shapes.test(java.lang.String a, boolean b, java.lang.Object o): java.lang.String
          local $4: boolean
          local $5: java.lang.String
        b0:
          if null a -> b1
          if nonnull a -> b6
        b1:
          if o instanceof java.lang.String -> b2
          if o not instanceof java.lang.String -> b5
        b2:
          s: java.lang.String = move o @7
          if null a -> b3
          if nonnull a -> b5
        b3:
          $5 = move s @7 implicit
          -> b4
        b4:
          return $5 @7
          -> exit
        b5:
          $7 = const null @7#s1
          $5 = move $7 @7#s1 implicit
          -> b4
        b6:
          if true b -> b7
          if false b -> b8
        b7:
          return a @5
          -> exit
        b8:
          $4 = call virtual java.lang.String.isEmpty(): boolean on a @4
          if true $4 -> b1
          if false $4 -> b7
          raise? java.lang.RuntimeException -> throw
        """,
        Compilation.print(
            "test",
            """
            class Shapes {
              static final boolean OFF = false;
              String test(String a, boolean b, Object o) {
                if (a != null && (b || !a.isEmpty()) && !OFF) {
                  return a;
                }
                return o instanceof String s && a == null ? s : null;
              }
            }
            """));
  }

  @Test
  void closuresTakeThisFirst() throws Exception {
    assertEquals(
        """
        method Shapes.task(java.lang.String a, int n): java.util.function.Supplier
          local b: java.lang.String
        b0:
          $4 = concat a, n @5
          b = move $4 @5
          $5: java.util.function.Supplier<java.lang.String> = closure lambda special Shapes.lambda$task$0(java.lang.String, java.lang.String): java.lang.String captures this, b, a as java.util.function.Supplier @6
          return $5 @6
          -> exit
        """,
        Compilation.print(
            "task",
            """
            import java.util.function.Supplier;
            class Shapes {
              private String prefix;
              Supplier<String> task(String a, int n) {
                String b = a + n;
                return () -> prefix + b + a;
              }
            }
            """));
  }

  @Test
  void constructorsRunInitialisersAfterSuper() throws Exception {
    assertEquals(
        """
        method Shapes.<init>(int size): void
        b0:
          $2 = const "shapes" @6
          call special java.lang.Thread.<init>(java.lang.String): void on this with $2 @6
          -> b1
          raise? java.lang.RuntimeException -> throw
        b1:
          $3 = new java.lang.Object() @2
          put Shapes.lock: java.lang.Object of this = $3 @2
          $4 = const true @4
          call virtual Shapes.setDaemon(boolean): void on this with $4 @4
          -> b2
          raise? java.lang.RuntimeException -> throw
        b2:
          put Shapes.size: int of this = size @7
          return @5 implicit
          -> exit
        """,
        Compilation.print(
            "<init>",
            """
            class Shapes extends Thread {
              private final Object lock = new Object();
              private final int size;
              { setDaemon(true); }
              Shapes(int size) {
                super("shapes");
                this.size = size;
              }
            }
            """));
  }

  @Test
  void variableArgumentsAreSpreadAndConstantsFolded() throws Exception {
    assertEquals(
        """
        method Shapes.format(java.lang.Object a): java.lang.String
        b0:
          $2 = const "%s-%d" @4
          $3 = array java.lang.Object @4#s2 implicit
          store $3 = a @4 implicit
          $4 = const 3 @4#s1
          store $3 = $4 @4#s1 implicit
          $5 = call static java.lang.String.format(java.lang.String, java.lang.Object[]): java.lang.String with $2, $3 @4#s2
          -> b1
          raise? java.lang.RuntimeException -> throw
        b1:
          $6 = const "xy" @4
          $7 = concat $5, $6, a @4
          return $7 @4
          -> exit
        """,
        Compilation.print(
            "format",
            """
            class Shapes {
              static final String PATTERN = "%s" + '-' + "%d";
              String format(Object a) {
                return String.format(PATTERN, a, 1 + 2) + "x" + 'y' + a;
              }
            }
            """));
  }

  @Test
  void operandsAreReadInOrder() throws Exception {
    assertEquals(
        """
        method Shapes.late(java.lang.String a): java.lang.String
          local $2: java.lang.CharSequence[]
          local $3: java.lang.String
        b0:
          $4 = move a @3#s1 implicit
          $2 = array java.lang.CharSequence @3#s1 implicit
          $3 = call virtual java.lang.String.trim(): java.lang.String on a @3
          -> b1
          raise? java.lang.RuntimeException -> throw
        b1:
          a = move $3 @3#s2
          store $2 = $3 @3#s2 implicit
          store $2 = a @3 implicit
          $5 = call static java.lang.String.join(java.lang.CharSequence, java.lang.CharSequence[]): java.lang.String with $4, $2 @3#s1
          -> b2
          raise? java.lang.RuntimeException -> throw
        b2:
          return $5 @3
          -> exit
        """,
        Compilation.print(
            "late",
            """
            class Shapes {
              String late(String a) {
                return String.join(a, a = a.trim(), a);
              }
            }
            """));
  }
}
