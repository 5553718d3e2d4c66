package dev.holdfast.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files in all the wrappings people point a scan at. */
final class ScanPackagedClassesTest {
  private static final String FOUND = "error UnclosedHttpResponse  ";

  @TempDir private Path folder;
  private Map<String, byte[]> classes;
  private byte[] leaks;
  private Run run;

  @BeforeEach
  void compile() throws Exception {
    classes = Built.entries(Built.compile(folder.resolve("out"), Built.LEAKS, "-g"));
    leaks = classes.get("shop/Prices.class");
  }

  @AfterEach
  void neverAStackTrace() {
    assertFalse((run.err() + run.out()).contains("\tat "), run.err() + run.out());
    assertFalse((run.err() + run.out()).contains("Exception"), run.err() + run.out());
  }

  private void finds(String place, String... args) {
    run = Run.withChecks(folder, args);
    assertEquals(1, run.exitCode(), run.err() + run.out());
    assertTrue(run.out().contains(FOUND + place + "\n"), run.out());
    assertEquals("", run.err());
  }

  private void fails(String error, String... args) {
    run = Run.withChecks(folder, args);
    assertEquals(2, run.exitCode(), run.out());
    assertEquals("holdfast: " + error + "\n", run.err());
  }

  @Test
  void aClassFileAlone() {
    finds("out/shop/Prices.class:4", "scan", "out/shop/Prices.class");
    assertTrue(run.out().contains("\n1 class; "), run.out());
  }

  @Test
  void aClassFileKnowsThoseBesideItAndTellsNothingOfThem() throws Exception {
    String closer =
        """
        package shop.io;
        public class Closer {
          public static int done(java.io.InputStream in) throws Exception {
            in.close();
            return 0;
          }
        }
        """;
    Path all = Built.compile(folder.resolve("all"), closer, "-g");
    String uses =
        Built.LEAKS
            .replace("return c.send", "return shop.io.Closer.done(c.send")
            .replace("statusCode();", "body());");
    Built.compile(all, uses, "-g", "-cp", all.toString());
    Files.write(all.resolve("shop/io/Leaks.class"), leaks);
    run = Run.withChecks(folder, "scan", "--strict", "all/shop/Prices.class");
    assertEquals(0, run.exitCode(), run.err() + run.out());
    assertTrue(run.out().contains("1 class; "), run.out());
  }

  @Test
  void aClassFileThatDoesNotLieInItsPackage() throws Exception {
    Files.write(folder.resolve("Elsewhere.class"), leaks);
    finds("Elsewhere.class:4", "scan", "Elsewhere.class");
  }

  @Test
  void severalClassFilesAndOneOfThemBroken() throws Exception {
    Files.write(folder.resolve("out/shop/Broken.class"), new byte[] {1, 2, 3});
    finds("out/shop/Prices.class:4", "scan", "out/shop/Broken.class", "out/shop/Prices.class");
    assertTrue(
        run.out().contains("1 file skipped: out/shop/Broken.class (broken class file)"), run.out());
    assertFalse(run.out().contains("class path entry"), run.out());
  }

  @Test
  void aBrokenClassFileAlone() throws Exception {
    Files.write(folder.resolve("Broken.class"), new byte[] {1, 2, 3});
    fails("nothing could be analysed: Broken.class (broken class file)", "scan", "Broken.class");
  }

  @Test
  void aFolderOfJarsSaysWhatToDo() throws Exception {
    Files.createDirectory(folder.resolve("lib"));
    Built.jar(folder.resolve("lib/a.jar"), classes);
    Built.jar(folder.resolve("lib/b.jar"), Map.of("b.txt", new byte[0]));
    fails(
        "no Java sources or class files in lib (tests are scanned only with --tests);"
            + " 2 jars in lib: name those to be scanned",
        "scan",
        "lib");
    finds("lib/a.jar!/shop/Prices.class:4", "scan", "lib/a.jar");
  }

  @Test
  void aFolderOfJarsBesideClassesIsNoted() throws Exception {
    Files.createDirectory(folder.resolve("lib"));
    Built.jar(folder.resolve("lib/b.jar"), Map.of("b.txt", new byte[0]));
    finds("out/shop/Prices.class:4", "scan", "out", "lib");
    assertTrue(run.out().contains("1 jar in lib: name those to be scanned"), run.out());
  }

  /** What was signed is not our question: nothing of it is run. */
  @Test
  void aSignedJarWhoseSignatureDoesNotHold() throws Exception {
    Map<String, byte[]> signed = new LinkedHashMap<>();
    String digest = "Name: shop/Prices.class\nSHA-256-Digest: AAAA\n\n";
    signed.put("META-INF/MANIFEST.MF", ("Manifest-Version: 1.0\n\n" + digest).getBytes(UTF_8));
    signed.put("META-INF/A.SF", ("Signature-Version: 1.0\n\n" + digest).getBytes(UTF_8));
    signed.put("META-INF/A.RSA", new byte[] {0x30, 0x03, 0x02, 0x01, 0x01});
    signed.putAll(classes);
    Built.jar(folder.resolve("signed.jar"), signed);
    finds("signed.jar!/shop/Prices.class:4", "scan", "signed.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.war", "app.jar", "app.zip"})
  void anApplicationIsReadAndItsLibrariesAreNoted(String name) throws Exception {
    Built.jar(folder.resolve("lib.jar"), Map.of("b.txt", new byte[0]));
    byte[] library = Files.readAllBytes(folder.resolve("lib.jar"));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("WEB-INF/classes/shop/Prices.class", leaks);
    entries.put("WEB-INF/lib/a.jar", library);
    entries.put("WEB-INF/lib/b.jar", library);
    Built.jar(folder.resolve(name), entries);
    finds(name + "!/WEB-INF/classes/shop/Prices.class:4", "scan", name);
    String note = name + ": the libraries inside (2 jars) are not read";
    assertTrue(run.out().contains(note), run.out());
    finds(name + "!/WEB-INF/classes/shop/Prices.class:4", "scan", name, "-cp", "lib.jar");
    assertFalse(run.out().contains(note), run.out());
  }

  @Test
  void anArchiveOfJarsSaysWhatToDo() throws Exception {
    Built.jar(folder.resolve("app.ear"), Map.of("lib/a.jar", new byte[0], "web.war", new byte[0]));
    fails(
        "app.ear: holds neither class files nor Java sources;"
            + " unpack it and scan the jars inside, as lib/a.jar",
        "scan",
        "app.ear");
  }

  @Test
  void anEmptyJar() throws Exception {
    Built.jar(folder.resolve("empty.jar"), Map.of());
    fails("empty.jar: holds neither class files nor Java sources", "scan", "empty.jar");
  }

  @Test
  void filesThatAreNoJars() throws Exception {
    Files.writeString(folder.resolve("text.jar"), "no jar");
    fails("text.jar: not a readable jar: zip END header not found", "scan", "text.jar");
    Files.createFile(folder.resolve("nothing.war"));
    fails("nothing.war: not a readable jar: zip file is empty", "scan", "nothing.war");
  }
}
