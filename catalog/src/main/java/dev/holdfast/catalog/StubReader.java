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
  private final List<TypeStub> read;
  private final List<StubProblem> problems;

  private String packageName = "";
  private List<String> packageGuards = List.of();
  private boolean atInterface;

  private StubReader(String file, String text, List<TypeStub> read, List<StubProblem> problems) {
    this.file = file;
    this.in = new Lexer(text);
    this.annotations = new AnnotationReader(in, file, imports, problems);
    this.types = new TypeReader(in, annotations);
    this.read = read;
    this.problems = problems;
  }

  /** Reads a whole text and adds what it declares, nested types behind the type around them. */
  static void read(String file, String text, List<TypeStub> types, List<StubProblem> problems) {
    new StubReader(file, text, types, problems).file();
  }

  private void file() {
    while (in.kind() != Lexer.END) {
      try {
        declaration();
      } catch (SyntaxError error) {
        problem(error.line(), error.column(), error.getMessage());
        Tokens.skipMember(in, 0);
        if (in.kind() == '}') {
          in.next();
        }
      }
    }
  }

  private void declaration() {
    String doc = in.doc();
    List<Mark> marks = modifiers();
    if (in.isName("package")) {
      in.next();
      packageGuards = guards(marks, List.of());
      packageName = qualified();
      semicolon("the package");
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
    semicolon("the import");
  }

  /** Reads a type declaration if there is one here. */
  private boolean type(TypeStub outer, String doc, List<Mark> marks) {
    boolean annotation = atInterface;
    if (!annotation && !in.isName("class") && !in.isName("interface") && !in.isName("enum")) {
      return false;
    }
    boolean isEnum = in.isName("enum");
    in.next();
    header(outer, doc, marks, annotation, isEnum, false);
    return true;
  }

  /** From the name of a type to behind its body. */
  private void header(
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
            packageName,
            outer,
            file,
            line,
            marks,
            doc,
            guards(marks, outer == null ? packageGuards : outer.guards),
            imports);
    stub.isAnnotation = annotation;
    read.add(stub);
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
          types.type(null);
        } while (in.kind() == ',');
      }
      if (in.kind() != '{') {
        throw error("expected '{' behind the head of '" + simple + "', found " + in.found());
      }
    } catch (SyntaxError error) {
      problem(error.line(), error.column(), error.getMessage());
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
      constants(type, depth);
    }
    while (in.kind() != '}') {
      if (in.kind() == Lexer.END || in.isName("package") || in.isName("import")) {
        String simple = type.simpleName();
        problem(
            in.line(),
            in.column(),
            "'}' is missing in front of "
                + in.found()
                + ": the body of '"
                + simple
                + "' (line "
                + type.line
                + ") is not closed");
        in.resetBraces();
        return;
      }
      try {
        member(type);
      } catch (SyntaxError error) {
        problem(error.line(), error.column(), error.getMessage());
        Tokens.skipMember(in, depth);
      }
      if (in.braces() < depth) {
        return;
      }
    }
    in.next();
  }

  private void constants(TypeStub type, int depth) {
    try {
      while (in.kind() != ';' && in.kind() != '}' && in.kind() != Lexer.END) {
        String doc = in.doc();
        List<Mark> marks = modifiers();
        int line = in.line();
        String name = name("the name of an enum constant");
        if (in.kind() == '(') {
          Tokens.skipParentheses(in);
        }
        if (in.kind() == '{') {
          Tokens.skipBlock(in);
        }
        type.members.add(new MemberStub(type, name, null, type.name, marks, List.of(), doc, line));
        if (in.kind() == ',') {
          in.next();
        } else if (in.kind() != ';' && in.kind() != '}') {
          throw error(
              "expected ',' or ';' behind the constant '" + name + "', found " + in.found());
        }
      }
    } catch (SyntaxError error) {
      problem(error.line(), error.column(), error.getMessage());
      Tokens.skipMember(in, depth);
    }
  }

  private void member(TypeStub type) {
    if (in.kind() == ';') {
      in.next();
      return;
    }
    String doc = in.doc();
    List<Mark> marks = modifiers();
    if (in.kind() == '{') {
      Tokens.skipBlock(in);
      return;
    }
    if (type(type, doc, marks)) {
      return;
    }
    int line = in.line();
    int column = in.column();
    List<String> variables = in.kind() == '<' ? types.variables(type) : List.of();
    String result;
    if (in.isName("record")) {
      in.next();
      if (in.kind() == Lexer.NAME) {
        header(type, doc, marks, false, false, true);
        return;
      }
      result = "record";
    } else {
      result = types.type(marks);
    }
    rejectGuard(marks);
    if (in.kind() == '(') {
      if (!result.equals(type.simpleName())) {
        throw new SyntaxError(
            line,
            column,
            "'"
                + result
                + "' has no result type and is no constructor of '"
                + type.simpleName()
                + "'"
                + Spelling.hint(result, List.of(type.simpleName()), ""));
      }
      executable(type, "<init>", type.name, variables, marks, doc, line);
    } else if (in.kind() == '{' && result.equals(type.simpleName())) {
      Tokens.skipBlock(in); // compact constructor of a record
    } else {
      line = in.line();
      String name = name("the name of a member");
      if (in.kind() == '(') {
        executable(type, name, types.erased(type, variables, result), variables, marks, doc, line);
      } else {
        fields(type, name, types.erased(type, variables, result), marks, doc, line);
      }
    }
  }

  private void executable(
      TypeStub type,
      String name,
      String result,
      List<String> variables,
      List<Mark> marks,
      String doc,
      int line) {
    List<MemberStub.Parameter> parameters = new ArrayList<>(4);
    List<Mark> receiver = types.parameters(type, variables, parameters);
    String returned = result + types.dimensions();
    if (in.isName("throws")) {
      do {
        in.next();
        types.type(null);
      } while (in.kind() == ',');
    }
    if (in.isName("default")) {
      Tokens.skipExpression(in, false);
    }
    if (in.kind() == '{') {
      Tokens.skipBlock(in);
    } else {
      semicolon("'" + (name.equals("<init>") ? type.simpleName() : name) + "(...)'");
    }
    MemberStub member =
        new MemberStub(type, name, parameters, returned, marks, receiver, doc, line);
    checkClosedBy(member);
    type.members.add(member);
  }

  private void fields(
      TypeStub type, String first, String result, List<Mark> marks, String doc, int line) {
    String name = first;
    while (true) {
      String declared = result + types.dimensions();
      if (in.kind() == '=') {
        Tokens.skipExpression(in, true);
      }
      type.members.add(new MemberStub(type, name, null, declared, marks, List.of(), doc, line));
      if (in.kind() != ',') {
        break;
      }
      in.next();
      name = name("the name of a field");
    }
    semicolon("the field '" + name + "'");
  }

  /** Annotations and modifiers in any order; afterwards {@link #atInterface} may be set. */
  private List<Mark> modifiers() {
    List<Mark> marks = new ArrayList<>(2);
    atInterface = false;
    while (true) {
      if (in.kind() == '@') {
        int line = in.line();
        int column = in.column();
        in.next();
        if (in.isName("interface")) {
          atInterface = true;
          return marks;
        }
        Mark mark = annotations.read(line, column);
        if (mark != null) {
          marks.add(mark);
        }
      } else if (in.isName("non")) {
        in.next();
        if (in.kind() == '-') {
          in.next();
        }
      } else if (in.kind() == Lexer.NAME && isModifier(in.text())) {
        in.next();
      } else {
        return marks;
      }
    }
  }

  private static boolean isModifier(String name) {
    switch (name) {
      case "public":
      case "protected":
      case "private":
      case "static":
      case "final":
      case "abstract":
      case "default":
      case "synchronized":
      case "native":
      case "transient":
      case "volatile":
      case "strictfp":
      case "sealed":
        return true;
      default:
        return false;
    }
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

  private void rejectGuard(List<Mark> marks) {
    for (Mark mark : marks) {
      if (mark.name().equals("When")) {
        problem(mark.line(), mark.column(), "@When stands on a type or a package, not on a member");
      }
    }
  }

  private void checkClosedBy(MemberStub member) {
    for (Mark mark : member.marks()) {
      String wrong = ClosedBy.problem(mark, member.parameters());
      if (wrong != null) {
        problem(mark.line(), mark.column(), wrong);
      }
    }
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

  /**
   * A declaration that ends its line without a semicolon is complete; reading goes on behind it.
   */
  private void semicolon(String behind) {
    if (in.kind() == ';') {
      in.next();
      return;
    }
    if (in.kind() == Lexer.BAD) {
      throw error(in.text());
    }
    String message = "expected ';' behind " + behind + ", found " + in.found();
    if (in.line() == in.endLine()) {
      throw new SyntaxError(in.endLine(), in.endColumn(), message);
    }
    problem(in.endLine(), in.endColumn(), message);
  }

  private SyntaxError error(String message) {
    return new SyntaxError(in.line(), in.column(), in.kind() == Lexer.BAD ? in.text() : message);
  }

  private void problem(int line, int column, String message) {
    for (StubProblem known : problems) {
      if (known.line() == line && known.column() == column && known.file().equals(file)) {
        return;
      }
    }
    problems.add(new StubProblem(file, line, column, message));
  }
}
