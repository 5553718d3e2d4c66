package dev.holdfast.analysis.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Body.Register;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IrTextTest {
  private static final String EVERY_FORM =
      """
      method app.Fetch.get(okhttp3.Call c, boolean quick, java.util.List<? extends app.T> list, \
      java.lang.Object o: T, int $5): java.lang.String throws java.io.IOException
      b0:
        r = call interface okhttp3.Call.execute(): okhttp3.Response on c @4
        raise java.io.IOException -> throw
        raise? java.lang.RuntimeException -> b8
        -> b1
      b1:
        if true quick -> b2
        if false quick -> b3
      b2:
        s = const "quick // \\"no\\" comment\\n\\u00e9" @5
        return s @6
        -> exit
      b3:
        m: java.util.Map<java.lang.String,java.lang.Object> = new java.util.HashMap(int) with $5 @7
        x = get app.Fetch.f: java.lang.Object of this @8
        y = get static app.Fetch.F: int[] @8
        put app.Fetch.f: java.lang.Object of this = x @9
        put static app.Fetch.F: int[] = y @9
        a = array java.lang.Object @10
        store a = x @10
        z = load a @10
        x~2: ? = move z @11
        k = cast java.util.Map z @12
        t = concat s, k @13
        if null k -> b4
        if nonnull k -> b4
      b4:
        on~1 = closure lambda special app.Fetch.lambda$get$0(okhttp3.Response): void captures this, r \
      as java.util.function.Consumer @14
        $17 = closure ref virtual okhttp3.Response.close(): void captures r as java.lang.Runnable @14
        monitor enter x @15
        monitor exit x @15
        if x instanceof java.util.Map$Entry -> b5
        if x not instanceof java.util.Map$Entry -> b6
      b5:
        call virtual okhttp3.Response.close(): void on r @16#closed implicit close
        it = call interface java.util.List.iterator(): java.util.Iterator on list @17 iteration
        n = call static java.lang.Integer.valueOf(int): java.lang.Integer with $5 @18 implicit
        call special java.lang.Object.<init>(): void on this @0
        opaque n @19
        q: `java.lang.Object&java.lang.Comparable<?>` = opaque n, it @19
        halt
      b6:
        n2 = const null @20
        n3 = const 7 @20
        n4 = const -7L @20
        n5 = const 1.5f @20
        n6 = const 1.0E10 @20
        n7 = const NaN @20
        n8 = const class int[] @20
        n9 = const false @20
        if true quick -> b7
        halt
      b7:
        throw n2 @21
        raise java.lang.IllegalStateException -> throw
      b8:
        e = caught java.lang.RuntimeException @22
        call virtual okhttp3.Response.close(): void on r @16#closed implicit close
        rethrow java.lang.RuntimeException -> throw
      b9:
        return @23
        -> b7
      """;

  @Test
  void canonicalTextIsPrintedAsItWasRead() {
    assertEquals(EVERY_FORM, IrPrinter.print(IrParser.parse("t", EVERY_FORM).bodies()));
  }

  @Test
  void whatIsPrintedIsReadBackAsTheSameBodies() {
    List<Body> bodies = IrParser.parse("t", EVERY_FORM).bodies();
    assertEquals(Shown.of(bodies), Shown.of(IrParser.parse("u", IrPrinter.print(bodies)).bodies()));
  }

  @Test
  void registersKeepNumbersNamesAndTypesThatTextWouldNotGiveThem() {
    Site site = Site.of("a", 3);
    List<Register> registers =
        List.of(
            new Register("this", "app.A<T>"),
            new Register("x", null),
            new Register("late", "int"),
            new Register(null, "long"),
            new Register("x", "a.B"),
            new Register("", null),
            new Register("<set-?>", "capture#1 of ? extends a.B"),
            new Register("$7", "int"),
            new Register("field", null),
            new Register("never", "a.B"));
    List<Op> ops =
        List.of(
            new Op.Opaque(8, List.of(5), site),
            new Op.Move(6, 4, site),
            new Op.Const(3, 3L, Site.of("b", 0)),
            new Op.Const(4, null, new Site("c", 1, Site.Role.IMPLICIT)),
            new Op.Const(5, 2, new Site("c", 1, Site.Role.ITERATION)),
            new Op.Opaque(7, List.of(2), site));
    MethodRef method = new MethodRef("app.A$1", "a b", "(I[Lp/package-info;J)V");
    Block block = new Block(ops, List.of(Edge.go(Body.EXIT), Edge.go(Body.EXIT)));
    assertRoundTrip(new Body(method, false, 2, List.of("a.E"), List.of(block), registers));
    assertRoundTrip(new Body(method, false, 5, List.of(), List.of(block), registers));
    assertRoundTrip(new Body(method, true, 4, List.of(), List.of(block), registers));
  }

  private static void assertRoundTrip(Body body) {
    String text = IrPrinter.print(body);
    List<Body> read = IrParser.parse("u", text).bodies();
    assertEquals(Shown.of(List.of(body)), Shown.of(read), text);
    assertEquals(text, IrPrinter.print(read));
  }

  @Test
  void whatAHumanLeavesOutIsFilledIn() {
    Body body =
        body(
            """
            method static A.m(boolean b): int
              s = const "f"
              x = new java.io.FileInputStream(java.lang.String) with s
              raise java.io.IOException -> throw
              if true b -> more
              return x
            more:
              e = new java.io.IOException()
              throw e
            """);
    assertEquals(
        """
        method static A.m(boolean b): int
        b0:
          s = const "f" @2
          x = new java.io.FileInputStream(java.lang.String) with s @3
          raise java.io.IOException -> throw
          if true b -> b2
          if false b -> b1
        b1:
          return x @6
          -> exit
        b2:
          e = new java.io.IOException() @8
          throw e @9
          raise java.io.IOException -> throw
        """,
        IrPrinter.print(body));
  }

  @Test
  void sitesOfOneNameAreEqual() {
    Body body =
        body(
            """
            method static A.m(java.io.Closeable c): void
              call interface java.io.Closeable.close(): void on c @#c
              call interface java.io.Closeable.close(): void on c @#c
              call interface java.io.Closeable.close(): void on c
              return
            """);
    List<Op> ops = body.blocks().get(0).ops();
    assertEquals(ops.get(0).site(), ops.get(1).site());
    assertEquals(2, ops.get(1).site().line());
    assertNotEquals(ops.get(0).site(), ops.get(2).site());
  }

  @Test
  void shortNamesAreResolvedWhereImported() {
    Body body =
        body(
            """
            import java.util.{Map, List}
            import java.lang.String
            method static A.m(Map<String,List<String>> m): Map$Entry
              e: Map$Entry<String,?> = opaque m
              return e
            """);
    assertEquals("(Ljava/util/Map;)Ljava/util/Map$Entry;", body.method().descriptor());
    assertEquals("java.util.Map<java.lang.String,java.util.List<java.lang.String>>", body.type(0));
    assertEquals("java.util.Map$Entry<java.lang.String,?>", body.type(1));
  }

  @Test
  void classesFieldsAndAbstractMethodsAreDeclared() {
    IrText text =
        IrParser.parse(
            "t",
            """
            release 21
            @Waits(connect = NEVER, read = "10s") class final app.C extends app.B<app.T> implements app.I<?>, app.J
            @javax.annotation.Nullable
            field private static final app.C.MAX: int = 7
            @Acquires(HTTP_RESPONSE)
            method abstract app.C.get(@Releases(x = {A, B.C}) app.R r, int): java.util.List<app.R> \
            throws a.E
            interface app.I extends app.K
            """);
    assertEquals(21, text.release());
    assertTrue(text.bodies().isEmpty());
    ClassView c = text.classes().get(0);
    assertEquals("app.B", c.superName());
    assertEquals("app.B<app.T>", c.superType());
    assertEquals(List.of("app.I", "app.J"), c.interfaces());
    assertEquals(
        List.of(
            new Note(
                "dev.holdfast.annotations.Waits",
                Slot.TYPE,
                Map.of("connect", "NEVER", "read", "10s"))),
        c.notes());
    assertEquals(7, c.field("MAX").constant());
    assertEquals(0x001A, c.field("MAX").access());
    assertEquals("javax.annotation.Nullable", c.field("MAX").notes().get(0).type());
    MethodView get = c.methods("get").get(0);
    assertEquals("(Lapp/R;I)Ljava/util/List;", get.method().descriptor());
    assertEquals("java.util.List<app.R>", get.resultType());
    assertTrue(get.isAbstract());
    assertEquals(
        List.of(
            new Note(
                "dev.holdfast.annotations.Acquires", Slot.RESULT, Map.of("value", "HTTP_RESPONSE")),
            new Note("dev.holdfast.annotations.Releases", Slot.parameter(0), Map.of("x", "A,C"))),
        get.notes());
    assertEquals(List.of("app.K"), text.classes().get(1).interfaces());
    assertEquals(0x0601, text.classes().get(1).access());
    assertNull(c.field("other"));
  }

  @Test
  void fieldReferencesKeepWhetherTheyAreStatic() {
    Body body = body("method A.m(): int\n x = get static A.f: int of this\n return x\n");
    Op.GetField get = (Op.GetField) body.blocks().get(0).ops().get(0);
    assertEquals(new FieldRef("A", "f", "int", true), get.field());
    assertEquals(0, get.object());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          r = call static a.B.c(): int with x   | t:2: expected 0 arguments, found 1
          r = call virtual a.B.c(): int         | t:2: expected 'on' and a receiver, found end of line
          r = call a.B.c(): int                 | t:2: expected static, virtual, interface or special, found 'a'
          r = call static c(): int              | t:2: expected owner.name, found 'c' without an owner
          r = call static a.B.c() int           | t:2: expected ':', found 'int'
          r = coll x                            | t:2: expected new, call, get, put, array, load, store, move, cast, const, concat, closure, monitor, caught, return, throw or opaque, found 'coll'
          r = move y                            | t:2: register y is used but never defined
          r = move x x                          | t:2: expected end of line, found 'x'
          r = const                             | t:2: expected null, true, false, a number, a string or 'class', found end of line
          r = const 99999999999                 | t:2: '99999999999' is no number of that type
          r = const "a                          | t:2: cannot read '"a'
          -> nowhere                            | t:2: expected a block, 'exit' or 'throw', found 'nowhere'
          if x -> exit                          | t:2: expected 'instanceof', found '->'
          raise -> exit                         | t:2: expected a type, found '->'
          local x: int                          | t:2: a local has the name of a parameter
          receiver x: int                       | t:2: a static method has no receiver
          release x                             | t:2: expected a Java release, found 'x'
          class                                 | t:2: expected a type, found end of line
          import a.{b                           | t:2: expected '}', found end of line
          """)
  void errorsNameThePlaceAndWhatWasExpected(String line, String message) {
    String text = "method static A.m(int x): void\n  " + line + "\n";
    IrSyntaxException error =
        assertThrows(IrSyntaxException.class, () -> IrParser.parse("t", text));
    assertEquals(message, error.getMessage());
  }

  private static Body body(String text) {
    return IrParser.parse("t", text).bodies().get(0);
  }
}
