package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever compilers wrote can be lowered: whole libraries and the JDK's base module. */
class BulkTest {
  private static final double MAY_FAIL = 0.001;

  private int methods;
  private int failed;

  /** Jars as they were published, and what their manifests say they were built with. */
  static Stream<Arguments> published() {
    return Stream.of(
        arguments(redis.clients.jedis.Jedis.class, "1.8"),
        arguments(com.fasterxml.jackson.databind.ObjectMapper.class, "1.8"),
        arguments(org.apache.hc.client5.http.classic.HttpClient.class, "1.8"),
        arguments(org.apache.http.client.HttpClient.class, "1.8.0_342"),
        arguments(com.google.gson.Gson.class, "11"),
        arguments(org.bson.Document.class, "17 (Oracle Corporation)"),
        arguments(org.apache.commons.io.IOUtils.class, "21"),
        arguments(org.apache.commons.pool2.ObjectPool.class, "21"),
        arguments(org.eclipse.jdt.core.compiler.batch.BatchCompiler.class, "21"),
        // kotlinc leaves no mark in the manifest
        arguments(okhttp3.OkHttpClient.class, null));
  }

  @ParameterizedTest
  @MethodSource("published")
  @Timeout(120)
  void everyMethodOfAPublishedJarIsLowered(Class<?> inJar, String builtWith) throws Exception {
    Path jar = Path.of(inJar.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile());
        ClassFileWorld world = ClassFileWorld.of(List.of(jar), 17)) {
      assertEquals(builtWith, builtWith(file.getManifest()), jar::toString);
      lower(world, file.stream().map(entry -> entry.getName()), jar.getFileName().toString());
    }
    assertTrue(methods > 0 && failed <= methods * MAY_FAIL, failed + " of " + methods);
  }

  private static String builtWith(Manifest manifest) {
    Attributes said = manifest.getMainAttributes();
    return Stream.of("Build-Jdk-Spec", "Build-Jdk", "Created-By")
        .map(said::getValue)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Test
  @Timeout(120)
  void everyMethodOfTheBaseModuleIsLowered() throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (Stream<Path> files = Files.walk(root);
        ClassFileWorld world = ClassFileWorld.of(List.of(), 17)) {
      lower(world, files.map(file -> root.relativize(file).toString()), "java.base");
    }
    assertTrue(failed <= methods * MAY_FAIL, failed + " of " + methods);
  }

  private void lower(ClassFileWorld world, Stream<String> files, String title) {
    // a module's directory may list a file twice
    List<String> names =
        files
            .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF"))
            .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
            .filter(name -> !name.endsWith("-info"))
            .distinct()
            .toList();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int before = methods;
    for (String name : names) {
      for (Body body : world.bodies(name)) {
        methods++;
        check(body);
      }
    }
    failed += world.unreadCount();
    long micros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1000;
    int found = methods - before;
    System.out.printf(
        "%s: %d methods, %d us of CPU each, unread %s%n",
        title, found, micros / Math.max(1, found), world.unread());
  }

  /** What every analysis relies on. */
  private static void check(Body body) {
    int registers = body.registers().size();
    assertTrue(body.parameters() <= registers, body.method()::toString);
    for (Block block : body.blocks()) {
      assertTrue(!block.edges().isEmpty(), () -> "no way out of a block in " + body.method());
      List<Op> ops = block.ops();
      for (int i = 0; i < ops.size(); i++) {
        Op op = ops.get(i);
        assertTrue(op.target() < registers, body.method()::toString);
        boolean mustBeLast = op instanceof Op.Throw;
        assertTrue(!mustBeLast || i == ops.size() - 1, body.method()::toString);
      }
      for (Edge edge : block.edges()) {
        assertTrue(edge.target() < body.blocks().size(), body.method()::toString);
        if (edge.kind() != Edge.Kind.GOTO) {
          assertTrue(!ops.isEmpty() && edge.type() != null, body.method()::toString);
        }
        if (edge.kind() == Edge.Kind.RAISE && edge.target() >= 0) {
          Block handler = body.blocks().get(edge.target());
          assertTrue(handler.ops().get(0) instanceof Op.Caught, body.method()::toString);
        }
      }
    }
  }
}
