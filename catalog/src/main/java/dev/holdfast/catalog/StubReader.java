package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one stub file: declarations of Java, as many packages as it likes, bodies optional. What it
 * cannot read becomes one problem, and reading goes on with the next member or type.
 */
final class StubReader {
  private final String file;
  private final Lexer in;
  private final Map<String, String> imports = new HashMap<>();
  private final AnnotationReader annotations;
  private final TypeReader types;
  private final MemberReader members;
  private final Reading reading;

  private String packageName = "";
  private List<String> packageGuards = List.of();

  private StubReader(String file, String text, Reading reading) {
    this.file = file;
    this.in = new Lexer(text);
    this.annotations = new AnnotationReader(in, file, imports, reading);
    this.types = new TypeReader(in, annotations);
    this.reading = reading;
    this.members = new MemberReader(this, file, in, annotations, types, reading);
  }

  /** Reads a whole text and adds what it declares. */
  static void read(String file, String text, Reading reading) {
    new StubReader(file, text, reading).file();
  }

  private void file() {
    while (in.kind() != Lexer.END) {
      try {
        declaration();
      } catch (SyntaxError error) {
        members.problem(error);
        Tokens.skipMember(in, 0);
        if (in.kind() == '}') {
          in.next();
        }
      }
    }
  }

  private void declaration() {
    String doc = in.doc();
    List<Mark> marks = annotations.modifiers();
    if (in.isName("package")) {
      in.next();
      packageGuards = guards(marks, List.of());
      packageName = qualified();
      members.semicolon("the package", "");
    } else if (in.isName("import")) {
      importing();
    } else if (in.kind() == ';') {
      in.next();
    } else if (in.kind() == '}') {
      throw error("'}' closes nothing");
    } else if (!type(null, doc, marks)) {
      throw error("expected a package, an import or a type, found " + in.found());
    }
  }

  private void importing() {
    in.next();
    if (in.isName("static")) {
      in.next();
    }
    String name = name("a name to import");
    String full = name;
    while (in.kind() == '.') {
      in.next();
      if (in.kind() == '*') {
        in.next();
        name = null;
        break;
      }
      name = name("a name to import");
      full = full + "." + name;
    }
    if (name != null) {
      imports.put(name, full);
    }
    members.semicolon("the import", "");
  }

  /** Reads a type declaration if there is one here; a nested record may yet be a method. */
  boolean type(TypeStub outer, String doc, List<Mark> marks) {
    boolean annotation = annotations.atInterface();
    if (!annotation && !in.mayBeKeyword()) {
      return false;
    }
    boolean isRecord = outer == null && in.isName("record");
    boolean isEnum = in.isName("enum");
    if (!annotation && !isRecord && !isEnum && !in.isName("class") && !in.isName("interface")) {
      return false;
    }
    in.next();
    header(outer, doc, marks, annotation, isEnum, isRecord);
    return true;
  }

  /** From the name of a type to behind its body. */
  void header(
      TypeStub outer,
      String doc,
      List<Mark> marks,
      boolean annotation,
      boolean isEnum,
      boolean isRecord) {
    int line = in.line();
    String simple = name("the name of the type");
    String prefix =
        outer != null ? outer.name + "$" : packageName.isEmpty() ? "" : packageName + ".";
    TypeStub stub =
        new TypeStub(
            prefix + simple,
            simple,
            packageName,
            outer,
            file,
            line,
            marks,
            doc,
            guards(marks, outer == null ? packageGuards : outer.guards),
            imports);
    stub.isAnnotation = annotation;
    reading.types().add(stub);
    try {
      if (in.kind() == '<') {
        stub.variables = types.variables(stub);
      }
      if (isRecord && in.kind() == '(') {
        components(stub);
      }
      while (in.isName("extends") || in.isName("implements") || in.isName("permits")) {
        do {
          in.next();
          types.type();
        } while (in.kind() == ',');
      }
      if (in.kind() != '{') {
        throw error("expected '{' behind the head of '" + simple + "', found " + in.found());
      }
    } catch (SyntaxError error) {
      members.problem(error);
      while (in.kind() != '{' && in.kind() != ';' && in.kind() != Lexer.END) {
        in.next();
      }
      in.resetParentheses();
      if (in.kind() != '{') {
        in.next();
        return;
      }
    }
    in.next();
    body(stub, isEnum);
  }

  private void components(TypeStub stub) {
    int line = in.line();
    List<MemberStub.Parameter> components = new ArrayList<>();
    types.parameters(stub, List.of(), components);
    stub.members.add(
        new MemberStub(stub, "<init>", components, stub.name, List.of(), List.of(), null, line));
  }

  private void body(TypeStub type, boolean isEnum) {
    int depth = in.braces();
    if (isEnum) {
      members.constants(type, depth);
    }
    while (in.kind() != '}') {
      if (in.kind() == Lexer.END
          || in.mayBeKeyword() && (in.isName("package") || in.isName("import"))) {
        String simple = type.simpleName;
        members.problem(
            in.line(),
            in.column(),
            "'}' is missing in front of "
                + in.found()
                + ": the body of '"
                + simple
                + "' (line "
                + type.line
                + ") is not closed");
        in.resetBraces(0);
        return;
      }
      try {
        members.member(type);
      } catch (SyntaxError error) {
        members.problem(error);
        Tokens.skipMember(in, depth);
      }
      if (in.braces() < depth) {
        return;
      }
    }
    in.next();
  }

  private static List<String> guards(List<Mark> marks, List<String> outer) {
    List<String> guards = outer;
    for (Mark mark : marks) {
      if (mark.name().equals("When") && mark.arguments().containsKey("has")) {
        guards = new ArrayList<>(guards);
        for (String guard : mark.arguments().get("has").split(",")) {
          guards.add(guard.trim());
        }
      }
    }
    return guards;
  }

  private String qualified() {
    String name = name("the name of the package");
    while (in.kind() == '.') {
      in.next();
      name = name + "." + name("a part of the package's name");
    }
    return name;
  }

  private String name(String what) {
    return types.name(what);
  }

  private SyntaxError error(String message) {
    return new SyntaxError(in.line(), in.column(), in.kind() == Lexer.BAD ? in.text() : message);
  }
}
