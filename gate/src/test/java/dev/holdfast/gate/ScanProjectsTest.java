package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven is never asked here: every scan of a POM is given an empty class path. */
final class ScanProjectsTest {
  private static final String NO_MAVEN = "--classpath=.";

  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() {
    sandbox = new Sandbox(folder);
  }

  private static String lines(Run run) {
    return run.out()
        .lines()
        .filter(line -> line.contains(".java:") && !line.startsWith(" "))
        .map(line -> line.replaceFirst(".*  ", ""))
        .reduce("", (a, b) -> a + b + " ")
        .strip();
  }

  @Test
  void mavenModuleIsReadAsItsPomSays() throws Exception {
    sandbox.pom("pom.xml", "app", "<build><sourceDirectory>code</sourceDirectory></build>");
    sandbox.javaFile("code/com/acme/A.java", "com.acme", "leak();");
    sandbox.javaFile("src/main/java/com/acme/B.java", "com.acme", "leak();");
    Run run = sandbox.run("scan", NO_MAVEN, ".");
    assertEquals("code/com/acme/A.java:5:5", lines(run), run.err());
  }

  @Test
  void testsAreScannedOnlyOnDemand() throws Exception {
    sandbox.pom("pom.xml", "app", "");
    sandbox.javaFile("src/main/java/A.java", "", "leak();");
    sandbox.javaFile("src/test/java/ATest.java", "", "leak();");
    assertEquals("src/main/java/A.java:3:5", lines(sandbox.run("scan", NO_MAVEN, ".")));
    assertEquals(
        "src/main/java/A.java:3:5 src/test/java/ATest.java:3:5",
        lines(sandbox.run("scan", NO_MAVEN, "--tests", ".")));
    assertEquals(
        "src/test/java/ATest.java:3:5", lines(sandbox.run("scan", NO_MAVEN, "src/test/java")));
  }

  @Test
  void aggregatorBringsItsModulesAndTheyKnowEachOther() throws Exception {
    aggregator();
    Run run = sandbox.run("scan", NO_MAVEN, "--strict", ".");
    assertEquals("app/src/main/java/com/acme/app/App.java:5:10", lines(run));
    assertTrue(run.out().contains("\n2 files, 13 lines;"), run.out());
  }

  @Test
  void moduleScannedAloneStillKnowsItsSiblings() throws Exception {
    aggregator();
    Run run = sandbox.run("scan", NO_MAVEN, "--strict", "app");
    assertEquals(1, run.exitCode(), run.out());
    assertTrue(run.out().contains("\n1 file, 7 lines;"), run.out());
  }

  private void aggregator() throws IOException {
    sandbox.pom(
        "pom.xml",
        "parent",
        "<packaging>pom</packaging><modules><module>lib</module><module>app</module></modules>");
    String parent =
        "<parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version>"
            + "</parent>";
    sandbox.pom("lib/pom.xml", "lib", parent);
    sandbox.pom(
        "app/pom.xml",
        "app",
        parent
            + "<dependencies><dependency><groupId>${project.groupId}</groupId>"
            + "<artifactId>lib</artifactId><version>1</version></dependency></dependencies>");
    sandbox.write(
        "lib/src/main/java/com/acme/lib/Pool.java",
        "package com.acme.lib;\n\npublic class Pool {\n\n  public void leak() {}\n}\n");
    sandbox.write(
        "app/src/main/java/com/acme/app/App.java",
        "package com.acme.app;\n\nclass App {\n  void run(com.acme.lib.Pool pool) {\n"
            + "    pool.leak();\n  }\n}\n");
  }

  @Test
  void partOfAModuleIsReportedAlone() throws Exception {
    sandbox.pom("pom.xml", "app", "");
    sandbox.javaFile("src/main/java/a/A.java", "a", "leak(); b.B.open();");
    sandbox.write(
        "src/main/java/b/B.java", "package b; public class B { public static void open() {} }");
    Run folderOnly = sandbox.run("scan", NO_MAVEN, "--strict", "src/main/java/a");
    assertEquals("src/main/java/a/A.java:5:5", lines(folderOnly));
    Run fileOnly = sandbox.run("scan", NO_MAVEN, "--strict", "src/main/java/b/B.java");
    assertEquals(0, fileOnly.exitCode(), fileOnly.out());
    assertTrue(fileOnly.out().contains("1 file, 1 line;"), fileOnly.out());
  }

  @Test
  void folderBesideTheSourcesOfAModuleKnowsThem() throws Exception {
    sandbox.pom("pom.xml", "app", "");
    sandbox.write(
        "src/main/java/b/B.java", "package b; public class B { public static void leak() {} }");
    sandbox.javaFile("examples/A.java", "", "b.B.leak();");
    assertEquals("", lines(sandbox.run("scan", NO_MAVEN, ".")));
    Run run = sandbox.run("scan", NO_MAVEN, "--strict", "examples");
    assertEquals("examples/A.java:3:9", lines(run));
    assertFalse(run.out().contains("not resolved"), run.out());
  }

  @Test
  void plainFolderIsReadWithoutWhatBuildsAndToolsLeaveThere() throws Exception {
    sandbox.javaFile("src/com/acme/A.java", "com.acme", "leak();");
    sandbox.javaFile("src/com/acme/build/B.java", "com.acme.build", "leak();");
    sandbox.javaFile("build/generated/C.java", "", "leak();");
    sandbox.javaFile("target/D.java", "", "leak();");
    sandbox.javaFile(".hidden/E.java", "", "leak();");
    sandbox.javaFile("generated-sources/F.java", "", "leak();");
    sandbox.javaFile("src/test/java/G.java", "", "leak();");
    sandbox.write("src/module-info.java", "module acme {}");
    Run run = sandbox.run("scan", ".");
    assertEquals("src/com/acme/A.java:5:5 src/com/acme/build/B.java:5:5", lines(run));
  }

  @Test
  void singleFileFindsItsNeighboursByPackage() throws Exception {
    sandbox.javaFile("src/a/A.java", "a", "b.B.leak();");
    sandbox.write("src/b/B.java", "package b; public class B { public static void leak() {} }");
    Run run = sandbox.run("scan", "--strict", "src/a/A.java");
    assertEquals("src/a/A.java:5:9", lines(run));
    assertFalse(run.out().contains("unresolved"), run.out());
  }

  @Test
  void severalPathsAreScannedTogether() throws Exception {
    sandbox.javaFile("one/A.java", "", "leak();");
    sandbox.javaFile("two/B.java", "", "leak();");
    assertEquals("one/A.java:3:5 two/B.java:3:5", lines(sandbox.run("scan", "one", "two")));
    assertEquals("one/A.java:3:5", lines(sandbox.run("scan", "one", "one/A.java")));
  }

  @Test
  void filesThatDeclareTheSameClassAreAllScanned() throws Exception {
    sandbox.javaFile("one/A.java", "", "leak();");
    sandbox.javaFile("two/A.java", "", "leak();");
    sandbox.javaFile("three/A.java", "", "leak();");
    Run run = sandbox.run("scan", "--strict", ".");
    assertEquals("one/A.java:3:5 three/A.java:3:5 two/A.java:3:5", lines(run));
    assertTrue(run.out().contains("\n3 files, 36 lines;"), run.out());
  }

  @Test
  void sourcesJarIsScanned() throws Exception {
    Path jar = folder.resolve("lib-1-sources.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("com/acme/A.java"));
      String code = "package com.acme; class A { void leak() { leak(); } }";
      zip.write(code.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Run run = sandbox.run("scan", "lib-1-sources.jar");
    assertEquals("lib-1-sources.jar!/com/acme/A.java:1:43", lines(run), run.err());
  }

  @Test
  void folderIsFoundThroughASymbolicLinkAndInSpaces() throws Exception {
    sandbox.javaFile("my code/A.java", "", "leak();");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("my code"));
    assertEquals("my code/A.java:3:5", lines(sandbox.run("scan", "my code")));
    assertEquals(1, sandbox.run("scan", "link").exitCode());
  }

  @Test
  void releaseOfThePomDecidesTheSyntax() throws Exception {
    sandbox.pom(
        "pom.xml",
        "app",
        "<properties><java.version>11</java.version>"
            + "<maven.compiler.release>${java.version}</maven.compiler.release></properties>");
    sandbox.write("src/main/java/A.java", "class A {\n  String s = \"\"\"\n    x\"\"\";\n}\n");
    Run run = sandbox.run("scan", NO_MAVEN, ".");
    assertTrue(
        run.out().contains("could not be parsed: src/main/java/A.java:2 (newer than release 11)"),
        run.out());
    Run newer = sandbox.run("scan", NO_MAVEN, "--release=17", "--strict", ".");
    assertEquals(0, newer.exitCode(), newer.out());
  }
}
