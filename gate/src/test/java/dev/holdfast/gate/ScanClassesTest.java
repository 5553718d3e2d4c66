package dev.holdfast.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars and folders of class files, with and without the sources they were made of. */
final class ScanClassesTest {
  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void sandbox() {
    sandbox = new Sandbox(folder);
  }

  private Run scan(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "scan";
    System.arraycopy(args, 0, all, 1, args.length);
    Run run = Run.withChecks(folder, all);
    assertEquals(run.out().startsWith("{"), !run.err().isEmpty(), run.err());
    return run;
  }

  private Map<String, byte[]> leaking(String... options) throws Exception {
    return Built.entries(Built.compile(folder.resolve("out/classes"), Built.LEAKS, options));
  }

  @Test
  void jarNamesClassFileAndLine() throws Exception {
    Built.jar(folder.resolve("app.jar"), leaking("-g"));
    Run run = scan("app.jar");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.out().contains("error UnclosedHttpResponse  app.jar!/shop/Prices.class:4\n"),
        run.out());
    assertTrue(run.out().contains("\n  in shop.Prices.read\n"), run.out());
    assertTrue(run.out().contains("\n1 class; "), run.out());
  }

  @Test
  void folderNamesClassFileAndLine() throws Exception {
    leaking("-g");
    Run run = scan("out/classes");
    assertTrue(
        run.out().contains("UnclosedHttpResponse  out/classes/shop/Prices.class:4\n"), run.out());
    assertEquals(1, run.exitCode());
  }

  @Test
  void withoutDebugInformationTheMethodIsNamed() throws Exception {
    Built.jar(folder.resolve("app.jar"), leaking("-g:none"));
    Run run = scan("app.jar");
    assertTrue(run.out().contains("UnclosedHttpResponse  app.jar!/shop/Prices.class\n"), run.out());
    assertTrue(run.out().contains("\n  in shop.Prices.read\n"), run.out());
    assertFalse(run.out().contains("line 0"), run.out());
    JsonNode finding = report(scan("app.jar", "--json=-")).at("/findings/0");
    assertEquals("app.jar!/shop/Prices.class", finding.at("/place/file").asText());
    assertTrue(finding.at("/place/startLine").isMissingNode());
  }

  private static JsonNode report(Run run) throws Exception {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void sourcesBesideAJarShowTheirLines() throws Exception {
    Built.jar(folder.resolve("app.jar"), leaking("-g"));
    Built.jar(
        folder.resolve("app-sources.jar"), Map.of("shop/Prices.java", Built.LEAKS.getBytes(UTF_8)));
    Run run = scan("app.jar");
    assertTrue(
        run.out().contains("UnclosedHttpResponse  app-sources.jar!/shop/Prices.java:4:14\n"),
        run.out());
    assertTrue(run.out().contains("  4 |     return c.send(r, "), run.out());
    JsonNode finding = report(scan("app.jar", "--json=-")).at("/findings/0");
    assertEquals("app.jar!/shop/Prices.class:4", finding.at("/site").asText());
    assertTrue(scan("app.jar", "--sarif=-").out().contains("\"app.jar!/shop/Prices.class:4\""));
  }

  @Test
  void sourcesJarStaysSource() throws Exception {
    Built.jar(
        folder.resolve("app-sources.jar"),
        Map.of("shop/Prices.java", Built.LEAKS.getBytes(UTF_8), "shop/Old.class", new byte[] {1}));
    assertTrue(scan("app-sources.jar").out().contains("\n1 file, 6 lines; "));
  }

  @Test
  void sourceAndClassesOfOneModuleTellEachFindingOnce() throws Exception {
    sandbox.pom("pom.xml", "shop", "");
    sandbox.write("src/main/java/shop/Prices.java", Built.LEAKS);
    Built.compile(folder.resolve("target/classes"), Built.LEAKS, "-g");
    JsonNode report = report(scan("--offline", "src/main/java", "target/classes", "--json=-"));
    assertEquals(1, report.path("findings").size(), report.toString());
    assertTrue(report.at("/findings/0/site").isMissingNode());
    assertEquals(1, report.at("/coverage/files").asInt());
    assertEquals(1, report.at("/coverage/classes").asInt());
  }

  @Test
  void whatTheSourceAcceptsItsClassFileDoesNotTell() throws Exception {
    String accepts = Built.LEAKS.replace("static", "@SuppressWarnings(RULE) static");
    accepts =
        accepts.replace(
            "{\n  @", "{\n  static final String RULE = \"Unclosed\" + \"HttpResponse\";\n  @");
    sandbox.write("src/shop/Prices.java", accepts);
    Built.compile(folder.resolve("out/classes"), accepts, "-g");
    assertEquals(1, scan("out/classes").exitCode());
    assertEquals(0, scan("src", "out/classes").exitCode());
  }

  @Test
  void multiReleaseJarAnswersForTheRunningRelease() throws Exception {
    String silent = Built.LEAKS.replace("ofInputStream", "ofString");
    Map<String, byte[]> base = Built.entries(Built.compile(folder.resolve("base"), silent, "-g"));
    byte[] leaks = leaking("-g").get("shop/Prices.class");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n".getBytes(UTF_8));
    entries.putAll(base);
    entries.put("META-INF/versions/99/shop/Prices.class", leaks);
    Built.jar(folder.resolve("app.jar"), entries);
    assertEquals(0, scan("app.jar").exitCode());
    entries.put("META-INF/versions/17/shop/Prices.class", leaks);
    Built.jar(folder.resolve("app.jar"), entries);
    Run run = scan("app.jar");
    assertTrue(
        run.out().contains("app.jar!/META-INF/versions/17/shop/Prices.class:4\n"), run.out());
    assertTrue(run.out().contains("\n1 class; "), run.out());
    assertEquals(0, scan("app.jar", "--release", "11").exitCode());
  }

  @Test
  void classPathOfTheManifestIsFollowed() throws Exception {
    String closes =
        """
        package lib;
        public class Closer {
          public static void done(java.io.InputStream in) throws java.io.IOException { in.close(); }
        }
        """;
    Path lib = Built.compile(folder.resolve("lib"), closes);
    String uses =
        Built.LEAKS
            .replace("return c.send", "lib.Closer.done(c.send")
            .replace("statusCode();", "body()); return 1;");
    Path classes = Built.compile(folder.resolve("app"), uses, "-g", "-cp", lib.toString());
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\nClass-Path: gone.jar lib.jar ../../x.jar\n\n".getBytes(UTF_8));
    entries.putAll(Built.entries(classes));
    Built.jar(folder.resolve("app.jar"), entries);
    Run missing = scan("app.jar");
    assertTrue(
        missing.out().contains("1 class, 1 file with unresolved types, 1 call site not resolved"),
        missing.out());
    assertTrue(missing.out().contains("give --classpath"), missing.out());
    Built.jar(folder.resolve("lib.jar"), Built.entries(lib));
    Run found = scan("app.jar", "--strict");
    assertEquals(0, found.exitCode(), found.out());
    assertTrue(found.out().contains("\n1 class; "), found.out());
  }

  @Test
  void classesOfAWebApplicationAreFoundWhereTheyLie() throws Exception {
    byte[] leaks = leaking("-g").get("shop/Prices.class");
    Built.jar(folder.resolve("app.jar"), Map.of("BOOT-INF/classes/shop/Prices.class", leaks));
    assertTrue(scan("app.jar").out().contains("app.jar!/BOOT-INF/classes/shop/Prices.class:4\n"));
  }

  @Test
  void teamStubsAndShippedStubsSpeakAboutClassesToo() throws Exception {
    String lib = "package lib; public class Line { public static Object dial() { return null; } }";
    String app = "package shop; class T {\n static void t() { lib.Line.dial(); } }";
    String stub = "package lib;\nclass Line { @Acquires(HTTP_RESPONSE) static Object dial(); }\n";
    Path classes = Built.compile(folder.resolve("lib"), lib);
    Built.compile(folder.resolve("app"), app, "-g", "-cp", classes.toString());
    sandbox.write("team.astub", stub);
    assertEquals(0, scan("app", "-cp", "lib").exitCode());
    assertEquals(1, scan("app", "-cp", "lib", "--stubs", "team.astub").exitCode());
    Files.createDirectories(classes.resolve("META-INF"));
    Files.writeString(classes.resolve("META-INF/holdfast.astub"), stub);
    assertEquals(1, scan("app", "-cp", "lib").exitCode());
  }
}
