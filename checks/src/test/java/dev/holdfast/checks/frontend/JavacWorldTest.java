package dev.holdfast.checks.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.World;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

final class JavacWorldTest {
  private static final int ANY = Integer.MAX_VALUE;

  @Test
  void headerOfASource() throws Exception {
    World world =
        world(
            """
            package app;
            abstract class A<T> extends java.util.ArrayList<T> implements Runnable {
              static final int K = 3;
              java.util.Map<String, ? extends T> map;
              abstract <X extends Exception> java.util.List<T> all(T one, int... n) throws X;
              private void hidden() {}
              static class B { class C {} }
            }
            """);
    ClassView a = world.find("app.A");
    assertTrue(a.isSource());
    assertEquals("java.util.ArrayList", a.superName());
    assertEquals("java.util.ArrayList<T>", a.superType());
    assertEquals(List.of("java.lang.Runnable"), a.interfaces());
    assertEquals(0x0400, a.access());
    assertEquals(3, a.field("K").constant());
    assertTrue(a.field("K").isFinal());
    assertEquals("java.util.Map<java.lang.String,? extends T>", a.field("map").type());
    assertEquals("java.util.Map", a.field("map").field().type());
    assertNull(a.field("none"));

    MethodView all = a.methods("all").get(0);
    assertEquals(
        new MethodRef("app.A", "all", "(Ljava/lang/Object;[I)Ljava/util/List;"), all.method());
    assertEquals(List.of("java.lang.Exception"), all.exceptions());
    assertEquals("java.util.List<T>", all.resultType());
    assertTrue(all.isAbstract());
    assertTrue(a.methods("hidden").get(0).isPrivate());
    assertEquals(
        List.of("<init>", "all", "hidden"),
        a.methods().stream().map(m -> m.method().name()).toList());
    assertNotNull(world.find("app.A$B$C"));
    assertNull(world.find("app.Nowhere"));
  }

  @Test
  void annotationsOfASource() throws Exception {
    World world =
        world(
            """
            import java.lang.annotation.*;
            @interface Word { String value() default ""; String[] many() default {}; Class<?> type() default Object.class; RetentionPolicy kind() default RetentionPolicy.CLASS; }
            @Target(ElementType.TYPE_USE) @interface Used {}
            @Word("on type")
            class A {
              @Word(many = {"a", "b"}) Object field;
              @Word(kind = RetentionPolicy.SOURCE) @Used Object get(@Word(type = A.class) int a, @Used String b) { return a; }
            }
            """);
    ClassView a = world.find("A");
    assertEquals(List.of(new Note("Word", Slot.TYPE, Map.of("value", "on type"))), a.notes());
    assertEquals(
        List.of(new Note("Word", Slot.FIELD, Map.of("many", "a,b"))), a.field("field").notes());
    assertEquals(
        List.of(
            new Note("Word", Slot.RESULT, Map.of("kind", "SOURCE")),
            new Note("Used", Slot.RESULT, Map.of()),
            new Note("Word", Slot.parameter(0), Map.of("type", "A")),
            new Note("Used", Slot.parameter(1), Map.of())),
        sorted(a.methods("get").get(0).notes()));
  }

  private static List<Note> sorted(List<Note> notes) {
    return notes.stream()
        .sorted(
            java.util.Comparator.comparing((Note note) -> note.slot().index())
                .thenComparing(note -> note.type().equals("Used")))
        .toList();
  }

  @Test
  void bodiesOfSourcesOnDemand() throws Exception {
    World world =
        world(
            """
            class A {
              static Object shared = new Object();
              int twice(int n) { return n + n; }
              Runnable task(String s) { return () -> s.trim(); }
              native void nothing();
              record R(String name) {}
              enum E { ONE { } }
            }
            """);
    assertEquals(1, world.body(new MethodRef("A", "twice", "(I)I"), ANY).blocks().size());
    assertNull(world.body(new MethodRef("A", "twice", "(J)I"), ANY));
    assertNull(world.body(new MethodRef("A", "nothing", "()V"), ANY));
    assertNull(world.body(new MethodRef("A", "twice", "(I)I"), 1));
    assertNotNull(world.body(new MethodRef("A", "<clinit>", "()V"), ANY));
    assertNotNull(world.body(new MethodRef("A$R", "name", "()Ljava/lang/String;"), ANY));

    Body task =
        world.body(new MethodRef("A", "task", "(Ljava/lang/String;)Ljava/lang/Runnable;"), ANY);
    MethodRef lambda =
        task.blocks().get(0).ops().stream()
            .filter(Op.Closure.class::isInstance)
            .map(op -> ((Op.Closure) op).body())
            .findFirst()
            .orElseThrow();
    assertEquals("lambda$task$0", lambda.name());
    assertEquals("s", world.body(lambda, ANY).name(0));
  }

  @Test
  void classFilesHaveHeadersAndBodies() throws Exception {
    World world = world("class A { java.io.Reader r; }");
    ClassView reader = world.find("java.io.Reader");
    assertFalse(reader.isSource());
    assertEquals(List.of("java.lang.Readable", "java.io.Closeable"), reader.interfaces());
    MethodRef read = new MethodRef("java.io.Reader", "read", "()I");
    assertNotNull(world.body(read, ANY));
    assertNotNull(world.find("sun.nio.ch.IOUtil"), "internals of the running JDK");
  }

  @Test
  void anOlderReleaseHasItsOwnHeadersAndTheBodiesOfTheRunningJdk() throws Exception {
    Compilation compilation = Compilation.of("class A {}", "--release", "11");
    World world = JavacWorld.instance(compilation.context());
    assertEquals(11, world.release());
    assertTrue(world.find("java.lang.String").methods("formatted").isEmpty());
    assertNotNull(world.body(new MethodRef("java.io.Reader", "read", "()I"), ANY));
  }

  @Test
  void releaseIsTheTargetOrTheCompilersOwn() throws Exception {
    Compilation compilation = Compilation.of("class A {}", "-source", "8", "-target", "9");
    assertEquals(9, JavacWorld.instance(compilation.context()).release());
    assertEquals(Runtime.version().feature(), world("class A {}").release());
  }

  @Test
  void codeThatDoesNotCompileIsGivenUpWithAReason() throws Exception {
    Compilation compilation =
        Compilation.of(
            """
            class A {
              int good(String s) { return s.length(); }
              int bad(String s) { return s.nowhere(); }
              int alsoBad(Missing m) { return m.get(); }
              void unfinished(String s) { s. }
            }
            """);
    JavacWorld world = JavacWorld.instance(compilation.context());
    assertNotNull(world.body(new MethodRef("A", "good", "(Ljava/lang/String;)I"), ANY));
    assertNull(world.body(new MethodRef("A", "bad", "(Ljava/lang/String;)I"), ANY));
    compilation.bodies();
    assertTrue(world.lowering().reasons().keySet().stream().noneMatch(r -> r.startsWith("defect")));
    assertFalse(world.lowering().reasons().isEmpty());
  }

  @Test
  void sourcesOfAModule() throws Exception {
    Compilation compilation =
        Compilation.of(
            List.of(
                new Compilation.Text("module-info.java", "module m { requires java.net.http; }"),
                new Compilation.Text(
                    "app/A.java", "package app; class A { int n() { return 1; } }")),
            List.of());
    assertEquals(List.of(), compilation.log.getDiagnostics());
    World world = JavacWorld.instance(compilation.context());
    assertTrue(world.find("app.A").isSource());
    assertNotNull(world.body(new MethodRef("app.A", "n", "()I"), ANY));
    assertNotNull(world.find("java.net.http.HttpClient$Builder"));
    assertNotNull(world.find("java.sql.Connection"), "not required, but known to the JDK");
  }

  @Test
  void whatIsNotAttributedYetIsUnknownNowAndKnownLater() throws Exception {
    List<Boolean> known = new ArrayList<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    null,
                    List.of(
                        "-XDcompilePolicy=bytodo",
                        "-proc:none",
                        "-implicit:none",
                        "--should-stop=ifNoError=FLOW"),
                    null,
                    List.of(
                        new Compilation.Text("A.java", "class A { B b; }"),
                        new Compilation.Text("B.java", "class B { int n() { return 1; } }")));
    MethodRef later = new MethodRef("B", "n", "()I");
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
              World world = JavacWorld.instance(((BasicJavacTask) task).getContext());
              known.add(world.body(later, ANY) != null);
            }
          }
        });
    assertTrue(task.call());
    assertEquals(List.of(false, true), known);
  }

  private static World world(String source) throws Exception {
    return JavacWorld.instance(Compilation.of(source).context());
  }
}
