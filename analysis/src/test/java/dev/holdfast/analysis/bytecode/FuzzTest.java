package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * No class file, however damaged, makes the bytecode witness throw or hang. A short run goes with
 * every build; {@code mvn -Pfuzz -pl analysis -am test} is the long one.
 */
class FuzzTest {
  private static final int MUTANTS = Integer.getInteger("holdfast.fuzz.mutants", 300);
  private static final long SEED = Long.getLong("holdfast.fuzz.seed", 8);
  private static final long MINUTES_IN_ALL = 30;
  private static final long SECONDS_EACH = 20;
  private static final int FAILURES_TOLD = 20;

  private static final List<Class<?>> IN_JARS =
      List.of(
          okhttp3.OkHttpClient.class,
          org.apache.hc.client5.http.classic.HttpClient.class,
          org.apache.http.client.HttpClient.class,
          org.apache.commons.pool2.ObjectPool.class,
          org.apache.commons.io.IOUtils.class,
          redis.clients.jedis.Jedis.class,
          com.fasterxml.jackson.databind.ObjectMapper.class);

  private final Map<String, byte[]> good = new HashMap<>();
  private final Map<String, byte[]> jdk = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int unread;
  private int findings;
  private String slowest = "";
  private long slowestNanos;

  @Test
  void noDamagedClassFileEscapesAsAnExceptionOrHangs() throws Exception {
    for (Class<?> type : IN_JARS) {
      load(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    long start = System.nanoTime();
    int round = 0;
    ExecutorService thread = Executors.newSingleThreadExecutor();
    for (; round < MUTANTS && failures.size() < FAILURES_TOLD; round++) {
      int number = round;
      long began = System.nanoTime();
      assertTrue(began - start < TimeUnit.MINUTES.toNanos(MINUTES_IN_ALL), "too slow: " + round);
      String mutant = names.get((int) ((round * 7919L + SEED) % names.size())) + " #" + round;
      Future<?> done = thread.submit(() -> read(number));
      try {
        done.get(SECONDS_EACH, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        failures.add(mutant + ": " + trace(e.getCause()));
      } catch (TimeoutException e) {
        failures.add(mutant + ": still running after " + SECONDS_EACH + " s");
        break;
      }
      long took = System.nanoTime() - began;
      if (took > slowestNanos) {
        slowestNanos = took;
        slowest = mutant;
      }
    }
    thread.shutdownNow();
    System.out.printf(
        "%,d mutants of %,d classes in %d s, slowest %d ms (%s): %,d things unread, %,d findings%n",
        round,
        names.size(),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
        TimeUnit.NANOSECONDS.toMillis(slowestNanos),
        slowest,
        unread,
        findings);
    assertEquals("", String.join("\n", failures));
    assertTrue(unread > 0);
  }

  private void load(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.contains("-info")) {
          try (InputStream in = jar.getInputStream(entry)) {
            String binary = name.replace(".class", "").replace('/', '.');
            good.put(binary, in.readAllBytes());
            names.add(binary);
          }
        }
      }
    }
  }

  private void read(int round) {
    String name = names.get((int) ((round * 7919L + SEED) % names.size()));
    byte[] bad = new Mutation(SEED * 1_000_003 + round).of(good.get(name));
    ClassFiles files = wanted -> wanted.equals(name) ? bad : find(wanted);
    ClassFileWorld world = new ClassFileWorld(files, 17, name::equals);
    ClassView view = world.find(name);
    if (view != null) {
      view.methods().forEach(method -> method.method().parameters());
      view.fields();
      view.notes();
      view.superType();
    }
    world.bodies(name);
    List<String> crashes = new ArrayList<>();
    ClassWitness witness =
        new ClassWitness(
            world,
            Catalog.builtIn(),
            Settings.DEFAULT,
            (where, crash) -> crashes.add(where + ": " + trace(crash)));
    findings += witness.findings(name).size();
    unread += world.unreadCount();
    if (!crashes.isEmpty()) {
      failures.add(name + " #" + round + ": " + crashes.get(0));
    }
  }

  private byte[] find(String name) throws IOException {
    byte[] known = good.get(name);
    if (known == null && !good.containsKey(name)) {
      if (!jdk.containsKey(name)) {
        jdk.put(name, ClassFiles.runningJdk().find(name));
      }
      known = jdk.get(name);
    }
    return known;
  }

  /** The top of a trace, on one line. */
  private static String trace(Throwable crash) {
    StringBuilder line = new StringBuilder(crash.toString());
    StackTraceElement[] stack = crash.getStackTrace();
    for (int i = 0; i < Math.min(6, stack.length); i++) {
      line.append(" < ").append(stack[i]);
    }
    return line.toString();
  }
}
