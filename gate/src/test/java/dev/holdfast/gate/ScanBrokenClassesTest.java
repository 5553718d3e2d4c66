package dev.holdfast.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Jars as strangers make them: what cannot be read is named, and the rest is judged. */
final class ScanBrokenClassesTest {
  private static final String FOUND = "UnclosedHttpResponse  app.jar!/shop/Prices.class:4\n";

  @TempDir private Path folder;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private byte[] leaks;
  private Run run;

  @BeforeEach
  void compile() throws Exception {
    Path classes = Built.compile(folder.resolve("classes"), Built.LEAKS, "-g");
    leaks = Files.readAllBytes(classes.resolve("shop/Prices.class"));
    entries.put("shop/Prices.class", leaks);
  }

  @AfterEach
  void neverAStackTrace() {
    assertFalse(run.err().contains("\tat ") || run.out().contains("\tat "), run.err() + run.out());
    assertFalse((run.err() + run.out()).contains("Exception"), run.err() + run.out());
  }

  private void scan(String... options) throws Exception {
    Built.jar(folder.resolve("app.jar"), entries);
    String[] all = Arrays.copyOf(new String[] {"scan", "app.jar"}, 2 + options.length);
    System.arraycopy(options, 0, all, 2, options.length);
    run = Run.withChecks(folder, all);
  }

  /** The class is named, and the finding of the other one is there. */
  private void names(String skipped) throws Exception {
    scan();
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.out().contains(FOUND), run.out());
    assertTrue(run.out().contains("1 class, 1 file skipped: app.jar!/" + skipped), run.out());
  }

  @Test
  void truncatedClass() throws Exception {
    entries.put("shop/Cut.class", Arrays.copyOf(leaks, leaks.length / 2));
    names("shop/Cut.class (broken class file)");
  }

  @Test
  void emptyClass() throws Exception {
    entries.put("shop/Empty.class", new byte[0]);
    names("shop/Empty.class (broken class file)");
  }

  @Test
  void textNamedClass() throws Exception {
    entries.put("shop/Text.class", "no class at all, but some text".getBytes(UTF_8));
    names("shop/Text.class (broken class file)");
  }

  @Test
  void newerClass() throws Exception {
    byte[] newer = leaks.clone();
    newer[7] = 99;
    entries.put("shop/Newer.class", newer);
    names("shop/Newer.class (compiled for Java 55, newer than known)");
  }

  @Test
  void sameClassTwice() throws Exception {
    entries.put("copy/shop/Prices.class", leaks);
    names("copy/shop/Prices.class (the same class as shop/Prices.class)");
  }

  @Test
  void methodBeyondAllBounds() throws Exception {
    entries.put("shop/Odd.class", padded(leaks));
    scan();
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.out().contains(FOUND), run.out());
    assertTrue(
        run.out()
            .contains(
                "2 classes, 1 file skipped: app.jar!/shop/Odd.class"
                    + " (read: more than 20000 instructions)"),
        run.out());
  }

  private static byte[] padded(byte[] good) {
    ClassWriter out = new ClassWriter(0);
    new ClassReader(good)
        .accept(
            new ClassVisitor(Opcodes.ASM9, out) {
              @Override
              public void visit(
                  int version, int access, String name, String sign, String above, String[] all) {
                super.visit(version, access, "shop/Odd", sign, above, all);
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String sign, String[] thrown) {
                return new MethodVisitor(
                    Opcodes.ASM9, super.visitMethod(access, name, descriptor, sign, thrown)) {
                  @Override
                  public void visitInsn(int opcode) {
                    for (int i = 0; opcode == Opcodes.IRETURN && i < 25_000; i++) {
                      super.visitInsn(Opcodes.NOP);
                    }
                    super.visitInsn(opcode);
                  }
                };
              }
            },
            ClassReader.SKIP_FRAMES);
    return out.toByteArray();
  }

  @Test
  void entriesThatPointOutOfTheJar() throws Exception {
    entries.put("../../evil.class", Arrays.copyOf(leaks, 40));
    entries.put("/evil.txt", new byte[] {1});
    names("../../evil.class (broken class file)");
    try (var files = Files.list(folder.getParent())) {
      assertTrue(files.noneMatch(file -> file.endsWith("evil.class")));
    }
  }

  @Test
  void namesThatSteerATerminal() throws Exception {
    entries.put("shop/\u001b[31mRed.class", new byte[] {1});
    names("shop/?[31mRed.class (broken class file)");
  }

  @Test
  void obfuscatedNames() throws Exception {
    entries.clear();
    entries.put("a/a.class", renamed("a/a", "if"));
    entries.put("a/A.class", renamed("a/A", "a b-c"));
    entries.put("\u0131.class", renamed("\u0131", "\u200b"));
    scan();
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.out().contains("app.jar!/a/a.class:4\n"), run.out());
    assertTrue(run.out().contains("\n  in a.A.a b-c\n"), run.out());
    assertTrue(run.out().contains("app.jar!/\u0131.class:4\n"), run.out());
    assertTrue(run.out().contains("\n3 classes; "), run.out());
  }

  /** Everything under one name, members told apart by their result alone. */
  private byte[] renamed(String type, String method) {
    ClassWriter out = new ClassWriter(0);
    new ClassReader(leaks)
        .accept(
            new ClassVisitor(Opcodes.ASM9, out) {
              @Override
              public void visit(
                  int version, int access, String name, String sign, String above, String[] all) {
                super.visit(version, access, type, sign, above, all);
                for (String result : new String[] {"J", "Ljava/lang/Object;", "[I"}) {
                  super.visitMethod(Opcodes.ACC_NATIVE, method, "(I)" + result, null, null);
                  super.visitField(0, method, result, null, null);
                }
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String sign, String[] thrown) {
                String renamed = name.startsWith("<") ? name : method;
                return super.visitMethod(access, renamed, descriptor, sign, thrown);
              }
            },
            0);
    return out.toByteArray();
  }

  @Test
  void zipThatIsNoJar() throws Exception {
    entries.clear();
    entries.put("readme.txt", "hello".getBytes(UTF_8));
    scan();
    assertEquals(2, run.exitCode());
    assertEquals("holdfast: app.jar: holds neither class files nor Java sources\n", run.err());
  }

  @Test
  void nothingButBrokenClasses() throws Exception {
    entries.clear();
    entries.put("A.class", new byte[] {1, 2, 3});
    scan();
    assertEquals(2, run.exitCode());
    assertEquals(
        "holdfast: nothing could be analysed: app.jar!/A.class (broken class file)\n", run.err());
  }

  @Test
  void strictTellsThatSomethingIsMissing() throws Exception {
    entries.clear();
    Path silent = Built.compile(folder.resolve("silent"), "package shop; class Silent {}", "-g");
    entries.putAll(Built.entries(silent));
    entries.put("A.class", new byte[] {1, 2, 3});
    scan("--strict");
    assertEquals(3, run.exitCode());
  }
}
