package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads types, type variables and parameter lists; what generics say beyond erasure is skipped. */
final class TypeReader {
  private final Lexer in;
  private final AnnotationReader annotations;

  TypeReader(Lexer in, AnnotationReader annotations) {
    this.in = in;
    this.annotations = annotations;
  }

  String name(String what) {
    if (in.kind() != Lexer.NAME) {
      throw error(what + " is missing, found " + in.found());
    }
    String name = in.text();
    in.next();
    return name;
  }

  /** A type without its arguments, as written: {@code Map.Entry[]}; annotations go to the marks. */
  String type(List<Mark> marks) {
    marks(marks);
    String type = name("a type");
    arguments();
    while (in.kind() == '.') {
      in.next();
      marks(null);
      type = type + "." + name("a type");
      arguments();
    }
    return type + dimensions();
  }

  /** {@code []} for each dimension that stands here. */
  String dimensions() {
    String dimensions = "";
    while (true) {
      if (in.kind() == '@') {
        marks(null);
      }
      if (in.kind() != '[') {
        return dimensions;
      }
      in.next();
      if (in.kind() != ']') {
        throw error("expected ']', found " + in.found());
      }
      in.next();
      dimensions += "[]";
    }
  }

  /** Type variables and their erasures in turn; the {@code <} is the current token. */
  List<String> variables(TypeStub scope) {
    List<String> variables = new ArrayList<>(2);
    do {
      in.next();
      marks(null);
      variables.add(name("a type variable"));
      String bound = "Object";
      if (in.isName("extends")) {
        in.next();
        bound = erased(scope, variables, type(null));
        while (in.kind() == '&') {
          in.next();
          type(null);
        }
      }
      variables.add(bound);
    } while (in.kind() == ',');
    if (in.kind() != '>') {
      throw error("expected ',' or '>' between type variables, found " + in.found());
    }
    in.next();
    return variables;
  }

  /** The type with a type variable replaced by its erasure. */
  String erased(TypeStub scope, List<String> variables, String type) {
    String erasure = erasure(scope, variables, type);
    int end = type.indexOf('[');
    return erasure == null ? type : end < 0 ? erasure : erasure + type.substring(end);
  }

  private static String erasure(TypeStub scope, List<String> variables, String type) {
    int end = type.indexOf('[');
    String element = end < 0 ? type : type.substring(0, end);
    for (int i = 0; i + 1 < variables.size(); i += 2) {
      if (variables.get(i).equals(element)) {
        return variables.get(i + 1);
      }
    }
    return scope.erasure(element);
  }

  /** Reads {@code (...)}; returns the annotations of a receiver parameter. */
  List<Mark> parameters(
      TypeStub scope, List<String> variables, List<MemberStub.Parameter> parameters) {
    List<Mark> receiver = List.of();
    in.next();
    while (in.kind() != ')') {
      List<Mark> marks = new ArrayList<>(1);
      String type = type(marks);
      if (in.kind() == '@') {
        marks(null);
      }
      if (in.kind() == Lexer.ELLIPSIS) {
        in.next();
        type += "[]";
      }
      String name = name("the name of the parameter of type '" + type + "'");
      while (in.kind() == '.') {
        in.next();
        name = name("'this'");
      }
      if (name.equals("this")) {
        receiver = marks;
      } else {
        type += dimensions();
        parameters.add(
            new MemberStub.Parameter(
                erased(scope, variables, type),
                name,
                erasure(scope, variables, type) != null,
                marks));
      }
      if (in.kind() == ',') {
        in.next();
      } else if (in.kind() != ')') {
        throw error("expected ',' or ')' behind the parameter '" + name + "', found " + in.found());
      }
    }
    in.next();
    return receiver;
  }

  /** Annotations and {@code final}; null throws them away. */
  private void marks(List<Mark> marks) {
    while (in.kind() == '@' || in.isName("final")) {
      if (in.kind() != '@') {
        in.next();
        continue;
      }
      int line = in.line();
      int column = in.column();
      in.next();
      Mark mark = annotations.read(line, column);
      if (mark != null && marks != null) {
        marks.add(mark);
      }
    }
  }

  /** Skips {@code <...>}, whatever stands in it. */
  private void arguments() {
    if (in.kind() != '<') {
      return;
    }
    int depth = 0;
    do {
      switch (in.kind()) {
        case '<':
          depth++;
          in.next();
          break;
        case '>':
          depth--;
          in.next();
          break;
        case '@':
          marks(null);
          break;
        case ';':
        case '{':
        case '}':
        case '(':
        case ')':
        case Lexer.BAD:
        case Lexer.END:
          throw error("'>' is missing, found " + in.found());
        default:
          in.next();
      }
    } while (depth > 0);
  }

  private SyntaxError error(String message) {
    return new SyntaxError(in.line(), in.column(), in.kind() == Lexer.BAD ? in.text() : message);
  }
}
