package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads bodies and the classes around them from text, so that the analyses are tested without a
 * compiler.
 *
 * <pre>
 * import java.io.{IOException}
 * class app.Fetch extends java.lang.Object implements java.lang.AutoCloseable
 * field private final app.Fetch.client: okhttp3.OkHttpClient
 * method app.Fetch.get(okhttp3.Call c, boolean quick): okhttp3.Response throws java.io.IOException
 * b0:
 *   r = call interface okhttp3.Call.execute(): okhttp3.Response on c
 *   raise java.io.IOException -> throw
 *   raise? java.lang.RuntimeException -> throw        // undeclared
 *   if true quick -> b2
 * b1:
 *   call virtual okhttp3.Response.close(): void on r @#close implicit close
 *   s = const "quick"
 *   return s
 * </pre>
 *
 * <p>Tests are {@code true r}, {@code false r}, {@code null r}, {@code nonnull r}, {@code r
 * instanceof T}, {@code r not instanceof T} and, for ints, {@code r == 204}, {@code !=}, {@code <}
 * and {@code >=}.
 *
 * <p>What may be left out: labels that nobody jumps to; the goto to the next block or, after a
 * return, to the exit; the opposite of a test; the edge of a throw; types that the defining op
 * implies; {@code @line}, which is then the line of the text. {@code halt} stands for "no way out".
 * Sites of one name ({@code @#close}) are copies of one place.
 */
public final class IrParser {
  private final Imports imports = new Imports();
  private final Map<String, TextClass> classes = new LinkedHashMap<>();
  private final Map<String, Integer> sites = new HashMap<>();
  private final List<Body> bodies = new ArrayList<>();
  private final List<Note> annotations = new ArrayList<>();
  private MethodReader method;
  private int release = 17;

  private IrParser() {}

  /**
   * Reads a text.
   *
   * @param source its name for messages
   * @throws IrSyntaxException naming source, line and what was expected
   */
  public static IrText parse(String source, String text) {
    IrParser parser = new IrParser();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      parser.read(new Line(source, ++number, line));
    }
    parser.finishMethod();
    return new IrText(
        List.<ClassView>copyOf(parser.classes.values()), parser.bodies, parser.release);
  }

  private void read(Line line) {
    if (line.atEnd()) {
      return;
    }
    if (line.sees("@")) {
      finishMethod();
      annotations.addAll(Notes.read(line, imports, Slot.TYPE));
      if (line.atEnd()) {
        return;
      }
    }
    switch (line.keyword()) {
      case "import", "release", "class", "interface", "field", "method" -> {
        finishMethod();
        declaration(line);
      }
      default -> {
        if (method == null) {
          throw line.expected("import, release, class, interface, field or method");
        }
        method.read(line);
      }
    }
  }

  private void declaration(Line line) {
    String word = line.take();
    switch (word) {
      case "import" -> imports.read(line);
      case "release" -> release = release(line);
      case "field" -> field(line);
      case "method" -> {
        method = new MethodReader(line, imports, annotations, sites);
        annotations.clear();
        owner(method.view().method().owner()).add(method.view());
      }
      default -> header(line, word.equals("interface"));
    }
  }

  private static int release(Line line) {
    if (!line.peek(0).matches("\\d{1,3}")) {
      throw line.expected("a Java release");
    }
    int number = Integer.parseInt(line.take());
    line.expectEnd();
    return number;
  }

  private void header(Line line, boolean isInterface) {
    int access = Modifiers.read(line);
    String name = TypeGrammar.erased(line, imports);
    String superclass = "java.lang.Object";
    List<String> interfaces = new ArrayList<>();
    if (isInterface) {
      access |= Modifiers.INTERFACE | Modifiers.ABSTRACT;
    } else if (line.takes("extends")) {
      superclass = TypeGrammar.read(line, imports);
    }
    if (line.takes(isInterface ? "extends" : "implements")) {
      do {
        interfaces.add(TypeGrammar.erasure(TypeGrammar.read(line, imports)));
      } while (line.takes(","));
    }
    line.expectEnd();
    owner(name).header(access, superclass, interfaces, annotations);
    annotations.clear();
  }

  private void field(Line line) {
    int access = Modifiers.read(line);
    References.MemberName name = References.memberName(line, imports);
    line.expect(":");
    String type = TypeGrammar.read(line, imports);
    Object constant = line.takes("=") ? Literal.read(line, imports) : null;
    line.expectEnd();
    boolean isStatic = (access & Modifiers.STATIC) != 0;
    FieldRef field = new FieldRef(name.owner(), name.name(), TypeGrammar.erasure(type), isStatic);
    List<Note> notes = Notes.about(annotations, Slot.FIELD);
    owner(name.owner()).add(new FieldView(field, access, type, constant, notes));
    annotations.clear();
  }

  private TextClass owner(String name) {
    return classes.computeIfAbsent(name, TextClass::new);
  }

  private void finishMethod() {
    if (method != null) {
      Body body = method.body();
      if (body != null) {
        bodies.add(body);
      }
      method = null;
    }
  }
}
