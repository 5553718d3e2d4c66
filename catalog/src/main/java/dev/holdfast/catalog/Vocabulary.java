package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/** Which elements each word has and what may be written there. */
final class Vocabulary {
  private static final String[] DUTIES = {
    "RESOURCE", "HTTP_CLIENT", "HTTP_RESPONSE", "CARRIED", "NOTHING"
  };
  private static final String[] LEVELS = {"ERROR", "WARNING", "SUGGESTION"};
  private static final String[] PEERS = {
    "HTTP", "SOCKET", "SERVER", "DATABASE", "RPC", "POOL", "THREAD", "LOCK"
  };
  private static final String[] LIMITS = {
    "CONNECT",
    "READ",
    "WRITE",
    "CALL",
    "BORROW",
    "IDLE",
    "IDLE_COUNT",
    "QUERY",
    "WAIT",
    "SIZE",
    "AGE",
    "DEPTH",
    "LENGTH",
    "CARRIED"
  };
  private static final String[] STEPS = {"TREE", "DIG", "ELEMENT"};
  private static final String[] RECIPIENTS = {"OWNER", "THREAD", "CONTAINER", "THREAD_LOCAL"};
  private static final String[] LOADS = {
    "READ", "COPY", "REQUEST", "RESPONSE", "ARCHIVE", "MEMORY", "CACHE", "QUEUE"
  };
  private static final String[] SCOPES = {"PROCESS", "REQUEST", "START", "PROTOTYPE"};
  private static final String[] READS = {"ACCESSORS", "FIELDS", "NOTHING"};
  private static final String[] LIFTING = {"0", "-1", "null"};
  private static final String[] FIGURES = {"ms", "s", "entries"};
  private static final String[] BOOLEANS = {"true", "false"};
  private static final String[] UNITS = {"ns", "us", "ms", "s", "m", "h", "d"};
  private static final String[] NONE = {};

  private Vocabulary() {}

  /** Elements of a word, the unnamed one included where it has one. */
  static String[] elements(Word word) {
    switch (word) {
      case ACQUIRES:
        return new String[] {"value", "level", "since", "closedBy", "deferred"};
      case WAITS:
        return new String[] {
          "on",
          "connect",
          "read",
          "write",
          "call",
          "borrow",
          "idle",
          "idle_count",
          "query",
          "wait",
          "as",
          "at",
          "property",
          "builder"
        };
      case UNTYPED:
        return new String[] {"value", "from"};
      case BOUNDS:
        return new String[] {"value", "never", "in", "copy"};
      case LIVES:
        return new String[] {"value", "proxied"};
      case UNBOUNDED:
      case SERIALIZES:
      case HANDED_OVER:
        return new String[] {"value"};
      case ACCEPTED:
        return new String[] {"rule", "because"};
      default:
        return NONE;
    }
  }

  /**
   * The name under which an element is looked up: an annotation type can have no element called
   * {@code wait}, and Java writes {@code idleCount}.
   */
  static String canonical(String element) {
    return element.equals("waiting")
        ? "wait"
        : element.equals("idleCount") ? "idle_count" : element;
  }

  /** What is wrong with naming this element, or null. */
  static String elementProblem(Word word, String element) {
    String[] elements = elements(word);
    for (String known : elements) {
      if (known.equals(element)) {
        return null;
      }
    }
    String name = "@" + word.annotation();
    if (element.equals("value")) {
      return name + " takes no value without a name";
    }
    return name + " has no element '" + element + "'" + Spelling.hint(element, list(elements), "");
  }

  /** What is wrong with this single value of a known element, or null. */
  static String valueProblem(Word word, String element, String value) {
    String[] constants = constants(word, element);
    if (word == Word.LIVES && Character.isLowerCase(value.charAt(0))) {
      return null; // an element of the annotation declared there, which names the scope
    }
    if (constants.length > 0) {
      for (String constant : constants) {
        if (constant.equals(value)) {
          return null;
        }
      }
      return where(word, element)
          + " cannot be '"
          + value
          + "'"
          + (Spelling.nearest(value, list(constants), Math.max(2, value.length() / 3)) == null
              ? "; it is one of " + String.join(", ", constants)
              : Spelling.hint(value, list(constants), ""));
    }
    if (word == Word.WAITS
        && !element.equals("as")
        && !element.equals("at")
        && !element.equals("property")
        && !element.equals("builder")
        && !isLimit(element, value)) {
      return where(word, element)
          + " cannot be '"
          + value
          + (element.equals("idle_count")
              ? "'; write a number or NEVER"
              : "'; write a duration like \"10s\", \"500ms\", \"5m\", or NEVER");
    }
    if (element.equals("since") && !isNumber(value, value.length())) {
      return where(word, element) + " cannot be '" + value + "'; write a Java release like \"21\"";
    }
    return null;
  }

  /** What is missing in this use of a word, or null. */
  static String missing(Word word, Mark mark) {
    if (word == Word.BOUNDS && !mark.arguments().containsKey("value")) {
      return "@Bounds does not say which limit; write @Bounds(CONNECT) or another of "
          + String.join(", ", LIMITS);
    }
    if (word == Word.LIVES && !mark.arguments().containsKey("value")) {
      return "@Lives does not say how long; write @Lives(PROCESS) or another of "
          + String.join(", ", SCOPES);
    }
    return null;
  }

  private static String where(Word word, String element) {
    return "@" + word.annotation() + (element.equals("value") ? "" : ": '" + element + "'");
  }

  private static String[] constants(Word word, String element) {
    switch (element) {
      case "value":
        return values(word);
      case "never":
        return LIFTING;
      case "in":
        return FIGURES;
      case "level":
        return LEVELS;
      case "on":
        return PEERS;
      case "deferred":
      case "copy":
      case "proxied":
        return BOOLEANS;
      default:
        return NONE;
    }
  }

  private static String[] values(Word word) {
    switch (word) {
      case ACQUIRES:
        return DUTIES;
      case BOUNDS:
        return LIMITS;
      case UNTYPED:
        return STEPS;
      case UNBOUNDED:
        return LOADS;
      case LIVES:
        return SCOPES;
      case SERIALIZES:
        return READS;
      default:
        return RECIPIENTS;
    }
  }

  private static boolean isLimit(String element, String value) {
    if (value.equals("NEVER")) {
      return true;
    }
    int digits = 0;
    while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
      digits++;
    }
    if (element.equals("idle_count")) {
      return isNumber(value, digits) && digits == value.length();
    }
    String unit = value.substring(digits);
    for (String known : UNITS) {
      if (known.equals(unit)) {
        return digits > 0;
      }
    }
    return value.equals("0");
  }

  private static boolean isNumber(String value, int length) {
    for (int i = 0; i < length; i++) {
      if (!Character.isDigit(value.charAt(i))) {
        return false;
      }
    }
    return length > 0;
  }

  private static List<String> list(String[] names) {
    List<String> list = new ArrayList<>(names.length);
    for (String name : names) {
      list.add(name);
    }
    return list;
  }
}
