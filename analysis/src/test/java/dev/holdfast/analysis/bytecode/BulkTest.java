package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever compilers wrote can be lowered: whole libraries and the JDK's base module. */
class BulkTest {
  private static final double MAY_FAIL = 0.001;

  private int methods;
  private int failed;

  @Test
  @Timeout(120)
  void everyMethodOfThreeLibrariesIsLowered() throws Exception {
    for (Class<?> inJar :
        List.of(
            org.apache.hc.client5.http.classic.HttpClient.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            redis.clients.jedis.Jedis.class,
            okhttp3.OkHttpClient.class)) {
      Path jar = Path.of(inJar.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (JarFile file = new JarFile(jar.toFile());
          ClassFileWorld world = ClassFileWorld.of(List.of(jar), 17)) {
        lower(world, file.stream().map(entry -> entry.getName()), jar.getFileName().toString());
      }
    }
    assertTrue(failed <= methods * MAY_FAIL, failed + " of " + methods);
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
