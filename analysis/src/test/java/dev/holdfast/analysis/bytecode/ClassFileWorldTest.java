package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a class path tells, and what it must not break on. */
class ClassFileWorldTest {
  @TempDir Path directory;

  private ClassFileWorld compile(String source) {
    return Compiled.javac(directory, source).world;
  }

  @Test
  void headerTellsSupertypesMembersAndExceptions() throws IOException {
    try (ClassFileWorld world =
        compile(
            """
            import java.io.*;
            abstract class T extends FilterInputStream implements Runnable, Comparable<T> {
              T(InputStream in) { super(in); }
              abstract String read(long[] where, String... names) throws EOFException;
            }
            """)) {
      ClassView view = world.find("T");
      assertEquals("java.io.FilterInputStream", view.superName());
      assertEquals(List.of("java.lang.Runnable", "java.lang.Comparable"), view.interfaces());
      MethodView read = view.methods("read").get(0);
      assertEquals(List.of("long[]", "java.lang.String[]"), read.method().parameters());
      assertEquals(List.of("java.io.EOFException"), read.exceptions());
      assertTrue(read.isAbstract());
      assertFalse(view.isSource());
      assertNull(world.body(read.method(), Integer.MAX_VALUE));
      assertNull(world.find("no.such.Class"));
    }
  }

  @Test
  void packagesTellTheirClasses() throws IOException {
    Compiled.javac(directory, "package a; class T { class Inner {} }").close();
    Compiled.javac(directory, "package a.b; class T {}").close();
    Path jar = directory.resolve("more.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (String entry : List.of("a/U.class", "a/c/V.class", "a/text.txt")) {
        entries.putNextEntry(new ZipEntry(entry));
      }
    }
    try (ClassFileWorld world = ClassFileWorld.of(List.of(directory, jar), 17)) {
      assertEquals(List.of("a.T", "a.T$Inner", "a.U"), world.classesIn("a"));
      assertEquals(List.of(), world.classesIn("no.such"));
    }
  }

  @Test
  void typesKeepTheirArgumentsAndBridgesAreLeftOut() throws IOException {
    try (ClassFileWorld world =
        compile(
            """
            import java.util.*;
            class T extends ArrayList<Map<String, Object>> implements Comparable<T> {
              Map<String, ? extends List<? super Integer>> all;
              Map.Entry<String, int[]>[] entries;
              <X extends Comparable<X>> List<X> sorted(List<?> in) { return null; }
              class Inner<Y> { Y value; Inner<Y> next; }
              public int compareTo(T other) { return 0; }
            }
            """)) {
      ClassView view = world.find("T");
      assertEquals(
          "java.util.ArrayList<java.util.Map<java.lang.String,java.lang.Object>>",
          view.superType());
      assertEquals(
          "java.util.Map<java.lang.String,? extends java.util.List<? super java.lang.Integer>>",
          view.field("all").type());
      assertEquals("java.util.Map$Entry<java.lang.String,int[]>[]", view.field("entries").type());
      assertEquals("java.util.List<X>", view.methods("sorted").get(0).resultType());
      assertEquals("T$Inner<Y>", world.find("T$Inner").field("next").type());
      assertEquals(1, view.methods("compareTo").size());
    }
  }

  @Test
  void annotationsOfClassFileRetentionAreNotesWithTheirElements() throws IOException {
    try (ClassFileWorld world =
        compile(
            """
            import java.lang.annotation.*;
            @T.Word(names = {"a", "b"}, kind = RetentionPolicy.CLASS, type = String.class, limit = 3)
            class T {
              @interface Word {
                String value() default "";
                String[] names() default {};
                RetentionPolicy kind() default RetentionPolicy.CLASS;
                Class<?> type() default Void.class;
                long limit() default 0;
                int[] numbers() default {};
              }
              @Repeatable(Seen.List.class) @Retention(RetentionPolicy.RUNTIME) @interface Seen {
                int value();
                @Retention(RetentionPolicy.RUNTIME) @interface List { Seen[] value(); }
              }
              @Word(numbers = {1, 2}) static final String NAME = "n";
              @Word("m") @Seen(1) @Seen(2) void method(int a, @Word("p") String b) {}
              class Inner { Inner(@Seen(7) String s) {} }
            }
            """)) {
      ClassView view = world.find("T");
      assertEquals(
          List.of(
              new Note(
                  "T$Word",
                  Slot.TYPE,
                  Map.of(
                      "names", "a,b", "kind", "CLASS", "type", "java.lang.String", "limit", "3"))),
          view.notes());
      assertEquals(
          List.of(new Note("T$Word", Slot.FIELD, Map.of("numbers", "1,2"))),
          view.field("NAME").notes());
      assertEquals("n", view.field("NAME").constant());
      List<Note> onMethod = view.methods("method").get(0).notes();
      assertTrue(onMethod.contains(new Note("T$Word", Slot.RESULT, Map.of("value", "m"))));
      assertTrue(onMethod.contains(new Note("T$Seen", Slot.RESULT, Map.of("value", "2"))));
      assertTrue(onMethod.contains(new Note("T$Word", Slot.parameter(1), Map.of("value", "p"))));
      assertEquals(
          List.of(new Note("T$Seen", Slot.parameter(1), Map.of("value", "7"))),
          world.find("T$Inner").methods("<init>").get(0).notes());
    }
  }

  @Test
  void bodyIsTheNamedOneAndNoLargerThanAskedFor() throws IOException {
    try (ClassFileWorld world =
        compile("class T { int twice(int i) { return i + i; } int twice(long i) { return 0; } }")) {
      MethodRef method = new MethodRef("T", "twice", "(I)I");
      Body body = world.body(method, 4);
      assertEquals(method, body.method());
      assertNull(world.body(method, 3));
      assertNull(world.body(new MethodRef("T", "twice", "(F)I"), 100));
      assertEquals(3, world.bodies("T").size());
    }
  }

  @Test
  void multiReleaseJarAnswersForTheRelease() throws IOException {
    byte[] old = classFile("old", "class T { int old; }");
    byte[] current = classFile("new", "class T { int current; }");
    Path jar = directory.resolve("multi.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Multi-Release"), "true");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry :
          Map.of("T.class", old, "META-INF/versions/11/T.class", current).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    for (int release : new int[] {8, 9, 11, 17}) {
      try (ClassFileWorld world = ClassFileWorld.of(List.of(jar), release)) {
        boolean isNew = world.find("T").field("current") != null;
        assertEquals(release >= 11, isNew, "release " + release);
      }
    }
  }

  private byte[] classFile(String folder, String source) throws IOException {
    Path out = Compiled.sub(directory, folder);
    Compiled.javac(out, source).close();
    return Files.readAllBytes(out.resolve("T.class"));
  }

  @Test
  void whatCannotBeReadIsNotThereAndNoted() throws IOException {
    byte[] good = classFile("good", "class T { void m() {} }");
    Path broken = Compiled.sub(directory, "broken");
    Files.write(broken.resolve("Cut.class"), java.util.Arrays.copyOf(good, 40));
    Files.write(broken.resolve("Garbage.class"), new byte[] {1, 2, 3});
    Files.write(broken.resolve("Empty.class"), new byte[0]);
    Files.write(broken.resolve("Other.class"), good);
    byte[] future = good.clone();
    future[7] = 120;
    Files.write(broken.resolve("T.class"), future);
    Path noJar = Files.writeString(directory.resolve("no.jar"), "not a jar");
    Path missing = directory.resolve("missing.jar");
    try (ClassFileWorld world = ClassFileWorld.of(List.of(noJar, missing, broken), 17)) {
      for (String name : List.of("Cut", "Garbage", "Empty", "Other", "T")) {
        assertNull(world.find(name), name);
        assertEquals(List.of(), world.bodies(name), name);
      }
      assertNotNull(world.find("java.lang.String"));
      List<String> names = world.unread().stream().map(Unread::name).distinct().toList();
      assertEquals(List.of(noJar.toString(), "Cut", "Garbage", "Empty", "T"), names);
      assertTrue(world.unread().toString().contains("newer than known"));
    }
  }

  @Test
  void anySourceOfClassFilesWillDo() throws IOException {
    byte[] file = classFile("any", "class T { Object m() { return this; } }");
    ClassFiles files = name -> name.equals("T") ? file : null;
    try (ClassFileWorld world = new ClassFileWorld(files.or(ClassFiles.runningJdk()), 17)) {
      assertEquals(2, world.bodies("T").size());
      assertNotNull(world.find("java.util.Map$Entry"));
    }
    ClassFiles failing =
        name -> {
          throw new IOException("disk");
        };
    try (ClassFileWorld world = new ClassFileWorld(failing, 17)) {
      assertNull(world.find("T"));
      assertEquals(1, world.unreadCount());
    }
  }

  @Test
  void anotherJdkCanBeLookedInto() throws IOException {
    Optional<Jdk> newer = Jdk.newer();
    assumeTrue(
        newer.isPresent(), "no JDK 25 found; set HOLDFAST_JDK25 to the home of one to run this");
    try (ClassFileWorld world =
        new ClassFileWorld(ClassFiles.jdk(newer.get().home()), newer.get().release())) {
      assertFalse(world.find("java.net.http.HttpClient").methods("close").isEmpty());
      assertFalse(world.bodies("java.net.http.HttpClient").isEmpty());
    }
  }

  @Test
  void subroutinesOfOldCompilersAreNotLowered() throws IOException {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, "Old", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()V", null, null);
    Label subroutine = new Label();
    method.visitCode();
    method.visitJumpInsn(Opcodes.JSR, subroutine);
    method.visitInsn(Opcodes.RETURN);
    method.visitLabel(subroutine);
    method.visitVarInsn(Opcodes.ASTORE, 0);
    method.visitVarInsn(Opcodes.RET, 0);
    method.visitMaxs(0, 0);
    method.visitEnd();
    byte[] file = writer.toByteArray();
    ClassFiles files = name -> name.equals("Old") ? file : null;
    try (ClassFileWorld world = new ClassFileWorld(files, 17)) {
      assertNull(world.body(new MethodRef("Old", "m", "()V"), 100));
      assertEquals(List.of(new Unread("Old.m()V", "jsr")), world.unread());
    }
  }
}
