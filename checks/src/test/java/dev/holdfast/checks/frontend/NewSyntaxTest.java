package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.cases.builds.Jdk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes compiled on JDK 17 lower the syntax of JDK 25, run on that one. */
final class NewSyntaxTest {
  private static final List<String> OPEN =
      List.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");
  @TempDir private static Path folder;
  private static Jdk jdk;
  private static List<String> modern;

  @BeforeAll
  static void find() throws Exception {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(newer.isPresent() && newer.get().release() >= 25, "no JDK 25 on this machine");
    jdk = newer.get();
    modern = run("Modern.java");
  }

  @Test
  void everyBodyIsLowered() throws Exception {
    assertEquals(List.of("given up: {}"), starting(modern, "given up"));
    assertEquals(List.of(), starting(modern, "compiler"));
  }

  @Test
  void recordPatternsTestTheTypeAndCallTheAccessors() throws Exception {
    String text = String.join("\n", modern);
    assertTrue(
        text.contains(
            """
              if shape instanceof Modern$Circle -> b1
              if shape not instanceof Modern$Circle -> b5
            b1:
              $3 = call virtual Modern$Circle.radius(): double on shape @14 implicit
            """),
        text);
  }

  @Test
  void guardsStandBehindTheirPattern() throws Exception {
    String text = String.join("\n", modern);
    assertTrue(
        Pattern.compile(
                "side = move \\$\\d+ @15\n  if null side -> b\\d+\n  if nonnull side -> b\\d+")
            .matcher(text)
            .find(),
        text);
  }

  @Test
  void fieldsAreInitialisedAfterSuperWhereverItStands() throws Exception {
    String text = String.join("\n", modern);
    int before = text.indexOf("put Modern$Flexible.size");
    int call = text.indexOf("call special Modern$Base.<init>");
    int after = text.indexOf("put Modern$Flexible.made");
    assertTrue(0 < before && before < call && call < after, text);
  }

  /** A switch over patterns is an opaque index in bytecode: no type test is to be seen there. */
  @Test
  void onlyPatternSwitchesDifferFromTheirClassFile() throws Exception {
    List<String> different =
        starting(modern, "different").stream()
            .map(line -> line.replaceAll("different: Modern\\.(\\w+).*", "$1"))
            .toList();
    assertEquals(List.of("area", "qualified", "nullDefault", "nested"), different);
  }

  @Test
  void olderShapesAreTheSameOnEitherJdk() throws Exception {
    for (String shapes : List.of("Tries", "Closures", "Flows")) {
      assertEquals(List.of(), starting(run(shapes + ".java"), "different"), shapes);
    }
  }

  private static List<String> starting(List<String> lines, String word) {
    return lines.stream().filter(line -> line.startsWith(word + ":")).toList();
  }

  private static List<String> run(String shapes) throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk.home().resolve("bin/java").toString()));
    for (String name : OPEN) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BothFrontEndsMain.class.getName(), shapes));
    command.add(Files.createTempDirectory(folder, "classes").toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }
}
