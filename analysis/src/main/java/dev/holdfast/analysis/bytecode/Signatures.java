package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Descriptors;
import java.util.ArrayList;
import java.util.List;

/**
 * Generic signatures (JVMS 4.7.9.1) as Java writes them, with binary names: {@code
 * java.util.Map<java.lang.String,? extends app.Order>}. Type arguments of an enclosing class are
 * left out ({@code app.Tree$Node<T>}).
 */
final class Signatures {
  private final String text;
  private int at;

  private Signatures(String text) {
    this.text = text;
  }

  /** The types of a method signature. */
  record Method(List<String> parameters, String result) {}

  /** A type: the signature where there is one, else the descriptor. */
  static String type(String signature, String descriptor) {
    if (signature != null) {
      try {
        return new Signatures(signature).type();
      } catch (RuntimeException e) {
        // Some tools write signatures that are none; the descriptor always holds.
      }
    }
    return Descriptors.typeName(descriptor);
  }

  static Method method(String signature, String descriptor) {
    if (signature != null) {
      try {
        return method(signature);
      } catch (RuntimeException e) {
        // as in type
      }
    }
    return new Method(Descriptors.parameters(descriptor), Descriptors.result(descriptor));
  }

  private static Method method(String signature) {
    Signatures reader = new Signatures(signature);
    reader.typeParameters();
    List<String> parameters = new ArrayList<>();
    reader.at++;
    while (reader.text.charAt(reader.at) != ')') {
      parameters.add(reader.type());
    }
    reader.at++;
    return new Method(parameters, reader.type());
  }

  /** The result type: of the signature where there is one, else of the descriptor. */
  static String result(String signature, String descriptor) {
    return type(
        signature == null ? null : signature.substring(signature.indexOf(')') + 1),
        descriptor.substring(descriptor.indexOf(')') + 1));
  }

  /** The superclass in a class signature, or null. */
  static String superclass(String signature) {
    try {
      Signatures reader = new Signatures(signature);
      reader.typeParameters();
      return reader.type();
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Whether a type is or mentions a type variable: only those have names without a dot. */
  static boolean mentionsVariable(String type) {
    int i = 0;
    while (i < type.length()) {
      int start = i;
      boolean dotted = false;
      while (i < type.length() && isName(type.charAt(i))) {
        dotted |= type.charAt(i++) == '.';
      }
      if (i > start && !dotted && !isKeyword(type.substring(start, i))) {
        return true;
      }
      i = Math.max(i, start + 1);
    }
    return false;
  }

  /** Whether a type is a type variable. */
  static boolean isVariable(String type) {
    return type.indexOf('<') < 0 && type.indexOf('[') < 0 && mentionsVariable(type);
  }

  private static boolean isName(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
  }

  private static boolean isKeyword(String word) {
    return switch (word) {
      case "extends", "super", "void", "boolean", "byte", "char", "short", "int", "long" -> true;
      case "float", "double" -> true;
      default -> false;
    };
  }

  private void typeParameters() {
    if (text.charAt(at) == '<') {
      at++;
      while (text.charAt(at) != '>') {
        at = text.indexOf(':', at);
        while (text.charAt(at) == ':') {
          at++;
          if (text.charAt(at) != ':') {
            type();
          }
        }
      }
      at++;
    }
  }

  private String type() {
    char c = text.charAt(at);
    if (c == '[') {
      at++;
      return type() + "[]";
    }
    if (c == 'T') {
      int end = text.indexOf(';', at);
      String name = text.substring(at + 1, end);
      at = end + 1;
      return name;
    }
    if (c != 'L') {
      return Descriptors.typeName(text.substring(at, ++at));
    }
    at++;
    StringBuilder name = new StringBuilder();
    String arguments = "";
    for (; text.charAt(at) != ';'; at++) {
      switch (text.charAt(at)) {
        case '<' -> arguments = arguments();
        case '.' -> {
          name.append('$');
          arguments = "";
        }
        case '/' -> name.append('.');
        default -> name.append(text.charAt(at));
      }
    }
    at++;
    return name + arguments;
  }

  /** From the opening angle bracket; stops on the closing one. */
  private String arguments() {
    StringBuilder written = new StringBuilder("<");
    at++;
    while (text.charAt(at) != '>') {
      if (written.length() > 1) {
        written.append(',');
      }
      char c = text.charAt(at);
      if (c == '*') {
        at++;
        written.append('?');
      } else if (c == '+' || c == '-') {
        at++;
        written.append(c == '+' ? "? extends " : "? super ").append(type());
      } else {
        written.append(type());
      }
    }
    return written.append('>').toString();
  }
}
