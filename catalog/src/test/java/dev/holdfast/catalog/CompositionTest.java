package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An annotation that carries a word means the word. */
class CompositionTest {
  private static final String CF = "org.checkerframework.checker.mustcall.qual.";
  private static final Member METHOD = new Member("a.C", "m", "(La/D;La/D;)V");
  private static final Member CONSTRUCTOR = new Member("a.C", "<init>", "(La/D;)V");
  private final FakeProgram program = new FakeProgram();

  private String builtIn(Member member) {
    return facts(Catalog.builtIn().contract(member, program));
  }

  private static String facts(Contract contract) {
    StringBuilder text = new StringBuilder(contract.mentioned() ? "" : "unknown");
    for (Fact fact : contract.facts()) {
      text.append(text.length() == 0 ? "" : "; ").append(fact.word()).append(' ');
      text.append(fact.slot()).append(fact.arguments().isEmpty() ? "" : " " + fact.arguments());
    }
    return text.toString();
  }

  @Test
  void mustBeClosedAcquires() {
    program.note(METHOD, Slot.RESULT, "com.google.errorprone.annotations.MustBeClosed");
    program.note(CONSTRUCTOR, Slot.RESULT, "my.own.MustBeClosed");
    assertEquals("ACQUIRES result", builtIn(METHOD));
    assertEquals("ACQUIRES result", builtIn(CONSTRUCTOR));
  }

  @Test
  void owningAcquiresAsResultAndReleasesAsParameter() {
    program.note(METHOD, Slot.RESULT, CF + "Owning");
    program.note(METHOD, Slot.parameter(1), "org.eclipse.jdt.annotation.Owning");
    program.note(Member.field("a.C", "f"), Slot.FIELD, CF + "Owning");
    assertEquals("ACQUIRES result; RELEASES parameter 1", builtIn(METHOD));
    assertEquals("ACQUIRES field", builtIn(Member.field("a.C", "f")));
  }

  @Test
  void notOwningSaysThatThereIsNoDuty() {
    program.note(METHOD, Slot.RESULT, CF + "NotOwning");
    assertEquals("", builtIn(METHOD));
  }

  @Test
  void mustCallOnATypeAcquiresUnlessItsListIsEmpty() {
    program.note(Member.type("a.C"), Slot.TYPE, CF + "InheritableMustCall", "value", "close");
    assertEquals("ACQUIRES result", builtIn(CONSTRUCTOR));
    program.note(Member.type("a.D"), Slot.TYPE, CF + "MustCall", "value", "");
    assertEquals("unknown", builtIn(new Member("a.D", "<init>", "()V")));
  }

  @Test
  void mustCallAliasSpeaksWhereItStandsOnAParameter() {
    program.note(CONSTRUCTOR, Slot.RESULT, CF + "MustCallAlias");
    program.note(CONSTRUCTOR, Slot.parameter(0), CF + "MustCallAlias");
    assertEquals("ALIASES parameter 0", builtIn(CONSTRUCTOR));
  }

  @Test
  void ensuresCalledMethodsReleasesWhatItsExpressionNames() {
    String called = "org.checkerframework.checker.calledmethods.qual.EnsuresCalledMethods";
    program.note(METHOD, Slot.RESULT, called, "value", "this.socket", "methods", "close");
    assertEquals("RELEASES receiver", builtIn(METHOD));
    program.note(CONSTRUCTOR, Slot.RESULT, called, "value", "#1,#2", "methods", "close");
    assertEquals("RELEASES parameter 0; RELEASES parameter 1", builtIn(CONSTRUCTOR));
  }

  @Test
  void willCloseAndItsKin() {
    program.note(METHOD, Slot.parameter(0), "javax.annotation.WillClose");
    program.note(METHOD, Slot.parameter(1), "javax.annotation.WillNotClose");
    program.note(CONSTRUCTOR, Slot.parameter(0), "javax.annotation.WillCloseWhenClosed");
    assertEquals("RELEASES parameter 0", builtIn(METHOD));
    assertEquals("ALIASES parameter 0", builtIn(CONSTRUCTOR));
  }

  @Test
  void obligationsOfSpotBugs() {
    program.note(METHOD, Slot.RESULT, "edu.umd.cs.findbugs.annotations.DischargesObligation");
    program.note(CONSTRUCTOR, Slot.RESULT, "edu.umd.cs.findbugs.annotations.CreatesObligation");
    assertEquals("RELEASES receiver", builtIn(METHOD));
    assertEquals("ACQUIRES result", builtIn(CONSTRUCTOR));
  }

  @Test
  void notThreadSafeConfines() {
    program.note(Member.type("a.C"), Slot.TYPE, "net.jcip.annotations.NotThreadSafe");
    assertEquals("CONFINED type", builtIn(Member.type("a.C")));
  }

  @Test
  void aSuppressedBugPatternIsAnAcceptedRule() {
    program.note(
        METHOD,
        Slot.RESULT,
        "edu.umd.cs.findbugs.annotations.SuppressFBWarnings",
        "value",
        "HF_UNCLOSED_HTTP_CLIENT");
    Contract contract = Catalog.builtIn().contract(METHOD, program);
    assertFalse(contract.mentioned());
    Fact fact = contract.fact(Word.ACCEPTED, Slot.RESULT);
    assertEquals("HF_UNCLOSED_HTTP_CLIENT", fact.argument("rule", ""));
    assertEquals("none", fact.argument("because", "none"));
  }

  @Test
  void anAnnotationOfTheProgramMayCarryAWord() {
    program
        .note(METHOD, Slot.RESULT, "app.OurPooled")
        .note(Member.type("app.OurPooled"), Slot.TYPE, "java.lang.annotation.Documented")
        .note(Member.type("app.OurPooled"), Slot.TYPE, "app.Lent")
        .note(Member.type("app.Lent"), Slot.TYPE, "dev.holdfast.annotations.Borrows");
    assertEquals("BORROWS result", builtIn(METHOD));
  }

  @Test
  void annotationsThatCarryEachOtherEndSomewhere() {
    program
        .note(METHOD, Slot.RESULT, "app.A")
        .note(Member.type("app.A"), Slot.TYPE, "app.B")
        .note(Member.type("app.B"), Slot.TYPE, "app.A");
    assertEquals("unknown", builtIn(METHOD));
    Catalog stubs =
        Catalog.of(
            List.of(),
            List.of(),
            List.of(
                StubSource.of("s", "@B @interface A {} @A @interface B {} class C { @A C(); }")));
    assertEquals("", facts(stubs.contract(new Member("C", "<init>", "()V"), program)));
  }

  @Test
  void aTeamComposesItsOwnInAStub() {
    String team =
        "package app; @Waits(on = HTTP, read = NEVER) @MustBeClosed @interface Client {}\n"
            + "class Calls { @Client Calls make(); }";
    Catalog catalog = Catalog.with(List.of(StubSource.of("team", team)), List.of());
    assertEquals(List.of(), catalog.problems());
    assertEquals(
        "WAITS result {read=NEVER, on=HTTP}; ACQUIRES result",
        facts(catalog.contract(new Member("app.Calls", "make", "()Lapp/Calls;"), program))
            .replace("{on=HTTP, read=NEVER}", "{read=NEVER, on=HTTP}"));
  }
}
