package dev.holdfast.analysis.bytecode;

/** Tells names and descriptors of members from what only stands where they should. */
// XXX: a class whose name holds a parenthesis, which the JVM allows, passes for forged.
final class Wellformed {
  private static final int MAX_DIMENSIONS = 255;
  private static final int BAD = -1;

  private Wellformed() {}

  static boolean method(String name, String descriptor) {
    if (name == null || descriptor == null || !descriptor.startsWith("(")) {
      return false;
    }
    int at = 1;
    while (at != BAD && at < descriptor.length() && descriptor.charAt(at) != ')') {
      at = end(descriptor, at);
    }
    if (at == BAD || at >= descriptor.length() || descriptor.indexOf(')') != at) {
      return false;
    }
    int result = at + 1;
    return descriptor.startsWith("V", result)
        ? descriptor.length() == result + 1
        : end(descriptor, result) == descriptor.length();
  }

  static boolean field(String name, String descriptor) {
    return name != null && descriptor != null && end(descriptor, 0) == descriptor.length();
  }

  /** Where the type that starts here ends. */
  private static int end(String descriptor, int start) {
    int at = start;
    while (at < descriptor.length() && descriptor.charAt(at) == '[') {
      at++;
    }
    if (at == descriptor.length() || at - start > MAX_DIMENSIONS) {
      return BAD;
    }
    char kind = descriptor.charAt(at);
    if (kind == 'L') {
      int semicolon = descriptor.indexOf(';', at);
      return semicolon <= at + 1 ? BAD : semicolon + 1;
    }
    return "BCDFIJSZ".indexOf(kind) >= 0 ? at + 1 : BAD;
  }
}
