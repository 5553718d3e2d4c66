package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads annotations and modifiers, and holds the words among them against the vocabulary. */
final class AnnotationReader {
  private static final String WORDS = "dev.holdfast.annotations.";

  private final Lexer in;
  private final String file;
  private final Map<String, String> imports;
  private final Reading reading;
  private boolean broken;
  private boolean atInterface;

  AnnotationReader(Lexer in, String file, Map<String, String> imports, Reading reading) {
    this.in = in;
    this.file = file;
    this.imports = imports;
    this.reading = reading;
  }

  /** Annotations and modifiers in any order, up to the {@code interface} of an annotation type. */
  List<Mark> modifiers() {
    List<Mark> marks = List.of();
    atInterface = false;
    while (true) {
      if (in.kind() == '@') {
        marks = with(marks);
        if (atInterface) {
          return marks;
        }
      } else if (!in.mayBeKeyword()) {
        return marks;
      } else if (in.isName("non")) {
        in.next();
        if (in.kind() == '-') {
          in.next();
        }
      } else if (isModifier(in.text())) {
        in.next();
      } else {
        return marks;
      }
    }
  }

  /** Whether what was read last ended with {@code @interface}. */
  boolean atInterface() {
    return atInterface;
  }

  /** Annotations in front of a type. */
  List<Mark> annotations() {
    List<Mark> marks = List.of();
    while (in.kind() == '@') {
      marks = with(marks);
    }
    return marks;
  }

  private List<Mark> with(List<Mark> marks) {
    int line = in.line();
    int column = in.column();
    in.next();
    if (in.isName("interface")) {
      atInterface = true;
      return marks;
    }
    Mark mark = read(line, column);
    if (mark == null) {
      return marks;
    }
    List<Mark> more = marks.isEmpty() ? new ArrayList<>(2) : marks;
    more.add(mark);
    return more;
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

  /**
   * Reads the rest of an annotation whose {@code @} stood at this place; null where it is broken,
   * which is then among the problems.
   */
  private Mark read(int line, int column) {
    String qualifier = "";
    String name = name();
    while (in.kind() == '.') {
      in.next();
      qualifier += name + ".";
      name = name();
    }
    if (qualifier.isEmpty() && imports.containsKey(name)) {
      String full = imports.get(name);
      qualifier = full.substring(0, full.length() - name.length());
    }
    boolean foreign = !qualifier.isEmpty() && !qualifier.equals(WORDS);
    Word word = foreign ? null : Word.named(name);
    boolean enclosing = broken;
    broken = false;
    Map<String, String> arguments = in.kind() == '(' ? arguments(name, word) : Map.of();
    Mark mark = new Mark(name, word, arguments, file, line, column);
    if (word == null && !foreign && !name.equals("When")) {
      reading.unknown().add(mark);
    }
    if (word != null && !broken && !mark.isDenial()) {
      String missing = Vocabulary.missing(word, mark);
      if (missing != null) {
        problem(line, column, missing);
      }
    }
    Mark sound = broken ? null : mark;
    broken = enclosing;
    return sound;
  }

  private String name() {
    if (in.kind() != Lexer.NAME) {
      throw new SyntaxError(
          in.line(), in.column(), "a name is missing behind '@', found " + in.found());
    }
    String name = in.text();
    in.next();
    return name;
  }

  private Map<String, String> arguments(String annotation, Word word) {
    Map<String, String> arguments = Map.of();
    in.next();
    while (in.kind() != ')') {
      int line = in.line();
      int column = in.column();
      String element = "value";
      String first = null;
      if (in.kind() == Lexer.NAME) {
        first = in.text();
        in.next();
        if (in.kind() == '=') {
          in.next();
          element = Vocabulary.canonical(first);
          first = null;
        }
      }
      boolean known = check(annotation, word, element, line, column);
      String value = value(known ? word : null, element, first, line, column);
      if (arguments.isEmpty()) {
        arguments = Map.of(element, value);
      } else {
        arguments = new HashMap<>(arguments);
        arguments.put(element, value);
      }
      if (in.kind() == ',') {
        in.next();
      } else if (in.kind() != ')') {
        throw new SyntaxError(
            in.line(),
            in.column(),
            in.kind() == Lexer.BAD
                ? in.text()
                : "expected ',' or ')' in @" + annotation + ", found " + in.found());
      }
    }
    in.next();
    return arguments;
  }

  private boolean check(String annotation, Word word, String element, int line, int column) {
    if (annotation.equals("When") && !element.equals("has")) {
      problem(
          line, column, "@When has only the element 'has': @When(has = \"org.x.Client#close()\")");
      return false;
    }
    if (word == null) {
      return false;
    }
    boolean emptyList = element.equals("value") && in.kind() == '{';
    String wrong = emptyList ? null : Vocabulary.elementProblem(word, element);
    if (wrong != null) {
      problem(line, column, wrong);
    }
    return wrong == null;
  }

  /** One value or a list; the first name may have been read already. */
  private String value(Word word, String element, String first, int line, int column) {
    if (first == null && in.kind() == '{') {
      in.next();
      String list = null;
      while (in.kind() != '}') {
        String value = value(word, element, null, in.line(), in.column());
        list = list == null ? value : list + "," + value;
        if (in.kind() == ',') {
          in.next();
        } else if (in.kind() != '}') {
          throw new SyntaxError(
              in.line(), in.column(), "expected ',' or '}' in a list, found " + in.found());
        }
      }
      in.next();
      return list == null ? "" : list;
    }
    String value = single(first);
    if (word != null) {
      String wrong = Vocabulary.valueProblem(word, element, value);
      if (wrong != null) {
        problem(line, column, wrong);
      }
    }
    return value;
  }

  private String single(String first) {
    String value = first;
    if (value == null) {
      switch (in.kind()) {
        case '@':
          int line = in.line();
          int column = in.column();
          in.next();
          read(line, column);
          return "";
        case Lexer.TEXT:
          value = in.text();
          break;
        case Lexer.NAME:
        case Lexer.NUMBER:
          value = in.text();
          break;
        case '-':
          in.next();
          value = "-" + in.text();
          break;
        case '(':
          value = "";
          break;
        default:
          throw new SyntaxError(
              in.line(),
              in.column(),
              in.kind() == Lexer.BAD ? in.text() : "a value is missing, found " + in.found());
      }
      if (in.kind() != '(') {
        in.next();
      }
    }
    return rest(value);
  }

  /** Qualified constants keep their last name, class literals their type; sums of texts add up. */
  private String rest(String start) {
    String value = start;
    while (true) {
      switch (in.kind()) {
        case ',':
        case ')':
        case '}':
        case ';':
        case Lexer.END:
        case Lexer.BAD:
          return value;
        case '.':
          in.next();
          if (!in.isName("class")) {
            value = in.text();
          }
          in.next();
          break;
        case '+':
          in.next();
          if (in.kind() == Lexer.TEXT) {
            value += in.text();
          }
          in.next();
          break;
        case '(':
          Tokens.skipParentheses(in);
          operand();
          break;
        case Lexer.NAME:
        case Lexer.TEXT:
        case Lexer.NUMBER:
          throw new SyntaxError(in.line(), in.column(), "expected ',' in front of " + in.found());
        default:
          in.next();
          operand();
      }
    }
  }

  /** What an operator or a cast applies to; no word has such a value. */
  private void operand() {
    if (in.kind() == Lexer.NAME || in.kind() == Lexer.TEXT || in.kind() == Lexer.NUMBER) {
      in.next();
    }
  }

  private void problem(int line, int column, String message) {
    broken = true;
    reading.problem(file, line, column, message);
  }
}
