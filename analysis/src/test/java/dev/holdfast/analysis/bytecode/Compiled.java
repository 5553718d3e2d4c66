package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.text.IrPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources compiled for a test, and the world of the class files that came out. */
final class Compiled implements AutoCloseable {
  final ClassFileWorld world;

  private Compiled(ClassFileWorld world) {
    this.world = world;
  }

  /** Compiles with the running JDK's javac, for release 17 with debug information. */
  static Compiled javac(Path directory, String source) {
    return with(ToolProvider.getSystemJavaCompiler(), directory, source, "-g", "--release", "17");
  }

  static Compiled with(JavaCompiler compiler, Path directory, String source, String... options) {
    List<String> all = new java.util.ArrayList<>(List.of(options));
    all.addAll(List.of("-d", directory.toString()));
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler.getTask(messages, null, null, all, null, List.of(file(source))).call();
    if (!compiled) {
      throw new AssertionError(messages.toString());
    }
    return new Compiled(ClassFileWorld.of(List.of(directory), 17));
  }

  /** Classes that some other compiler wrote. */
  static Compiled in(Path directory) {
    return new Compiled(ClassFileWorld.of(List.of(directory), 17));
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(URI.create("mem:///T.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /** The only method of this name in class {@code T}. */
  Body body(String name) {
    List<Body> found =
        world.bodies("T").stream().filter(body -> body.method().name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " methods " + name + ", " + world.unread());
    }
    return found.get(0);
  }

  /** Its text without head, declarations of locals, and sites. */
  String text(String name) {
    return strip(IrPrinter.print(body(name)));
  }

  private static String strip(String text) {
    StringBuilder stripped = new StringBuilder();
    text.lines()
        .skip(1)
        .filter(line -> !line.startsWith("  local "))
        .map(line -> line.replaceAll(" @\\d+(#s\\d+)?", ""))
        .map(line -> line.replace("java.lang.", "").replace("java.io.", ""))
        .forEach(line -> stripped.append(line).append('\n'));
    return stripped.toString();
  }

  @Override
  public void close() throws IOException {
    world.close();
  }

  /** A fresh directory below one that JUnit removes. */
  static Path sub(Path directory, String name) {
    try {
      return Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
