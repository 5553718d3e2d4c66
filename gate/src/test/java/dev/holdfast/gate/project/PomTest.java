package dev.holdfast.gate.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gate.model.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PomTest {
  @TempDir private Path folder;

  private Pom read(String name, String elements) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<project>" + elements + "</project>");
    return Pom.read(file);
  }

  private static String compiler(String configuration) {
    return "<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration>"
        + configuration
        + "</configuration></plugin></plugins></build>";
  }

  @Test
  void settingsComeFromTheParentWhereTheModuleIsSilent() throws Exception {
    read(
        "pom.xml",
        "<groupId>g</groupId><artifactId>parent</artifactId><properties><level>11</level>"
            + "<project.build.sourceEncoding>ISO-8859-1</project.build.sourceEncoding>"
            + "</properties>"
            + compiler("<release>${level}</release>"));
    String parent =
        "<parent><groupId>g</groupId><artifactId>parent</artifactId></parent>"
            + "<artifactId>app</artifactId>";
    Pom pom = read("app/pom.xml", parent);
    assertEquals("g:app", pom.key());
    assertEquals(11, CompilerSettings.of(pom).level());
    assertTrue(CompilerSettings.of(pom).bootClasses());
    assertEquals("ISO-8859-1", pom.encoding());
    Pom own = read("app/pom.xml", parent + "<properties><level>17</level></properties>");
    assertEquals(17, CompilerSettings.of(own).level());
  }

  @Test
  void sourceLevelIsUnderstoodInItsOldSpelling() throws Exception {
    Pom pom =
        read(
            "pom.xml",
            "<properties><maven.compiler.source>1.8</maven.compiler.source></properties>");
    assertEquals(8, CompilerSettings.of(pom).level());
  }

  @Test
  void compilerArgumentsAndProcessorsAreFound() throws Exception {
    Pom pom =
        read(
            "pom.xml",
            compiler(
                "<compilerArgs><arg>--add-exports</arg><arg>a/b=ALL-UNNAMED</arg>"
                    + "<arg>--add-exports=c/d=ALL-UNNAMED</arg></compilerArgs>"
                    + "<annotationProcessorPaths><path><groupId>g</groupId>"
                    + "<artifactId>mapstruct-processor</artifactId></path>"
                    + "</annotationProcessorPaths>"));
    assertEquals(
        List.of("--add-exports=a/b=ALL-UNNAMED", "--add-exports=c/d=ALL-UNNAMED"),
        CompilerSettings.of(pom).exports());
    assertEquals(Set.of("mapstruct-processor"), CompilerSettings.of(pom).processors());
  }

  @Test
  void sourceFoldersAddedByAPluginCount() throws Exception {
    Files.createDirectories(folder.resolve("src/main/java"));
    Files.createDirectories(folder.resolve("src/main/more"));
    Pom pom =
        read(
            "pom.xml",
            "<build><plugins><plugin><artifactId>build-helper-maven-plugin</artifactId>"
                + "<executions><execution><goals><goal>add-source</goal></goals><configuration>"
                + "<sources><source>${basedir}/src/main/more</source></sources></configuration>"
                + "</execution></executions></plugin></plugins></build>");
    assertEquals(
        List.of(folder.resolve("src/main/java"), folder.resolve("src/main/more")),
        pom.sourceRoots(false));
  }

  @Test
  void xmlThatIsNoPomIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("pom.xml"), "<html/>");
    InputException problem = assertThrows(InputException.class, () -> Pom.read(file));
    assertEquals(file + ": not a Maven POM: <html>", problem.getMessage());
  }

  @Test
  void entitiesFromOutsideAreNotRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "g");
    Path file =
        Files.writeString(
            folder.resolve("pom.xml"),
            "<!DOCTYPE project [<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\">]><project><artifactId>a&x;</artifactId></project>");
    assertEquals(":a", Pom.read(file).key());
  }
}
