package dev.holdfast.checks.plugin;

import dev.holdfast.cases.builds.Jdk;
import dev.holdfast.cases.builds.Run;
import dev.holdfast.cases.builds.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's Maven project, outside this build, set up as the README says. */
record ScratchProject(Path directory) {
  static ScratchProject in(Path directory, String source, String errorProne, String plugin)
      throws IOException {
    Path java = directory.resolve("src/main/java/app/App.java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, source);
    Files.createDirectories(directory.resolve(".mvn"));
    Files.write(directory.resolve(".mvn/jvm.config"), Openings.JVM);
    Files.writeString(directory.resolve("pom.xml"), pom(errorProne, plugin));
    return new ScratchProject(directory);
  }

  Path source() {
    return directory.resolve("src/main/java/app/App.java");
  }

  Run maven(Jdk jdk, Staged staged) throws Exception {
    return staged.maven(directory, jdk, "compile");
  }

  private static String pom(String errorProne, String plugin) {
    StringBuilder arguments = new StringBuilder();
    Openings.COMPILER.forEach(flag -> arguments.append("<arg>").append(flag).append("</arg>"));
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>app</groupId>
      <artifactId>app</artifactId>
      <version>1</version>
      <properties>
        <maven.compiler.source>17</maven.compiler.source>
        <maven.compiler.target>17</maven.compiler.target>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <build>
        <plugins>
          <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
          <plugin>
            <artifactId>maven-compiler-plugin</artifactId>
            <version>3.14.1</version>
            <configuration>
              <showWarnings>true</showWarnings>
              <compilerArgs>
                %s
                <arg>-Xplugin:%s</arg>
              </compilerArgs>
              <annotationProcessorPaths>
                <path>
                  <groupId>com.google.errorprone</groupId>
                  <artifactId>error_prone_core</artifactId>
                  <version>%s</version>
                </path>
                <path>
                  <groupId>dev.holdfast</groupId>
                  <artifactId>holdfast-checks</artifactId>
                  <version>%s</version>
                </path>
              </annotationProcessorPaths>
            </configuration>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(arguments, plugin, errorProne, Staged.VERSION);
  }
}
