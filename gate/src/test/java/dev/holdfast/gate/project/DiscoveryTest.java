package dev.holdfast.gate.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.gate.model.Coverage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiscoveryTest {
  @TempDir private Path folder;

  private Module module() throws Exception {
    Path jar = folder.resolve("lib-1-sources.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("A.java"));
      zip.closeEntry();
    }
    try (Discovery discovery = new Discovery(new Names(folder), false, new Coverage())) {
      discovery.add(jar);
      return discovery.modules().get(0);
    }
  }

  @Test
  void sourcesJarInARepositoryKnowsItsPom() throws Exception {
    Files.writeString(
        folder.resolve("lib-1.pom"),
        "<project><groupId>g</groupId><artifactId>lib</artifactId></project>");
    assertEquals("g:lib", module().pom().key());
  }

  @Test
  void sourcesJarAloneHasNone() throws Exception {
    assertNull(module().pom());
  }
}
