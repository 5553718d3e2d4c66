package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code @When}: facts that depend on what the class path has. */
class GuardTest {
  private static final Member CLOSE = new Member("x.C", "close", "()V");
  private final FakeProgram with = new FakeProgram().having("x.C", "close").having("x.D", "d");
  private final FakeProgram without = new FakeProgram();

  private static Catalog catalog(String text) {
    Catalog catalog = Catalog.of(List.of(), List.of(), List.of(StubSource.of("s", text)));
    assertEquals(List.of(), catalog.problems());
    return catalog;
  }

  @Test
  void aGuardedTypeSpeaksOnlyWhereTheMemberIsThere() {
    Catalog catalog =
        catalog("package x; @When(has = \"x.C#close()\") class C { @Releases void close(); }");
    assertTrue(catalog.contract(CLOSE, with).says(Word.RELEASES));
    assertSame(Contract.NONE, catalog.contract(CLOSE, without));
  }

  @Test
  void aGuardedPackageGuardsAllItsTypesUpToTheNextPackage() {
    Catalog catalog =
        catalog(
            "@When(has = \"x.D\") package x; class C { @Releases void close(); class N { int f; } }"
                + " package y; class C { @Releases void close(); }");
    assertTrue(catalog.contract(CLOSE, with).says(Word.RELEASES));
    assertSame(Contract.NONE, catalog.contract(CLOSE, without));
    assertSame(Contract.NONE, catalog.contract(Member.field("x.C$N", "f"), without));
    assertTrue(catalog.contract(new Member("y.C", "close", "()V"), without).says(Word.RELEASES));
  }

  @Test
  void guardsOfPackageTypeAndListMustAllHold() {
    String both = "package x; @When(has = {\"x.C#close\", \"%s\"}) class C { void close(); }";
    assertTrue(catalog(both.formatted("x.D#d(int)")).contract(CLOSE, with).mentioned());
    assertSame(Contract.NONE, catalog(both.formatted("x.D#e")).contract(CLOSE, with));
    String nested =
        "@When(has = \"x.E\") package x; @When(has = \"x.C\") class C { void close(); }";
    assertSame(Contract.NONE, catalog(nested).contract(CLOSE, with));
  }

  @Test
  void aGuardedDeclarationAddsToTheOneThatAlwaysHolds() {
    Catalog catalog =
        catalog(
            "package x; class C { @Acquires C(); }"
                + " @When(has = \"x.C#close()\") class C { @Releases void close(); }");
    Member made = new Member("x.C", "<init>", "()V");
    assertTrue(catalog.contract(CLOSE, with).says(Word.RELEASES));
    assertTrue(catalog.contract(made, with).says(Word.ACQUIRES));
    assertSame(Contract.NONE, catalog.contract(CLOSE, without));
    assertTrue(catalog.contract(made, without).says(Word.ACQUIRES));
  }

  @Test
  void ofDeclarationsThatHoldTheFirstSpeaksAndAGuardedOneBeforeTheOthers() {
    Catalog catalog =
        catalog(
            "package x; @Waits(read = \"1s\") class C { @Returns void close(); }"
                + " @When(has = \"x.C\") @Waits(read = \"2s\") class C { @Releases void close(); }"
                + " @When(has = \"x.D\") @Waits(read = \"3s\") class C { void close(); }");
    assertTrue(catalog.contract(CLOSE, with).says(Word.RELEASES));
    assertTrue(catalog.contract(CLOSE, without).says(Word.RETURNS));
    Contract type = catalog.contract(Member.type("x.C"), with);
    assertEquals("2s", type.fact(Word.WAITS, Slot.TYPE).argument("read", ""));
    assertEquals(1, type.facts().size());
    Contract made = catalog.contract(new Member("x.C", "<init>", "()V"), with);
    assertEquals("2s", made.fact(Word.WAITS, Slot.RESULT).argument("read", ""));
    assertEquals(1, made.facts().size());
  }

  @Test
  void anOverloadDeclaredForTwoVersionsIsStillMentionedOnce() {
    Catalog catalog =
        catalog(
            "package x; @When(has = \"x.C\") class C { void m(@Releases C c); }"
                + " class C { void m(C c); }");
    Member other = new Member("x.C", "m", "(Lx/D;I)V");
    assertTrue(catalog.contract(other, with).says(Word.RELEASES, Slot.parameter(0)));
  }
}
