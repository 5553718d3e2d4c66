package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Every construct of Java that a declaration may hold. */
class StubReaderTest {
  /** What is declared, one line an entry: {@code type.member(parameters) WORD slot {arguments}}. */
  private static String read(String... lines) {
    Catalog catalog =
        Catalog.of(List.of(), List.of(), List.of(StubSource.of("s", String.join("\n", lines))));
    assertEquals(List.of(), catalog.problems());
    StringJoiner text = new StringJoiner("\n");
    for (Entry entry : catalog.entries()) {
      StringBuilder line = new StringBuilder(entry.toString().replaceFirst("^s:\\d+ ", ""));
      for (Fact fact : entry.facts()) {
        line.append(' ').append(fact.word()).append(' ').append(fact.slot());
        line.append(fact.arguments().isEmpty() ? "" : " " + fact.arguments());
      }
      text.add(line);
    }
    return text.toString();
  }

  @Test
  void severalPackagesAndImports() {
    assertEquals(
        "A\na.b.B\nc.C",
        read(
            "class A {}",
            "package a.b;",
            "import java.util.*; import static x.Y.z; import java.util.Map.Entry;",
            "class B {}",
            "@AnnotatedFor(\"nullness\") package c; class C {};"));
  }

  @Test
  void kindsOfTypes() {
    assertEquals(
        "A\nB\nC\nC.X\nC.Y\nC.z()\nD\nD.<init>(int, String[])\nD.a()",
        read(
            "public abstract sealed class A<T extends B & C<T>> extends B<T> implements C, d.D"
                + " permits E, F {}",
            "non-sealed interface B extends @X C<? super T> {}",
            "enum C implements B { @Deprecated X(1, \")\") { int y() { return 1; } }, Y, ; void z(); }",
            "final record D(int a, @Foo String... b) implements B { D { check(a); } int a(); }",
            "@interface E { String[] value() default {\"a\", \"}\"}; int n() default 1 + 2; }"));
  }

  @Test
  void nestedTypes() {
    assertEquals(
        "p.A\np.A.m()\np.A.o()\np.A$B\np.A$B.n()\np.A$B$C",
        read("package p; class A { void m(); static class B { enum C {} void n(); } void o(); }"));
  }

  @Test
  void methodsAndConstructorsWithAndWithoutBodies() {
    assertEquals(
        "A\nA.<init>()\nA.<init>(int)\nA.m()\nA.n(String)\nA.o()\nA.p()",
        read(
            "class A {",
            "  public A();",
            "  protected A(int x) throws IOException { this(); while (true) { \"}\".length(); } }",
            "  static { System.out.println('}'); }",
            "  { m(); }",
            "  public static synchronized final native void m();",
            "  default int[] n(final String s) throws java.io.IOException, @X Y { return null; }",
            "  <T, U extends List<? extends T>> Map<T, U[]>[] o();",
            "  int p()[];",
            "  ;",
            "}"));
  }

  @Test
  void parameters() {
    assertEquals(
        "A\nA.m(Map, Map.Entry[], int[][], java.lang.Object, String[], List[])",
        read(
            "class A { <T> void m(@X(1) Map<String, List<? super T>> a, final Map.Entry<A, B>[] b,",
            "    int[] @Y [] c, java.lang.@Z Object d, String e[], @X List<String> @Y ... f); }"));
  }

  @Test
  void typeVariablesAreErased() {
    assertEquals(
        "A\nA.m(Number, Object[], Comparable)\nA$B\nA$B.n(Number, Number)",
        read(
            "class A<T extends Number> { <U, V extends Comparable<V>> void m(T t, U[] u, V v);",
            "  class B<W extends T> { void n(T t, W w); } }"));
  }

  @Test
  void aReceiverParameter() {
    assertEquals(
        "A\nA.m(int) RELEASES receiver\nA.n() ALIASES result\nA$B\nA$B.<init>()",
        read(
            "class A { void m(@Releases A this, int x); A n(@Aliases @X A this);",
            "  class B { B(A A.this); } }"));
  }

  @Test
  void fields() {
    assertEquals(
        "A\nA.a ACQUIRES field\nA.b\nA.c\nA.d",
        read(
            "class A { @Acquires public static final A a; int b = f(1, 2), c[] = {1, 2};",
            "  Runnable d = () -> { int x = 1; }; }"));
  }

  @Test
  void annotationsInEveryPlace() {
    assertEquals(
        "A\nA.m(A) RELEASES receiver UNTYPED result RELEASES parameter 0\nA.n() ACQUIRES result",
        read(
            "@X class A<@X T extends @X Object> {",
            "  @Releases public @X(a = 1, b = {@Y, @Y(\"z\")}, c = int.class, d = -1) <@X U>",
            "  @Untyped List<@X String> m(@X @Releases A a) throws @X Y;",
            "  public static @Acquires @X A @X [] n(); }"));
  }

  @Test
  void argumentsOfAnnotations() {
    assertEquals(
        "A"
            + "\nA.a() ACQUIRES result {value=HTTP_CLIENT}"
            + "\nA.b() BOUNDS receiver {value=CONNECT,READ}"
            + "\nA.c() ACCEPTED result {because=a \"b\"}"
            + "\nA.d() WAITS result {connect=NEVER}"
            + "\nA.e() WAITS result {read=0}"
            + "\nA.f() HANDED_OVER result {value=THREAD}"
            + "\nA.g() WAITS result {idle_count=5}",
        read(
            "class A { @Acquires(Duty.HTTP_CLIENT) A a(); @Bounds({CONNECT, Limit.READ,}) A b();",
            "  @Accepted(because = \"a \" + \"\\\"b\\\"\") A c();",
            "  @dev.holdfast.annotations.Waits(connect = Waits.NEVER) A d();",
            "  @Waits(read = 0) A e(); @HandedOver(value = THREAD) A f();",
            "  @Waits(idleCount = 5) A g(); }"));
  }

  @Test
  void annotationsOfOthersAreNoWords() {
    assertEquals(
        "A\nA.a()\nA.b()\nA.c()",
        read(
            "import spock.lang.Shared;",
            "@Shared @java.lang.Deprecated class A { @org.other.Acquires(what = 3) A a();",
            "  @Nullable @Foo(x < 3 ? 1 : 2, y = (int) 3) A b(); @Pure void c(); }"));
  }

  @Test
  void wordsMayBeImported() {
    assertEquals(
        "A\nA.a() ACQUIRES result",
        read("import dev.holdfast.annotations.Acquires; class A { @Acquires A a(); }"));
  }

  @Test
  void commentsAndTexts() {
    assertEquals(
        "A\nA.m()\nA.n()",
        read(
            "/* one */ class A { // two }",
            "  /** three { */ void /**/ m(/* four ) */); @X(\"// five\") void n() { ",
            "    char c = '\\''; String s = \"\"\"",
            "      } \"six\" \\\"\"\"",
            "      \"\"\"; } }"));
  }

  @Test
  void anEmptyFileABomAndWindowsLines() {
    assertEquals("", read(""));
    assertEquals("A\nA.m()", read("\uFEFFclass A {\r", "  void m();\r", "}\r"));
  }

  @Test
  void placesCountFromOne() {
    Catalog catalog =
        Catalog.of(
            List.of(),
            List.of(),
            List.of(
                StubSource.of("s", "/**\n * x\n */\n\nclass A {\n\n  @Shared\n  void m();\n}")));
    assertEquals("s:5 A", catalog.entries().get(0).toString());
    assertEquals("s:8 A.m()", catalog.entries().get(1).toString());
    assertEquals("s:7", catalog.entries().get(1).facts().get(0).origin());
  }
}
