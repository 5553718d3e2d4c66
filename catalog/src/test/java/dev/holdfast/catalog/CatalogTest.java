package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static Catalog catalog(String... lines) {
    return Catalog.of(List.of(), List.of(), List.of(StubSource.of("s", String.join("\n", lines))));
  }

  @Test
  void theShippedStubsAreSound() {
    assertEquals(List.of(), Catalog.builtIn().problems());
    assertTrue(Catalog.builtIn().mentions("close"));
  }

  @Test
  void dutyTypesAreTheTypesOfWhatIsAcquiredOrBorrowedAndOfWhatReleasesItself() {
    Catalog catalog =
        catalog(
            "package a;",
            "import b.Far; import b.Outer.Inner;",
            "class C<T extends Session> {",
            "  @Acquires C(); @Acquires Near near(); @Borrows Far far(); @Acquires Inner inner();",
            "  @Borrows T some(); @Borrows <X> X any(); @Acquires N nested(); @Acquires N.M deep();",
            "  @Acquires(deferred = true) Later later(); @Acquires c.Full full(); Not not();",
            "  @Acquires int number(); @Acquires Thread thread(); @Acquires static Field f;",
            "  class N {}",
            "}",
            "class Near {} class Self { @Releases void close(); } class R { void m(@Releases Q q); }",
            "@Acquires class Made {}",
            "package java.lang; class Thread {}");
    assertEquals(
        Set.of(
            "a.C",
            "a.Near",
            "b.Far",
            "b.Outer$Inner",
            "a.Session",
            "a.C$N",
            "a.C$N$M",
            "c.Full",
            "java.lang.Thread",
            "a.Field",
            "a.Self",
            "a.Made"),
        catalog.dutyTypes());
  }

  @Test
  void aSimpleNameWithoutAnImportMayBeTheOnlyTypeOfThatNameInAllStubs() {
    Catalog catalog =
        catalog(
            "package a; class A { @Acquires Stream s(); @Acquires Twice t(); }"
                + " package b; class Stream {} class Twice {} package c; class Twice {}");
    assertEquals(Set.of("b.Stream", "a.Twice"), catalog.dutyTypes());
  }

  @Test
  void aTypeBearsLimitsIfItOrOneOfItsOwnMembersWaitsOrBounds() {
    Catalog catalog =
        catalog(
            "class A { void m(@Bounds(READ) int x); } class B { @Waits(read = NEVER) B make(); }",
            "@Waits(read = NEVER) class C {} class D { @Acquires D(); class E extends A {} }");
    assertTrue(catalog.bearsLimits("A"));
    assertTrue(catalog.bearsLimits("B"));
    assertTrue(catalog.bearsLimits("C"));
    assertFalse(catalog.bearsLimits("D"));
    assertFalse(catalog.bearsLimits("D$E"));
  }

  @Test
  void entriesTellAllThatIsDeclaredWhateverTheRelease() {
    Catalog catalog =
        catalog(
            "@When(has = \"a.C#m\") package a;",
            "class C { /** Why. */ @Acquires(since = \"99\") C m(int x); }");
    Entry entry = catalog.entries().get(1);
    assertEquals("s:2 a.C.m(int)", entry.toString());
    assertEquals(List.of("a.C#m"), entry.guards());
    assertEquals(Word.ACQUIRES, entry.facts().get(0).word());
    assertEquals("Why.", entry.advice());
    assertFalse(entry.isType() || entry.isField());
  }

  @Test
  void declarationsOfAnnotationsAreNoEntries() {
    assertEquals(List.of(), catalog("@Acquires @interface A { int value(); }").entries());
  }

  @Test
  void everyShippedMemberIsWrittenOnce() {
    Set<String> seen = new HashSet<>();
    for (Entry entry : Catalog.builtIn().entries()) {
      String declaration = entry.toString().substring(entry.toString().indexOf(' '));
      assertTrue(entry.isType() || seen.add(declaration + entry.guards()), entry::toString);
    }
  }

  /** A bound for blow-ups only; how long it takes is measured, not tested. */
  @Test
  void readingEveryStubInAFreshProcessIsShort() throws Exception {
    Path classes =
        Path.of(Catalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path tests =
        Path.of(CatalogTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < 5 && fastest > 300; run++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xshare:auto",
                  "-cp",
                  classes + System.getProperty("path.separator") + tests,
                  ColdLoad.class.getName())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes()).trim();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      fastest = Math.min(fastest, Long.parseLong(output.split(" ")[1]) / 1000);
    }
    assertTrue(fastest <= 300, "reading every stub took " + fastest + " ms");
  }
}
