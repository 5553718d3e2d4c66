package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookUpTest {
  private final FakeProgram program = new FakeProgram();

  private static Catalog catalog(String... lines) {
    Catalog catalog =
        Catalog.of(
            List.of(), List.of(), List.of(StubSource.of("lib.astub", String.join("\n", lines))));
    assertEquals(List.of(), catalog.problems());
    return catalog;
  }

  private Contract method(Catalog catalog, String owner, String name, String descriptor) {
    return catalog.contract(new Member(owner, name, descriptor), program);
  }

  private String facts(Catalog catalog, String owner, String name, String descriptor) {
    return facts(method(catalog, owner, name, descriptor));
  }

  private static String facts(Contract contract) {
    StringBuilder text = new StringBuilder();
    for (Fact fact : contract.facts()) {
      text.append(text.length() == 0 ? "" : "; ").append(fact.word()).append(' ');
      text.append(fact.slot()).append(fact.arguments().isEmpty() ? "" : " " + fact.arguments());
    }
    return text.toString();
  }

  @Test
  void whatNobodyMentionsIsUnknown() {
    Catalog catalog = catalog("package a;", "class C { void m(); }");
    assertSame(Contract.NONE, method(catalog, "a.C", "other", "()V"));
    assertSame(Contract.NONE, method(catalog, "b.C", "m", "()V"));
  }

  @Test
  void aMemberWithoutAWordIsMentioned() {
    Contract contract = method(catalog("package a;", "class C { void m(); }"), "a.C", "m", "()V");
    assertTrue(contract.mentioned());
    assertEquals(List.of(), contract.facts());
  }

  @Test
  void mentionsAnswersForNamesOfMembersAndConstructors() {
    Catalog catalog = catalog("package a;", "class C { void m(); int f; }");
    assertTrue(catalog.mentions("m"));
    assertTrue(catalog.mentions("f"));
    assertFalse(catalog.mentions("C"));
    assertFalse(catalog.mentions("<init>"));
    assertTrue(catalog("class C { C(); }").mentions("<init>"));
    assertTrue(catalog("@Waits class C { }").mentions("<init>"));
  }

  @Test
  void releasesReturnsAndBoundsOnAMethodSpeakAboutTheReceiver() {
    Catalog catalog =
        catalog(
            "package a;",
            "class C { @Releases void close(); @Returns void free();",
            "  @Bounds(READ) C quick(); @Acquires @Aliases @Untyped Object make(); }");
    assertEquals("RELEASES receiver", facts(catalog, "a.C", "close", "()V"));
    assertEquals("RETURNS receiver", facts(catalog, "a.C", "free", "()V"));
    assertEquals("BOUNDS receiver {value=READ}", facts(catalog, "a.C", "quick", "()La/C;"));
    assertEquals(
        "ACQUIRES result; ALIASES result; UNTYPED result",
        facts(catalog, "a.C", "make", "()Ljava/lang/Object;"));
  }

  @Test
  void wordsOnParametersSpeakAboutTheParameter() {
    Catalog catalog = catalog("package a;", "class C { static void m(int a, @Releases C b); }");
    assertEquals("RELEASES parameter 1", facts(catalog, "a.C", "m", "(ILa/C;)V"));
  }

  @Test
  void fieldsAndTypesHaveFactsOfTheirOwn() {
    Catalog catalog = catalog("package a;", "@Shared class C { @Acquires static C ONE; }");
    assertEquals("ACQUIRES field", facts(catalog.contract(Member.field("a.C", "ONE"), program)));
    assertEquals("SHARED type", facts(catalog.contract(Member.type("a.C"), program)));
  }

  @Test
  void aMethodAndAFieldOfOneNameAreKeptApart() {
    Catalog catalog = catalog("package a;", "class C { @Acquires C x; @Releases void x(); }");
    assertEquals("ACQUIRES field", facts(catalog.contract(Member.field("a.C", "x"), program)));
    assertEquals("RELEASES receiver", facts(catalog, "a.C", "x", "()V"));
  }

  @Test
  void aSubtypeInheritsWhatItOverrides() {
    program.type("a.Sub", "a.Base", "a.Other").type("a.Base", "a.I");
    Catalog catalog =
        catalog("package a;", "interface I { @Releases void close(); }", "class Base { }");
    assertEquals("RELEASES receiver", facts(catalog, "a.Sub", "close", "()V"));
  }

  @Test
  void theNearestTypeThatSpeaksIsHeardAlone() {
    program.type("a.Sub", "a.Base").type("a.Base", "a.I");
    Catalog catalog =
        catalog(
            "package a;",
            "interface I { @Releases void close(); }",
            "class Base { void close(); }");
    Contract contract = method(catalog, "a.Sub", "close", "()V");
    assertTrue(contract.mentioned());
    assertEquals("", facts(contract));
  }

  @Test
  void constructorsAreNotInherited() {
    program.type("a.Sub", "a.Base");
    Catalog catalog =
        catalog("package a;", "@Waits(read = NEVER) class Base { @Acquires Base(); }");
    assertSame(Contract.NONE, method(catalog, "a.Sub", "<init>", "()V"));
  }

  @Test
  void factsOfATypeAreInherited() {
    program.type("a.Sub", "a.Base");
    Catalog catalog = catalog("package a;", "@Confined class Base { }");
    assertEquals("CONFINED type", facts(catalog.contract(Member.type("a.Sub"), program)));
  }

  @Test
  void nestedTypesHaveBinaryNames() {
    Catalog catalog =
        catalog("package a;", "class C { class B { @Bounds(CALL) B call(long ms); } }");
    assertEquals("BOUNDS receiver {value=CALL}", facts(catalog, "a.C$B", "call", "(J)La/C$B;"));
  }

  @Test
  void waitsAndAcquiresOnATypeHoldForItsConstructors() {
    Catalog catalog = catalog("package a;", "@Shared @Acquires @Waits(read = NEVER) class C { }");
    assertEquals(
        "ACQUIRES result; WAITS result {read=NEVER}", facts(catalog, "a.C", "<init>", "()V"));
  }

  @Test
  void aConstructorsOwnWordReplacesTheTypes() {
    Catalog catalog =
        catalog(
            "package a;",
            "@Acquires @Waits(read = NEVER) class C { @Waits(read = \"1s\") C(int x); C(); }");
    assertEquals(
        "WAITS result {read=1s}; ACQUIRES result", facts(catalog, "a.C", "<init>", "(I)V"));
    assertEquals(
        "ACQUIRES result; WAITS result {read=NEVER}", facts(catalog, "a.C", "<init>", "()V"));
  }

  @Test
  void anEmptyListDeniesTheWord() {
    Catalog catalog = catalog("package a;", "@Acquires class C { @Acquires({}) C(int x); C(); }");
    assertEquals("", facts(catalog, "a.C", "<init>", "(I)V"));
    assertTrue(method(catalog, "a.C", "<init>", "(I)V").mentioned());
    assertEquals("ACQUIRES result", facts(catalog, "a.C", "<init>", "()V"));
  }

  @Test
  void mentionedOnceAMemberSpeaksForAllItsOverloads() {
    Catalog catalog = catalog("package a;", "class C { static void quiet(@Releases C c); }");
    assertEquals("RELEASES parameter 0", facts(catalog, "a.C", "quiet", "(La/C;)V"));
    assertEquals("RELEASES parameter 0", facts(catalog, "a.C", "quiet", "(La/D;I)V"));
    assertEquals("", facts(catalog, "a.C", "quiet", "()V"));
  }

  @Test
  void inAnotherOverloadAParameterIsFoundByItsType() {
    Catalog catalog = catalog("package a;", "class C { void send(Host h, @Releases Request r); }");
    assertEquals("RELEASES parameter 0", facts(catalog, "a.C", "send", "(La/Request;)V"));
    assertEquals("RELEASES parameter 2", facts(catalog, "a.C", "send", "(La/Host;ILa/Request;)V"));
  }

  @Test
  void mentionedMoreOftenEachOverloadSpeaksForItself() {
    Catalog catalog =
        catalog(
            "package a;",
            "class F { @Waits Object get(); Object get(long n, TimeUnit u); void get(int[][] x); }");
    assertEquals("WAITS result", facts(catalog, "a.F", "get", "()Ljava/lang/Object;"));
    String limited = "(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;";
    assertEquals("", facts(catalog, "a.F", "get", limited));
    assertTrue(method(catalog, "a.F", "get", limited).mentioned());
    assertTrue(method(catalog, "a.F", "get", "([[I)V").mentioned());
    assertSame(Contract.NONE, method(catalog, "a.F", "get", "(I)V"));
  }

  @Test
  void overloadsOfNestedTypesMatchBySimpleName() {
    Catalog catalog =
        catalog(
            "package a;",
            "class C { @Releases void m(Map.Entry<K, V> e); @Returns void m(Entry[] e); }");
    assertEquals("RELEASES receiver", facts(catalog, "a.C", "m", "(Ljava/util/Map$Entry;)V"));
    assertEquals("RETURNS receiver", facts(catalog, "a.C", "m", "([Ljava/util/Map$Entry;)V"));
  }

  @Test
  void aFullNameTellsTypesOfOneSimpleNameApart() {
    Catalog catalog =
        catalog(
            "package a;",
            "class C { @Releases void m(java.util.Date d); @Returns void m(java.sql.Date d); }");
    assertEquals("RELEASES receiver", facts(catalog, "a.C", "m", "(Ljava/util/Date;)V"));
    assertEquals("RETURNS receiver", facts(catalog, "a.C", "m", "(Ljava/sql/Date;)V"));
  }

  @Test
  void varargsAreArrays() {
    Catalog catalog =
        catalog("package a;", "class C { @Releases void m(String... s); void m(String s); }");
    assertEquals("RELEASES receiver", facts(catalog, "a.C", "m", "([Ljava/lang/String;)V"));
    assertEquals("", facts(catalog, "a.C", "m", "(Ljava/lang/String;)V"));
  }

  @Test
  void typeVariablesMatchTheirErasureAndWhatASubtypeFillsIn() {
    program.type("a.Strings", "a.Pool");
    Catalog catalog =
        catalog(
            "package a;",
            "interface Pool<T extends Thing> {",
            "  void give(@Returns T t); void give(T t, int why); <X> void give(X[] all); }");
    assertEquals("RETURNS parameter 0", facts(catalog, "a.Pool", "give", "(La/Thing;)V"));
    assertEquals("RETURNS parameter 0", facts(catalog, "a.Strings", "give", "(La/Special;)V"));
    assertTrue(method(catalog, "a.Pool", "give", "([Ljava/lang/Object;)V").mentioned());
    assertSame(Contract.NONE, method(catalog, "a.Pool", "give", "(I)V"));
  }

  @Test
  void sinceDropsOnlyItsOwnFactBeforeThatRelease() {
    Catalog catalog =
        catalog("package a;", "class C { @Acquires(since = \"21\") @Waits(read = NEVER) C(); }");
    assertEquals("WAITS result {read=NEVER}", facts(catalog, "a.C", "<init>", "()V"));
    program.release(21);
    assertTrue(facts(catalog, "a.C", "<init>", "()V").startsWith("ACQUIRES result"));
  }

  @Test
  void closedByNamesParametersByIndexInTheOverloadAtHand() {
    Catalog catalog =
        catalog(
            "package a;",
            "class C { @Acquires(closedBy = \"this, request\") R m(H h, Q request); }");
    assertEquals(
        "ACQUIRES result {closedBy=this,1}", facts(catalog, "a.C", "m", "(La/H;La/Q;)La/R;"));
    assertEquals("ACQUIRES result {closedBy=this,0}", facts(catalog, "a.C", "m", "(La/Q;)La/R;"));
    assertEquals("ACQUIRES result {closedBy=this}", facts(catalog, "a.C", "m", "()La/R;"));
  }

  @Test
  void originNamesFileAndLine() {
    Catalog catalog = catalog("package a;", "", "class C {", "  @Acquires C();", "}");
    assertEquals("lib.astub:4", method(catalog, "a.C", "<init>", "()V").facts().get(0).origin());
  }

  @Test
  void javadocIsAdviceAndATypesSpeaksForItsMembersThatSayAnything() {
    Catalog catalog =
        catalog(
            "package a;",
            "/** Make <b>one</b>:",
            " * it owns {@code Threads}, see {@link java.lang.Thread#run() run}. */",
            "class C { @Acquires C(); /** Own.",
            "  @return nothing */ void m(); void n(); }");
    assertEquals(
        "Make one : it owns Threads, see java.lang.Thread#run() run.".replace("one :", "one :"),
        method(catalog, "a.C", "<init>", "()V").advice());
    assertEquals("Own.", method(catalog, "a.C", "m", "()V").advice());
    assertEquals("", method(catalog, "a.C", "n", "()V").advice());
  }
}
