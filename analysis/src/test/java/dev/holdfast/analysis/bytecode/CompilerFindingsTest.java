package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.analysis.Settings;
import dev.holdfast.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One source, many compilers: the same findings in the same lines; and Kotlin's own shapes. */
class CompilerFindingsTest {
  /** Each method whose name begins with {@code leak} loses the response in its marked line. */
  private static final String JAVA =
      """
      import java.util.function.*;
      import okhttp3.*;
      class T {
        interface Opener { Response open() throws Exception; }
        static class Nest {
          private final OkHttpClient client = new OkHttpClient();
          private Call call(Request q) { return client.newCall(q); }
        }
        final Nest nest = new Nest();
        int leakPlain(Request q) throws Exception {
          return nest.call(q).execute().code(); // leak
        }
        int closed(Request q) throws Exception {
          try (Response r = nest.call(q).execute()) { return r.code(); }
        }
        int two(Request q) throws Exception {
          try (Response a = nest.call(q).execute(); Response b = nest.client.newCall(q).execute()) {
            return a.code() + b.code();
          }
        }
        int leakEarly(Request q, boolean quick) throws Exception {
          Response r = nest.call(q).execute(); // leak
          if (quick) return 0;
          try { return r.code(); } finally { r.close(); }
        }
        int inFinally(Request q, String how) throws Exception {
          Response r = null;
          try {
            r = nest.call(q).execute();
            return r.code();
          } finally {
            if (r != null) r.close();
          }
        }
        int leakSwitch(Request q, String how) throws Exception {
          Response r = nest.call(q).execute(); // leak
          switch (how) {
            case "close": r.close(); break;
            case "Aa": case "BB": r.close(); break;
            default: break;
          }
          return 0;
        }
        Opener leakLambda(Request q) {
          return () -> { nest.call(q).execute().code(); return null; }; // leak
        }
        void later(Request q) throws Exception {
          Response r = nest.call(q).execute();
          Runnable close = r::close;
          close.run();
        }
        Opener handedOut(Request q) { return nest.call(q)::execute; }
        static final class Anonymous {
          Opener leakInner(Nest nest, Request q) {
            return new Opener() {
              @Override public Response open() throws Exception {
                nest.call(q).execute().code(); // leak
                return null;
              }
            };
          }
        }
      }
      """;

  private static final String KOTLIN =
      """
      import okhttp3.*
      import kotlin.coroutines.*

      data class Answer(val code: Int, val text: String?)

      class T(private val client: OkHttpClient) {
        fun used(q: Request): Int = client.newCall(q).execute().use { it.code }
        fun usedNullable(q: Request?): String? =
          q?.let { client.newCall(it).execute().use { r -> r.body?.string() } }
        fun leakPlain(q: Request): Int = client.newCall(q).execute().code // leak
        fun leakNamed(q: Request, name: String): Answer {
          val r = client.newCall(q).execute() // leak
          return Answer(r.code, name)
        }
        fun tried(q: Request): Int {
          val r = client.newCall(q).execute()
          try { return r.code } finally { r.close() }
        }
        suspend fun suspending(q: Request): Int {
          pause()
          val code = client.newCall(q).execute().use { it.code }
          pause()
          return code
        }
        suspend fun pause(): Unit = suspendCoroutine { it.resume(Unit) }
        fun matched(a: Any): String = when (a) { is Answer -> a.text ?: "" ; is String -> a ; else -> "x" }
      }
      """;

  @TempDir static Path directory;

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /** Lines of the findings shown by default in all classes of a folder. */
  private static SortedSet<Integer> lines(Path classes) throws IOException {
    List<Path> all = new ArrayList<>(List.of(classes));
    all.addAll(classPath());
    SortedSet<Integer> lines = new TreeSet<>();
    List<String> crashes = new ArrayList<>();
    try (ClassFiles files = ClassFiles.of(all, 17).or(ClassFiles.runningJdk());
        Stream<Path> own = Files.walk(classes)) {
      List<String> names =
          own.map(file -> classes.relativize(file).toString())
              .filter(file -> file.endsWith(".class"))
              .map(file -> file.replace(".class", "").replace(File.separatorChar, '.'))
              .toList();
      ClassFileWorld world = new ClassFileWorld(files, 17, names::contains);
      ClassWitness witness =
          new ClassWitness(
              world, Catalog.builtIn(), Settings.DEFAULT, (where, e) -> crashes.add(where + e));
      for (String name : names) {
        world.bodies(name);
        for (ClassFinding found : witness.findings(name)) {
          if (found.finding().isShownByDefault()
              && found.finding().rule().ruleName().equals("UnclosedHttpResponse")) {
            lines.add(found.finding().site().line());
          }
        }
      }
      assertEquals(List.of(), world.unread());
    }
    assertEquals(List.of(), crashes);
    return lines;
  }

  private static SortedSet<Integer> marked(String source) {
    SortedSet<Integer> lines = new TreeSet<>();
    List<String> all = source.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).endsWith("// leak")) {
        lines.add(i + 1);
      }
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "17"})
  void theRunningJavac(String release) throws Exception {
    Path out = Compiled.sub(directory, "javac" + release);
    Compiled.with(ToolProvider.getSystemJavaCompiler(), out, JAVA, "-g", "--release", release)
        .close();
    assertEquals(marked(JAVA), lines(out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "17", "21", "25"})
  void aNewerJavac(String release) throws Exception {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(
        newer.isPresent(), "no JDK 25 found; set HOLDFAST_JDK25 to the home of one to run this");
    Path source = Files.writeString(directory.resolve("T.java"), JAVA);
    Path out = Compiled.sub(directory, "newer" + release);
    String path = System.getProperty("java.class.path");
    newer.get().javac(source, out, "-g", "-nowarn", "--release", release, "-cp", path);
    assertEquals(marked(JAVA), lines(out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "17", "21"})
  void theEclipseCompiler(String release) throws Exception {
    Path source = Files.writeString(directory.resolve("T.java"), JAVA);
    Path out = Compiled.sub(directory, "ecj" + release);
    String[] options = {
      "-g",
      "-nowarn",
      "-proc:none",
      "-source",
      release,
      "-target",
      release,
      "-classpath",
      System.getProperty("java.class.path"),
      "-d",
      out.toString(),
      source.toString()
    };
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages);
    assertTrue(BatchCompiler.compile(options, writer, writer, null), messages::toString);
    assertEquals(marked(JAVA), lines(out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "17"})
  void theKotlinCompiler(String target) throws Exception {
    Path source = Files.writeString(directory.resolve("T.kt"), KOTLIN);
    Path out = Compiled.sub(directory, "kotlin" + target);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode code =
        new K2JVMCompiler()
            .exec(
                new PrintStream(messages),
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                target,
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                out.toString(),
                source.toString());
    assertEquals(ExitCode.OK, code, messages::toString);
    assertEquals(marked(KOTLIN), lines(out));
  }

  @Test
  void markersAreThere() {
    assertEquals(5, marked(JAVA).size());
    assertEquals(2, marked(KOTLIN).size());
  }
}
