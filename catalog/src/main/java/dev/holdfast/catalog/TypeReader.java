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

  /** A type without its arguments, as written: {@code Map.Entry[]}. */
  String type() {
    if (in.kind() == '@') {
      annotations.annotations();
    }
    String type = name("a type");
    arguments();
    while (in.kind() == '.') {
      in.next();
      annotations.annotations();
      type = type + "." + name("a type");
      arguments();
    }
    return dimensions(type);
  }

  /** The type with {@code []} for each dimension that stands here. */
  String dimensions(String type) {
    String array = type;
    while (true) {
      if (in.kind() == '@') {
        annotations.annotations();
      }
      if (in.kind() != '[') {
        return array;
      }
      in.next();
      if (in.kind() != ']') {
        throw error("expected ']', found " + in.found());
      }
      in.next();
      array += "[]";
    }
  }

  /** Type variables and their erasures in turn; the {@code <} is the current token. */
  List<String> variables(TypeStub scope) {
    List<String> variables = new ArrayList<>(2);
    do {
      in.next();
      annotations.annotations();
      variables.add(name("a type variable"));
      String bound = "Object";
      if (in.isName("extends")) {
        in.next();
        bound = erased(scope, variables, type());
        while (in.kind() == '&') {
          in.next();
          type();
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
  static String erased(TypeStub scope, List<String> variables, String type) {
    String erasure = erasure(scope, variables, type);
    return erasure == null ? type : erasure;
  }

  /** The erasure of a type variable or an array of one, null for any other type. */
  private static String erasure(TypeStub scope, List<String> variables, String type) {
    if (type.charAt(type.length() - 1) == ']') {
      String erasure = erasure(scope, variables, type.substring(0, type.length() - 2));
      return erasure == null ? null : erasure + "[]";
    }
    for (int i = 0; i + 1 < variables.size(); i += 2) {
      if (variables.get(i).equals(type)) {
        return variables.get(i + 1);
      }
    }
    return scope.erasure(type);
  }

  /** Reads {@code (...)}; returns the annotations of a receiver parameter. */
  List<Mark> parameters(
      TypeStub scope, List<String> variables, List<MemberStub.Parameter> parameters) {
    List<Mark> receiver = List.of();
    in.next();
    while (in.kind() != ')') {
      List<Mark> marks = annotations.modifiers();
      String type = type();
      if (in.kind() == Lexer.ELLIPSIS) {
        in.next();
        type += "[]";
      }
      if (in.kind() != Lexer.NAME) {
        throw error(
            "the name of the parameter of type '" + type + "' is missing, found " + in.found());
      }
      String name = name("");
      while (in.kind() == '.') {
        in.next();
        name = name("'this'");
      }
      if (name.equals("this")) {
        receiver = marks;
      } else {
        type = dimensions(type);
        String erasure = erasure(scope, variables, type);
        parameters.add(
            new MemberStub.Parameter(
                erasure == null ? type : erasure, name, erasure != null, marks));
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
          annotations.annotations();
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
