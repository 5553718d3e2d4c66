package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class SourceBodiesTest {
  private final List<String> asked = new ArrayList<>();
  private SourceBodies bodies;

  @Test
  void onlyBodiesWithAnOpeningCallAreLowered() throws Exception {
    assertEquals(
        List.of("METHOD open", "METHOD twice"),
        found(
            """
            class A {
              Object open() { return new StringBuilder().reverse(); }
              void twice(StringBuilder b) { b.reverse(); b.reverse(); }
              void other(StringBuilder b) { b.append(1); }
            }
            """));
    assertEquals(4, bodies.seen(), "three methods and the constructor");
    assertEquals(2, bodies.lowered());
    assertEquals(List.of("java.lang.StringBuilder.reverse"), asked, "once, by name and type");
  }

  @Test
  void lambdasOpenTheBodiesAroundThemButNotTheOtherWayRound() throws Exception {
    assertEquals(
        List.of("LAMBDA_EXPRESSION lambda$inLambda$0", "METHOD inLambda", "METHOD around"),
        found(
            """
            class A {
              Runnable inLambda(StringBuilder b) { return () -> b.reverse(); }
              Runnable around(StringBuilder b) { b.reverse(); return () -> b.append(1); }
            }
            """));
  }

  @Test
  void methodReferencesOpen() throws Exception {
    assertEquals(
        List.of("METHOD reference"),
        found(
            """
            class A {
              Runnable reference(StringBuilder b) { return b::reverse; }
            }
            """));
  }

  @Test
  void initialisersBelongToConstructorsAndToTheClass() throws Exception {
    assertEquals(
        List.of("CLASS <clinit>", "METHOD <init>(int)"),
        found(
            """
            class A {
              static Object shared = new StringBuilder().reverse();
              Object own = new StringBuilder().reverse();
              A(int n) {}
              A() { this(1); }
            }
            """));
  }

  @Test
  void classesInsideMethodsHaveBodiesOfTheirOwn() throws Exception {
    assertEquals(
        List.of("METHOD run", "METHOD local"),
        found(
            """
            class A {
              void anonymous(StringBuilder b) {
                new Thread() { @Override public void run() { b.reverse(); } };
              }
              void named() {
                class L { void local() { new StringBuilder().reverse(); } }
              }
            }
            """));
  }

  @Test
  void theQualifyingTypeIsAskedFor() throws Exception {
    String source =
        """
        class A extends B { void m() { reverse(); this.reverse(); new B().reverse(); } }
        class B { void reverse() {} }
        """;
    found(source, "reverse", method -> Opening.NEVER);
    assertEquals(List.of("A.reverse", "B.reverse"), asked);
  }

  @Test
  void aMethodThatMayPassOnWhatItAcquiredIsAskedForWhateverItsName() throws Exception {
    found(
        """
        class A {
          Reader own() { return null; }
          class Reader {}
          void m(int[] numbers) { own(); numbers.clone(); Integer.valueOf(1); toString(); }
        }
        """);
    assertEquals(List.of("A.own"), asked);
  }

  @Test
  void untypedResultsOpenOnlyWhereTheyAreUntyped() throws Exception {
    String source =
        """
        import java.util.*;
        class A<T> {
          Object raw(Map<String, Object> m) { return m.get("a"); }
          T variable(Map<String, T> m) { return m.get("a"); }
          Object wild(Map<String, ?> m) { return m.get("a"); }
          Integer typed(Map<String, Integer> m) { return m.get("a"); }
        }
        """;
    assertEquals(
        List.of("METHOD raw", "METHOD variable", "METHOD wild"),
        found(source, "get", method -> Opening.IF_UNTYPED));
  }

  @Test
  void whatIsUnresolvedNeverOpensAndWhatCannotBeLoweredIsCounted() throws Exception {
    assertEquals(
        List.of(),
        found(
            """
            class A {
              void unresolved(Missing m) { m.reverse(); }
              void half(StringBuilder b) { b.reverse(); b.nowhere(); }
            }
            """));
    assertEquals(1, bodies.givenUp());
    assertEquals(Map.of("unresolved expression", 1), bodies.reasons());
  }

  @Test
  void aDefectOfOursCostsOneCallAndIsNamed() throws Exception {
    Function<MethodRef, Opening> broken =
        method -> {
          throw new IllegalStateException("no stub");
        };
    String source =
        """
        class A {
          void a(StringBuilder b) { b.reverse(); }
          void b(StringBuilder b) { b.reverse(); }
        }
        """;
    assertEquals(List.of(), found(source, "reverse", broken));
    assertEquals(
        Map.of(
            "java.lang.IllegalStateException: no stub",
            "a call of java.lang.StringBuilder.reverse"),
        bodies.defects());
    assertEquals(Map.of("defect: java.lang.IllegalStateException: no stub", 2), bodies.reasons());
  }

  private List<String> found(String source) throws Exception {
    return found(source, "reverse", method -> Opening.ALWAYS);
  }

  private List<String> found(String source, String name, Function<MethodRef, Opening> opens)
      throws Exception {
    Compilation compilation = Compilation.of(source);
    bodies =
        new SourceBodies(
            compilation.context(),
            new OpeningByName(
                name::equals,
                method -> {
                  asked.add(method.owner() + "." + method.name());
                  return opens.apply(method);
                }));
    List<String> found = new ArrayList<>();
    bodies.forEach(
        compilation.units.get(0),
        (tree, body) -> found.add(tree.getKind() + " " + name(body.method())));
    return found;
  }

  private static String name(MethodRef method) {
    return method.isConstructor()
        ? method.name() + "(" + String.join(", ", method.parameters()) + ")"
        : method.name();
  }
}
