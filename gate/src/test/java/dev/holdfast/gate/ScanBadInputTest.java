package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanBadInputTest {
  @TempDir private Path folder;
  private Sandbox sandbox;
  private Run run;

  @BeforeEach
  void sandbox() {
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void neverAStackTrace() {
    assertFalse(run.err().contains("\tat ") || run.out().contains("\tat "), run.err() + run.out());
    assertFalse(run.err().contains("internal error"), run.err());
  }

  private void fails(String error, String... args) {
    run = sandbox.run(args);
    assertEquals("holdfast: " + error + "\n", run.err());
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
  }

  /** The scan of the whole folder succeeds and says so in its last lines. */
  private void notes(String note, String... args) {
    run = sandbox.run(args);
    assertTrue(run.out().contains(note), run.out() + run.err());
    assertEquals("", run.err());
  }

  @Test
  void pathThatIsNotThere() {
    fails("no such file or folder: nowhere", "scan", "nowhere");
  }

  @Test
  void emptyFolder() {
    fails("no Java sources or class files in . (tests are scanned only with --tests)", "scan", ".");
  }

  @Test
  void fileThatIsNoJava() throws Exception {
    sandbox.write("notes.txt", "hello");
    fails("notes.txt: neither a folder, a .java or .class file nor a jar", "scan", "notes.txt");
  }

  @Test
  void jarThatIsNone() throws Exception {
    sandbox.write("broken.jar", "PK but not really");
    run = sandbox.run("scan", "broken.jar");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("holdfast: broken.jar: not a readable jar: "), run.err());
  }

  @Test
  void binaryGarbageNamedJava() throws Exception {
    Files.write(folder.resolve("A.java"), new byte[] {1, 0, 2, 0, 3});
    fails("nothing could be analysed: A.java (not text)", "scan", ".");
    sandbox.javaFile("B.java", "", "leak();");
    notes("1 file skipped: A.java (not text)", "scan", ".");
    assertEquals(1, run.exitCode());
  }

  @Test
  void textGarbageNamedJava() throws Exception {
    sandbox.write("A.java", "\n\u0001\u0002 ]]]] not java at all {{{{ \"");
    notes("1 file could not be parsed: A.java:2", "scan", ".");
  }

  @Test
  void emptyFile() throws Exception {
    sandbox.write("A.java", "");
    notes("no findings\n1 file, 0 lines", "scan", "--strict", ".");
    assertEquals(0, run.exitCode());
  }

  @Test
  void syntaxErrorLeavesTheFindingsOfTheRest() throws Exception {
    sandbox.javaFile("A.java", "", "leak();");
    sandbox.write("B.java", "class B {\n  void f( { }\n}\n");
    notes("1 file could not be parsed: B.java:2", "scan", ".");
    assertTrue(run.out().contains("A.java:3:5"), run.out());
  }

  @Test
  void missingTypesLeaveTheFindingsOfTheRest() throws Exception {
    sandbox.javaFile("A.java", "", "org.gone.Client c = null; c.send(); leak();");
    notes("1 file with unresolved types, 1 call site not resolved", "scan", ".");
    assertTrue(run.out().contains("A.java:3:41"), run.out());
    assertTrue(run.out().contains("build first or give --classpath"), run.out());
  }

  @Test
  void fieldsOfMissingTypes() throws Exception {
    sandbox.write(
        "A.java",
        """
        import java.util.*;
        class A {
          private static final Map<String, String> SEEN = new HashMap<>();
          private org.gone.Client client;
          private org.gone.Client[] others;
          void a(String key) throws org.gone.Problem { SEEN.put(key, key); }
        }
        """);
    notes("1 file with unresolved types", "scan", ".");
    assertFalse(run.out().contains("could not"), run.out());
  }

  /** What an annotation promises holds, though its processor, or its very type, is not there. */
  @Test
  void variableThatAnAnnotationCleansUp() throws Exception {
    sandbox.write(
        "A.java",
        """
        import java.io.*;
        import lombok.Cleanup;
        class A {
          int first(String file) throws IOException {
            @Cleanup InputStream in = new FileInputStream(file);
            return in.read();
          }
          int second(String file) throws IOException {
            if (file != null) {
              @Cleanup("close") InputStream in = new FileInputStream(file);
              in.skip(1);
              return in.read();
            }
            return -1;
          }
        }
        """);
    notes("no findings", "scan", ".");
  }

  @Test
  void otherEncoding() throws Exception {
    sandbox.write("A.java", "class A { String umlaut = \"\u00e4\"; }", StandardCharsets.ISO_8859_1);
    notes("note: A.java is not UTF-8; read as ISO-8859-1 (see --encoding)", "scan", ".");
    run = sandbox.run("scan", "--encoding", "ISO-8859-1", ".");
    assertFalse(run.out().contains("note:"), run.out());
  }

  @Test
  void unknownEncoding() throws Exception {
    sandbox.javaFile("A.java", "", "");
    run = sandbox.run("scan", "--encoding", "klingon", ".");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("klingon"), run.err());
  }

  @Test
  void hugeFile() throws Exception {
    sandbox.javaFile("A.java", "", "");
    sandbox.write("B.java", "class B {} //" + "x".repeat(9 << 20));
    notes("1 file skipped: B.java (9 MB, more than 8)", "scan", ".");
  }

  @Test
  void deeplyNestedExpression() throws Exception {
    sandbox.javaFile("A.java", "", "leak();");
    sandbox.write(
        "B.java", "class B { int i = " + "(".repeat(3000) + "1" + ")".repeat(3000) + "; }");
    run = sandbox.run("scan", ".");
    assertEquals(1, run.exitCode(), run.err());
  }

  @Test
  void pomThatIsNoXml() throws Exception {
    sandbox.write("pom.xml", "<project>\n<oops");
    sandbox.javaFile("src/main/java/A.java", "", "leak();");
    notes("pom.xml:2: not well-formed XML: ", "scan", ".");
    assertEquals(1, run.exitCode());
  }

  @Test
  void brokenClassPathEntries() throws Exception {
    sandbox.javaFile("A.java", "", "leak();");
    sandbox.write("broken.jar", "no jar");
    notes(
        "note: class path entry gone.jar does not exist",
        "scan",
        "--classpath",
        "broken.jar" + java.io.File.pathSeparator + "gone.jar",
        ".");
    assertTrue(run.out().contains("note: class path entry broken.jar is not a jar"), run.out());
    assertEquals(1, run.exitCode());
  }

  @Test
  void loopOfSymbolicLinks() throws Exception {
    sandbox.javaFile("src/A.java", "", "leak();");
    Files.createSymbolicLink(folder.resolve("src/loop"), folder);
    notes("1 finding", "scan", ".");
  }

  @Test
  void veryDeepFolder() throws Exception {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      path.append("d/");
    }
    sandbox.javaFile(path + "A.java", "", "leak();");
    notes("1 finding", "scan", ".");
  }

  @Test
  void unwritableReport() throws Exception {
    sandbox.javaFile("A.java", "", "leak();");
    sandbox.write("file", "");
    run = sandbox.run("scan", "--sarif", "file/report.sarif", ".");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("holdfast: cannot write --sarif "), run.err());
    assertEquals("", run.out());
  }

  @Test
  void reportThatIsAFolder() throws Exception {
    sandbox.javaFile("A.java", "", "leak();");
    run = sandbox.run("scan", "--json", ".", ".");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().endsWith(": is a folder\n"), run.err());
  }

  @Test
  void stubFileThatIsNotThere() throws IOException {
    sandbox.javaFile("A.java", "", "");
    fails("--stubs gone.astub: not a readable file", "scan", "--stubs", "gone.astub", ".");
  }

  @Test
  void numbersOutOfRange() throws IOException {
    sandbox.javaFile("A.java", "", "");
    fails("--max -1: must not be negative", "scan", "--max=-1", ".");
    fails(
        "--max-map-depth=0: expected a whole number from 1 to 999",
        "scan",
        "--max-map-depth=0",
        ".");
    fails("--release 7: must be 8 or newer", "scan", "--release=7", ".");
  }

  @Test
  void unknownOption() {
    run = sandbox.run("scan", "--serif", "x", ".");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--sarif"), run.err());
  }

  @Test
  void noPath() {
    run = sandbox.run("scan");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("PATH"), run.err());
  }

  @Test
  void noCommandPrintsHelp() {
    run = sandbox.run();
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("holdfast scan ."), run.out());
  }
}
