package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.analysis.ir.Body;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One source, many compilers: every path looks the same whoever compiled it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompilersTest {
  /** Java 8 source, for every compiler; each method has calls an observer can tell apart. */
  private static final String SHAPES =
      """
      import java.io.*;
      import java.util.*;
      import java.util.function.*;

      class T {
        static class R implements Closeable {
          R() throws IOException {}
          void use() throws IOException {}
          void more() {}
          boolean ready() { return true; }
          R next() throws IOException { return this; }
          @Override public void close() throws IOException {}
        }
        enum Color { RED, GREEN, BLUE }
        static R open() throws IOException { return new R(); }
        static void log(String s) {}
        static String name() { return ""; }
        R field;

        void resource() throws IOException { try (R r = new R()) { r.use(); } }
        void opened() throws IOException { try (R r = open()) { r.use(); } }
        void two() throws IOException { try (R a = open(); R b = new R()) { a.use(); b.more(); } }
        String early(boolean quick) throws IOException {
          try (R r = open()) {
            if (quick) return "";
            r.use();
            return name();
          }
        }
        void caught() { try (R r = open()) { r.use(); } catch (IOException e) { log("x"); } }
        void thenFinally() throws IOException {
          try (R r = new R()) { r.use(); } finally { log("done"); }
        }
        void inLoop(List<String> names) throws IOException {
          for (String n : names) { try (R r = new R()) { if (n == null) continue; r.use(); } }
        }
        void classic() throws IOException {
          R r = null;
          try { r = open(); r.use(); } finally { if (r != null) r.close(); }
        }
        void flag() throws IOException {
          R r = open();
          boolean ok = false;
          try { r.use(); ok = true; } finally { if (!ok) r.close(); }
        }
        int overridden(R r) throws IOException {
          try { r.use(); return 1; } finally { return 2; }
        }
        int returned(R r) throws IOException {
          try { r.use(); return r.hashCode(); } finally { r.close(); }
        }
        void nested(R r) throws IOException {
          try { try { r.use(); } finally { log("inner"); r.close(); } } catch (FileNotFoundException e) {
            log("gone");
          } finally { log("outer"); }
        }
        void rethrown(R r) throws IOException {
          try { r.use(); } catch (Throwable t) { r.close(); throw t; }
        }
        void wrapped(R r) {
          try { r.use(); } catch (IOException e) { throw new IllegalStateException(e); }
        }
        void unchecked(R r) {
          try { r.more(); } catch (IllegalStateException e) { log("state"); }
        }
        void multi(R r) {
          try { r.use(); } catch (IOException | IllegalStateException e) { log("both"); }
        }
        void swallowed(R r) { try { r.close(); } catch (IOException ignored) { } }
        void locked(R r) throws IOException { synchronized (this) { r.use(); } }
        int text(String s) {
          switch (s) {
            case "a": return name().length();
            case "Aa": case "BB": log("b"); break;
            default: break;
          }
          return 0;
        }
        void color(Color c) {
          switch (c) { case RED: log("r"); case GREEN: log("g"); break; default: name(); }
        }
        R argument(boolean b) throws IOException {
          return new R() { void more() { log(b ? name() : "y"); } };
        }
        void ternary(boolean b) throws IOException { log(b ? name() : open().toString()); }
        String concat(boolean b, int i) { return "a" + i++ + (b ? name() : "z") + i + 'c' + 1.5; }
        void assign(String s) { s += name(); log(s); }
        void builder(Object o) {
          StringBuilder sb = new StringBuilder(); sb.append(name()); log(sb.toString());
        }
        void instance(Object o) throws IOException {
          if (o instanceof R && ((R) o).ready()) { ((R) o).close(); }
        }
        void and(R r) throws IOException { if (r != null && r.ready() || field == null) { open(); } }
        void loop(R r) throws IOException { for (R x = r; x != null; x = x.next()) { x.more(); } }
        void whiles(R r) throws IOException { do { r = r.next(); } while (r.ready()); }
        void broken(R r) throws IOException {
          outer: while (true) {
            try { r.use(); if (r.ready()) break outer; } finally { r.more(); }
          }
        }
        void lambda(R r) { Runnable run = () -> r.more(); run.run(); }
        void reference(R r) { Runnable run = r::more; run.run(); }
        void varargs() { log(String.format("%s %s", name(), "b")); }
        void boxed(Integer i) { int j = i + 1; Integer k = j; log(k.toString()); }
        void asserted(R r) throws IOException { assert r.ready() : name(); r.close(); }
        void array(R[] all) throws IOException { for (R r : all) { r.close(); } }
        T() throws IOException { field = open(); log("made"); }
        T(int i) throws IOException { this(); name(); }
      }
      """;

  @TempDir static Path directory;
  private Map<String, Set<String>> expected;

  @BeforeAll
  void compileWithTheRunningJdk() throws Exception {
    expected =
        traces(
            Compiled.with(
                ToolProvider.getSystemJavaCompiler(),
                Compiled.sub(directory, "expected"),
                SHAPES,
                "-g",
                "--release",
                "17"));
  }

  private static Map<String, Set<String>> traces(Compiled compiled) throws IOException {
    Map<String, Set<String>> traces = new TreeMap<>();
    try (compiled) {
      for (Body body : compiled.world.bodies("T")) {
        // Each compiler has its own names for what it adds.
        if (!body.method().name().contains("$") && !body.method().name().equals("<clinit>")) {
          traces.put(body.method().name() + body.method().descriptor(), Traces.of(body));
        }
      }
      assertEquals(List.of(), compiled.world.unread());
    }
    return traces;
  }

  private void compare(Map<String, Set<String>> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((method, traces) -> assertEquals(traces, actual.get(method), method));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "17"})
  void olderTargetsOfTheRunningJavacLookTheSame(String release) throws Exception {
    Path out = Compiled.sub(directory, "javac" + release);
    compare(
        traces(
            Compiled.with(
                ToolProvider.getSystemJavaCompiler(), out, SHAPES, "-g", "--release", release)));
  }

  @Test
  void debugInformationMakesNoDifference() throws Exception {
    Path out = Compiled.sub(directory, "plain");
    compare(
        traces(
            Compiled.with(
                ToolProvider.getSystemJavaCompiler(), out, SHAPES, "-g:none", "--release", "17")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "17", "21"})
  void theEclipseCompilerLooksTheSame(String release) throws Exception {
    Path source = Files.writeString(directory.resolve("T.java"), SHAPES);
    Path out = Compiled.sub(directory, "ecj" + release);
    String[] options = {
      "-g",
      "-nowarn",
      "-proc:none",
      "-source",
      release,
      "-target",
      release,
      "-d",
      out.toString(),
      source.toString()
    };
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages);
    assertTrue(BatchCompiler.compile(options, writer, writer, null), messages::toString);
    compare(traces(Compiled.in(out)));
  }

  static Stream<String> newerReleases() {
    return Stream.of("8", "11", "17", "21", "25");
  }

  @ParameterizedTest
  @MethodSource("newerReleases")
  void aNewerJavacLooksTheSame(String release) throws Exception {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(
        newer.isPresent(), "no JDK 25 found; set HOLDFAST_JDK25 to the home of one to run this");
    Path source = Files.writeString(directory.resolve("T.java"), SHAPES);
    Path out = Compiled.sub(directory, "newer" + release);
    newer.get().javac(source, out, "-g", "-nowarn", "-Xlint:-options", "--release", release);
    compare(traces(Compiled.in(out)));
  }

  @Test
  void patternsRecordsAndLateSuperCallsLeaveOnlyWhatIsWritten() throws Exception {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(
        newer.isPresent(), "no JDK 25 found; set HOLDFAST_JDK25 to the home of one to run this");
    Path source =
        Files.writeString(
            Compiled.sub(directory, "modern").resolve("T.java"),
            """
            import java.io.*;
            class T {
              sealed interface S permits A, B, C {}
              record A(String s, Object o) implements S {}
              record B(int n) implements S {}
              enum C implements S { ONE, TWO }
              static String name() { return ""; }
              static void log(String s) {}
              static String match(S s) {
                return switch (s) {
                  case A(String t, Integer i) -> name();
                  case A a -> a.s();
                  case B(int n) -> { log("b"); yield "b"; }
                  case C.ONE -> "one";
                  case C c -> "other";
                };
              }
              static void unnamed(Object o) { if (o instanceof A(String s, var _)) log(s); }
              final String field;
              T(String s) { field = name(); super(); log(s); }
              static int yielding(InputStream in, int k) throws IOException {
                return switch (k) {
                  case 0: try { yield in.read(); } finally { in.close(); }
                  default: yield k;
                };
              }
            }
            """);
    Path out = Compiled.sub(directory, "modern/out");
    newer.get().javac(source, out, "-g");
    Map<String, Set<String>> traces = traces(Compiled.in(out));
    assertEquals(
        Set.of(
            "return",
            "name return",
            "name!RuntimeException throw RuntimeException",
            "s return",
            "s!RuntimeException throw RuntimeException",
            "log return",
            "log!RuntimeException throw RuntimeException"),
        traces.get("match(LT$S;)Ljava/lang/String;"));
    assertEquals(
        Set.of("return", "log return", "log!RuntimeException throw RuntimeException"),
        traces.get("unnamed(Ljava/lang/Object;)V"));
    assertEquals(
        Set.of(
            "name log return",
            "name log!RuntimeException throw RuntimeException",
            "name!RuntimeException throw RuntimeException"),
        traces.get("<init>(Ljava/lang/String;)V"));
    assertEquals(
        Set.of(
            "return",
            "read close return",
            "read close!IOException throw IOException",
            "read close!RuntimeException throw RuntimeException",
            "read!IOException close throw IOException",
            "read!IOException close!IOException throw IOException",
            "read!IOException close!RuntimeException throw RuntimeException",
            "read!RuntimeException close throw RuntimeException",
            "read!RuntimeException close!IOException throw IOException",
            "read!RuntimeException close!RuntimeException throw RuntimeException"),
        traces.get("yielding(Ljava/io/InputStream;I)I"));
  }
}
