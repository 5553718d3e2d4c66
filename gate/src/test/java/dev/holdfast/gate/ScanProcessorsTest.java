package dev.holdfast.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanProcessorsTest {
  private static final String NOT_THERE = "2 call sites not resolved";

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Path jar;

  @BeforeEach
  void sandbox() throws Exception {
    sandbox = new Sandbox(folder);
    jar = folder.resolve("repository/maker/1/maker-1.jar");
    sandbox.write(
        "src/main/java/A.java", "class A {\n  void run() {\n    new Made().leak();\n  }\n}\n");
  }

  /** Packs a processor that runs these statements once. */
  private void processor(String statements) throws IOException {
    Path source =
        sandbox.write(
            "processor/Maker.java",
            "import javax.annotation.processing.*;\nimport java.io.Writer;\n"
                + "@SupportedAnnotationTypes(\"*\")\n"
                + "public class Maker extends AbstractProcessor {\n  private boolean ran;\n"
                + "  public boolean process(java.util.Set<? extends"
                + " javax.lang.model.element.TypeElement> a, RoundEnvironment r) {\n"
                + "    if (ran) return false;\n    ran = true;\n"
                + statements
                + "\n    return false;\n  }\n}\n");
    Path classes = Files.createDirectories(folder.resolve("processor/classes"));
    List<String> options = List.of("-proc:none", "-d", classes.toString(), source.toString());
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)));
    Files.createDirectories(jar.getParent());
    Map<String, byte[]> entries =
        Map.of(
            "Maker.class", Files.readAllBytes(classes.resolve("Maker.class")),
            "META-INF/services/javax.annotation.processing.Processor", "Maker".getBytes());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  private static final String MAKES_A_CLASS =
      "try (Writer w = processingEnv.getFiler().createSourceFile(\"Made\").openWriter()) {"
          + " w.write(\"class Made { void leak() {} }\");"
          + " } catch (java.io.IOException e) { throw new IllegalStateException(e); }";

  private Run scan(String processorPath) throws IOException {
    sandbox.pom(
        "pom.xml",
        "app",
        "<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration>"
            + processorPath
            + "</configuration></plugin></plugins></build>");
    return sandbox.run("scan", "--classpath", jar.toString(), ".");
  }

  private Run scanDeclared() throws IOException {
    return scan(
        "<annotationProcessorPaths><path><groupId>g</groupId><artifactId>maker</artifactId>"
            + "<version>1</version></path></annotationProcessorPaths>");
  }

  @Test
  void processorThatThePomNamesIsRun() throws Exception {
    processor(MAKES_A_CLASS);
    Run run = scanDeclared();
    assertTrue(run.out().contains("src/main/java/A.java:3:16"), run.out() + run.err());
    assertTrue(run.out().contains("\n1 file, 5 lines;"), run.out());
  }

  @Test
  void processorThatIsOnlyOnTheClassPathIsNotRun() throws Exception {
    processor(MAKES_A_CLASS);
    Run run = scan("");
    assertTrue(run.out().contains(NOT_THERE), run.out());
  }

  @Test
  void processorThatFailsIsLeftOut() throws Exception {
    processor("if (true) throw new IllegalStateException(\"no\");");
    Run run = scanDeclared();
    assertEquals(1, run.exitCode(), run.out());
    assertTrue(run.out().contains("note: annotation processors of . failed, not run"), run.out());
    assertTrue(run.out().contains("src/main/java/A.java:3:16"), run.out());
    assertTrue(!run.out().contains("\tat "), run.out());
  }
}
