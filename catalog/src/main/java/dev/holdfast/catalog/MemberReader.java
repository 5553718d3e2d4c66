package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands in the body of a type. */
final class MemberReader {
  private final StubReader declarations;
  private final String file;
  private final Lexer in;
  private final AnnotationReader annotations;
  private final TypeReader types;
  private final Reading reading;

  MemberReader(
      StubReader declarations,
      String file,
      Lexer in,
      AnnotationReader annotations,
      TypeReader types,
      Reading reading) {
    this.declarations = declarations;
    this.file = file;
    this.in = in;
    this.annotations = annotations;
    this.types = types;
    this.reading = reading;
  }

  void constants(TypeStub type, int depth) {
    try {
      while (in.kind() != ';' && in.kind() != '}' && in.kind() != Lexer.END) {
        String doc = in.doc();
        List<Mark> marks = annotations.modifiers();
        int line = in.line();
        String name = types.name("the name of an enum constant");
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
      problem(error);
      Tokens.skipMember(in, depth);
    }
  }

  void member(TypeStub type) {
    if (in.kind() == ';') {
      in.next();
      return;
    }
    String doc = in.doc();
    List<Mark> marks = annotations.modifiers();
    if (in.kind() == '{') {
      Tokens.skipBlock(in);
      return;
    }
    if (declarations.type(type, doc, marks)) {
      return;
    }
    int line = in.line();
    int column = in.column();
    List<String> variables = List.of();
    if (in.kind() == '<') {
      variables = types.variables(type);
      marks = joined(marks, annotations.annotations());
    }
    String result;
    if (in.isName("record")) {
      in.next();
      if (in.kind() == Lexer.NAME) {
        declarations.header(type, doc, marks, false, false, true);
        return;
      }
      result = "record";
    } else {
      result = types.type();
    }
    rejectGuard(marks);
    if (in.kind() == '(') {
      if (!result.equals(type.simpleName)) {
        throw new SyntaxError(
            line,
            column,
            "'"
                + result
                + "' has no result type and is no constructor of '"
                + type.simpleName
                + "'"
                + Spelling.hint(result, List.of(type.simpleName), ""));
      }
      executable(type, "<init>", type.name, variables, marks, doc, line);
    } else if (in.kind() == '{' && result.equals(type.simpleName)) {
      Tokens.skipBlock(in); // compact constructor of a record
    } else {
      line = in.line();
      String name = types.name("the name of a member");
      if (in.kind() == '(') {
        executable(
            type, name, TypeReader.erased(type, variables, result), variables, marks, doc, line);
      } else {
        fields(type, name, TypeReader.erased(type, variables, result), marks, doc, line);
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
    String returned = types.dimensions(result);
    if (in.isName("throws")) {
      do {
        in.next();
        types.type();
      } while (in.kind() == ',');
    }
    if (in.isName("default")) {
      Tokens.skipExpression(in, false);
    }
    if (in.kind() == '{') {
      Tokens.skipBlock(in);
    } else {
      semicolon("the parameters of ", name.equals("<init>") ? type.simpleName : name);
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
      String declared = types.dimensions(result);
      if (in.kind() == '=') {
        Tokens.skipExpression(in, true);
      }
      type.members.add(new MemberStub(type, name, null, declared, marks, List.of(), doc, line));
      if (in.kind() != ',') {
        break;
      }
      in.next();
      name = types.name("the name of a field");
    }
    semicolon("the field ", name);
  }

  private static List<Mark> joined(List<Mark> some, List<Mark> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    some.addAll(more);
    return some;
  }

  private void rejectGuard(List<Mark> marks) {
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.word() == null && mark.name().equals("When")) {
        problem(mark.line(), mark.column(), "@When stands on a type or a package, not on a member");
      }
    }
  }

  private void checkClosedBy(MemberStub member) {
    for (int i = 0; i < member.marks().size(); i++) {
      Mark mark = member.marks().get(i);
      String wrong = ClosedBy.problem(mark, member.parameters());
      if (wrong != null) {
        problem(mark.line(), mark.column(), wrong);
      }
    }
  }

  /**
   * A declaration that ends its line without a semicolon is complete; reading goes on behind it.
   */
  void semicolon(String what, String name) {
    if (in.kind() == ';') {
      in.next();
      return;
    }
    if (in.kind() == Lexer.BAD) {
      throw error(in.text());
    }
    String quoted = name.isEmpty() ? "" : "'" + name + "'";
    String message = "expected ';' behind " + what + quoted + ", found " + in.found();
    if (in.line() == in.endLine()) {
      throw new SyntaxError(in.endLine(), in.endColumn(), message);
    }
    problem(in.endLine(), in.endColumn(), message);
  }

  private SyntaxError error(String message) {
    return new SyntaxError(in.line(), in.column(), in.kind() == Lexer.BAD ? in.text() : message);
  }

  void problem(SyntaxError error) {
    problem(error.line(), error.column(), error.getMessage());
  }

  void problem(int line, int column, String message) {
    for (StubProblem known : reading.problems()) {
      if (known.line() == line && known.column() == column && known.file().equals(file)) {
        return;
      }
    }
    reading.problem(file, line, column, message);
  }
}
