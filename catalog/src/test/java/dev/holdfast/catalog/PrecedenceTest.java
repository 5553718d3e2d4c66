package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Team stub, then annotation, then what a library ships, then what is built in. */
class PrecedenceTest {
  private static final Member CLOSE = new Member("a.C", "close", "()V");
  private static final String WORDS = "dev.holdfast.annotations.";
  private final FakeProgram program = new FakeProgram();

  private static List<StubSource> stub(String name, String text) {
    return text == null ? List.of() : List.of(StubSource.of(name, "package a;\n" + text));
  }

  private String origins(String team, String shipped, String builtIn) {
    Catalog catalog =
        Catalog.of(stub("team", team), stub("shipped", shipped), stub("builtin", builtIn));
    assertEquals(List.of(), catalog.problems());
    Contract contract = catalog.contract(CLOSE, program);
    List<String> origins = new ArrayList<>();
    contract.facts().forEach(fact -> origins.add(fact.origin()));
    return contract.mentioned() + " " + String.join(", ", origins);
  }

  @Test
  void theTeamCorrectsEverybody() {
    program.note(CLOSE, Slot.RESULT, WORDS + "Releases");
    String releases = "class C { @Releases void close(); }";
    assertEquals("true team:2", origins(releases, releases, releases));
    assertEquals("true ", origins("class C { void close(); }", releases, releases));
  }

  @Test
  void anAnnotationIsHeardBeforeStubsOfLibraries() {
    program.note(CLOSE, Slot.RESULT, WORDS + "Releases");
    String returns = "class C { @Returns void close(); }";
    assertEquals("true @Releases on a.C.close", origins(null, returns, returns));
  }

  @Test
  void whatALibraryShipsIsHeardBeforeWhatIsBuiltIn() {
    String releases = "class C { @Releases void close(); }";
    assertEquals("true shipped:2", origins(null, releases, releases));
    assertEquals("true builtin:2", origins(null, null, releases));
    assertEquals("true builtin:2", origins("class C { void open(); }", "class D {}", releases));
  }

  @Test
  void aHigherLayerIsHeardForASupertypeBeforeALowerOneForTheTypeItself() {
    program.type("a.C", "a.Base");
    assertEquals(
        "true team:2",
        origins(
            "class Base { @Returns void close(); }", null, "class C { @Releases void close(); }"));
  }

  @Test
  void anAnnotationOnWhatIsOverriddenIsHeard() {
    program.type("a.C", "a.Base").type("a.Base", "a.I");
    program.note(new Member("a.I", "close", "()V"), Slot.RESULT, WORDS + "Releases");
    assertEquals("true @Releases on a.I.close", origins(null, null, null));
  }

  @Test
  void wordsOfAnnotationsMoveToTheSlotTheySpeakAbout() {
    program
        .note(CLOSE, Slot.RESULT, WORDS + "Releases")
        .note(CLOSE, Slot.parameter(0), WORDS + "Returns")
        .note(CLOSE, Slot.RESULT, WORDS + "Waits", "waiting", "NEVER", "idleCount", "5");
    Contract contract = Catalog.of(List.of(), List.of(), List.of()).contract(CLOSE, program);
    assertTrue(contract.says(Word.RELEASES, Slot.RECEIVER));
    assertTrue(contract.says(Word.RETURNS, Slot.parameter(0)));
    assertEquals("NEVER", contract.fact(Word.WAITS, Slot.RESULT).argument("wait", ""));
    assertEquals("5", contract.fact(Word.WAITS, Slot.RESULT).argument("idle_count", ""));
  }

  @Test
  void annotationsOnATypeHoldForItsConstructors() {
    program
        .note(Member.type("a.C"), Slot.TYPE, WORDS + "Acquires", "value", "HTTP_CLIENT")
        .note(Member.type("a.C"), Slot.TYPE, WORDS + "Shared");
    Catalog catalog = Catalog.of(List.of(), List.of(), List.of());
    Contract made = catalog.contract(new Member("a.C", "<init>", "()V"), program);
    assertEquals("HTTP_CLIENT", made.fact(Word.ACQUIRES, Slot.RESULT).value(""));
    assertEquals("@Acquires on a.C", made.facts().get(0).origin());
    assertFalse(made.says(Word.SHARED));
  }

  @Test
  void wordsOfOtherPackagesAreNotOurs() {
    program.note(CLOSE, Slot.RESULT, "spock.lang.Shared");
    program.note(CLOSE, Slot.RESULT, "org.other.Releases");
    assertEquals("false ", origins(null, null, null));
  }

  @Test
  void anAcceptedFindingSaysNothingAboutTheMember() {
    program.note(CLOSE, Slot.RESULT, WORDS + "Accepted", "rule", "UnclosedHttpClient");
    assertEquals("false @Accepted on a.C.close", origins(null, null, null));
    assertEquals(
        "true builtin:2, @Accepted on a.C.close",
        origins(null, null, "class C { @Releases void close(); }"));
  }

  @Test
  void anAcceptedFindingIsNotInherited() {
    program.type("a.C", "a.Base");
    program.note(
        new Member("a.Base", "close", "()V"), Slot.RESULT, WORDS + "Accepted", "rule", "R");
    assertEquals("false ", origins(null, null, null));
  }

  @Test
  void sinceIsJudgedForAnnotationsToo() {
    program.note(CLOSE, Slot.RESULT, WORDS + "Acquires", "since", "21");
    assertEquals("true ", origins(null, null, null));
    program.release(25);
    assertEquals("true @Acquires on a.C.close", origins(null, null, null));
  }

  @Test
  void annotationsNameWhatClosesByIndex() {
    program.note(CLOSE, Slot.RESULT, WORDS + "Acquires", "closedBy", "this, 1,request");
    Contract contract = Catalog.of(List.of(), List.of(), List.of()).contract(CLOSE, program);
    assertEquals("this,1", contract.fact(Word.ACQUIRES, Slot.RESULT).argument("closedBy", ""));
  }
}
