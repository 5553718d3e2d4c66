package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong in a stub is said once, with its place, and the rest of the file counts. */
class StubProblemTest {
  /** Reads a class body; {@code after()} stands behind it and must have been heard. */
  private static String problem(String... body) {
    return whole("package a;\nclass C {\n" + String.join("\n", body) + "\n  void after();\n}\n", 2);
  }

  private static String whole(String text, int linesBefore) {
    Catalog catalog = Catalog.of(List.of(), List.of(), List.of(StubSource.of("s.astub", text)));
    assertEquals(1, catalog.problems().size(), catalog.problems()::toString);
    assertTrue(catalog.mentions("after"), catalog.problems()::toString);
    StubProblem problem = catalog.problems().get(0);
    assertEquals("s.astub", problem.file());
    return (problem.line() - linesBefore) + ":" + problem.column() + " " + problem.message();
  }

  @Test
  void aMisspeltWord() {
    assertEquals(
        "1:3 unknown word @Aquires; did you mean @Acquires?", problem("  @Aquires void m();"));
    assertEquals(
        "1:10 unknown word @Relases; did you mean @Releases?", problem("  void m(@Relases C c);"));
    assertEquals("1:1 unknown word @bounds; did you mean @Bounds?", problem("@bounds void m();"));
  }

  @Test
  void aMisspeltGuard() {
    assertEquals(
        "1:1 unknown word @Wen; did you mean @When?",
        whole("@Wen(has = \"x.Y\") class C { void after(); }", 0));
    assertEquals(
        "1:7 @When has only the element 'has': @When(has = \"org.x.Client#close()\")",
        whole("@When(had = \"x.Y\") class C { void after(); }", 0));
    assertEquals(
        "1:1 @When stands on a type or a package, not on a member",
        problem("@When(has = \"x.Y\") void m();"));
  }

  @Test
  void anUnknownElement() {
    assertEquals(
        "1:11 @Acquires has no element 'levle'; did you mean level?",
        problem("@Acquires(levle = WARNING) void m();"));
    assertEquals(
        "1:11 @Releases takes no value without a name", problem("@Releases(HTTP) void m();"));
    assertEquals("1:8 @Waits takes no value without a name", problem("@Waits(\"10s\") C();"));
  }

  @Test
  void anUnknownValue() {
    assertEquals(
        "1:11 @Acquires cannot be 'HTTP_CLINET'; did you mean HTTP_CLIENT?",
        problem("@Acquires(HTTP_CLINET) void m();"));
    assertEquals(
        "1:18 @Bounds cannot be 'REED'; did you mean READ?",
        problem("@Bounds({CONNECT,REED}) void m();"));
    assertEquals(
        "1:10 @Untyped cannot be 'SIDEWAYS'; it is one of TREE, DIG, ELEMENT",
        problem("@Untyped(SIDEWAYS) void m();"));
    assertEquals(
        "1:8 @Waits: 'on' cannot be 'HTPP'; did you mean HTTP?", problem("@Waits(on = HTPP) C();"));
    assertEquals(
        "1:8 @Waits: 'read' cannot be 'soon'; write a duration like \"10s\", \"500ms\", \"5m\", or NEVER",
        problem("@Waits(read = \"soon\") C();"));
    assertEquals(
        "1:11 @Acquires: 'since' cannot be 'jdk21'; write a Java release like \"21\"",
        problem("@Acquires(since = \"jdk21\") C();"));
    assertEquals(
        "1:11 @Acquires: 'deferred' cannot be 'maybe'; it is one of true, false",
        problem("@Acquires(deferred = maybe) C();"));
  }

  @Test
  void aValueThatIsMissing() {
    assertTrue(
        problem("void m(@Bounds int a);")
            .startsWith("1:8 @Bounds does not say which limit; write"));
  }

  @Test
  void aParameterThatIsNotThere() {
    assertEquals(
        "1:1 @Acquires: there is no parameter 'reqest' to be closed by; did you mean request?",
        problem("@Acquires(closedBy = \"this,reqest\") R m(Q request);"));
  }

  @Test
  void aBrokenWordIsNotHeardButItsMemberIsMentioned() {
    Catalog catalog =
        Catalog.of(
            List.of(),
            List.of(),
            List.of(StubSource.of("s", "class C { @Acquires(HTTP) @Untyped C make(); }")));
    Contract contract =
        catalog.contract(new Member("C", "make", "()LC;"), new FakeProgram().type("C"));
    assertEquals(1, contract.facts().size());
    assertTrue(contract.says(Word.UNTYPED));
  }

  @Test
  void aMissingSemicolonAtTheEndOfALine() {
    assertEquals(
        "1:9 expected ';' behind the parameters of 'm', found 'void'",
        problem("void m()", "void n();"));
    assertEquals(
        "2:9 expected ';' behind the parameters of 'n', found '}'",
        problem("class N {", "void n()", "}"));
    assertEquals("1:6 expected ';' behind the field 'f', found 'void'", problem("int f"));
  }

  @Test
  void junkBehindAMember() {
    assertEquals(
        "1:9 expected ';' behind the parameters of 'm', found 'what'",
        problem("void m() what ever;"));
  }

  @Test
  void anUnclosedParameterList() {
    assertEquals(
        "1:13 expected ',' or ')' behind the parameter 'x', found ';'", problem("void m(int x;"));
    assertEquals(
        "1:11 the name of the parameter of type 'int' is missing, found ')'",
        problem("void m(int);"));
  }

  @Test
  void anUnclosedAnnotation() {
    assertEquals(
        "1:22 expected ',' or '}' in a list, found ')'", problem("@Bounds({CONNECT,READ) C m();"));
    assertEquals("1:18 expected ',' in front of 'READ'", problem("@Bounds({CONNECT READ}) C m();"));
    assertEquals("1:17 expected ',' in front of 'READ'", problem("@Bounds(CONNECT READ) C m();"));
    assertEquals("1:2 a name is missing behind '@', found ';'", problem("@;"));
    assertEquals("1:11 a value is missing, found '='", problem("@Acquires(= 3) C m();"));
  }

  @Test
  void anUnclosedText() {
    assertEquals(
        "1:15 the text is not closed with '\"' in its line",
        problem("@Waits(read = \"10s) C m();"));
  }

  @Test
  void unclosedTypeArguments() {
    assertEquals("1:16 '>' is missing, found '('", problem("Map<String, X m();"));
  }

  @Test
  void aConstructorOfAnotherName() {
    assertEquals(
        "1:1 'Cc' has no result type and is no constructor of 'C'; did you mean C?",
        problem("Cc(int x);"));
    assertEquals(
        "1:1 'make' has no result type and is no constructor of 'C'", problem("make(int x);"));
  }

  @Test
  void aBodyThatIsNotClosedBeforeTheNextPackage() {
    assertEquals(
        "3:1 '}' is missing in front of 'package': the body of 'C' (line 1) is not closed",
        whole("class C {\n void m();\npackage b;\nclass D { void after(); }", 0));
  }

  @Test
  void aBodyThatIsNotClosedAtTheEnd() {
    assertEquals(
        "4:1 '}' is missing in front of the end of the file: the body of 'N' (line 2) is not closed",
        whole("class C {\n class N {\n void after();\n", 0));
  }

  @Test
  void aBraceTooMany() {
    assertEquals("1:12 '}' closes nothing", whole("class C { }} class D { void after(); }", 0));
  }

  @Test
  void somethingThatIsNoDeclaration() {
    assertEquals(
        "1:1 expected a package, an import or a type, found 'okhttp'",
        whole("okhttp client;\nclass D { void after(); }", 0));
    assertEquals(
        "1:10 expected ';' behind the package, found 'class'",
        whole("package a\nclass D { void after(); }", 0));
  }

  @Test
  void aHeadOfATypeThatCannotBeRead() {
    assertEquals(
        "1:17 a type is missing, found '{'", whole("class C extends { void after(); }", 0));
    assertEquals(
        "1:9 expected '{' behind the head of 'C', found ';'",
        whole("class C ; class D { void after(); }", 0));
    assertEquals(
        "1:7 the name of the type is missing, found '{'",
        whole("class { void m(); }\nclass D { void after(); }", 0));
  }

  @Test
  void anEnumConstantThatCannotBeRead() {
    assertEquals(
        "1:12 expected ',' or ';' behind the constant 'A', found 'B'",
        whole("enum E { A B; void after(); }", 0));
  }

  @Test
  void everyProblemOfAFileIsReported() {
    String text = "class C {\n @Aquires void m();\n @Waits(rede = NEVER) C();\n int x\n}\n@;";
    Catalog catalog = Catalog.of(List.of(), List.of(), List.of(StubSource.of("s", text)));
    assertEquals(4, catalog.problems().size(), catalog.problems()::toString);
  }

  @Test
  void anyTextIsReadToItsEnd() {
    String sound =
        "@When(has = \"a\") package a; import b.C; @A({1,2}) enum E { X(1) {}, Y; int f = 3, g[];"
            + " <T extends C & D> @B T m(@Bounds({READ}) Map<K, V[]>... a) throws X { } } ";
    for (int i = 0; i <= sound.length(); i++) {
      Catalog.of(List.of(), List.of(), List.of(StubSource.of("s", sound.substring(0, i))));
      for (char c : "{}()@\"';<.=".toCharArray()) {
        String broken = sound.substring(0, i) + c + sound.substring(i);
        Catalog.of(List.of(), List.of(), List.of(StubSource.of("s", broken)));
      }
    }
  }
}
