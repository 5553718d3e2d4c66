package dev.holdfast.analysis.ir.text;

import java.util.Map;

/** Access flags as the words of Java. */
final class Modifiers {
  static final int PUBLIC = 0x0001;
  static final int STATIC = 0x0008;
  static final int INTERFACE = 0x0200;
  static final int ABSTRACT = 0x0400;

  private static final int PACKAGE = 0;

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("public", PUBLIC),
          Map.entry("private", 0x0002),
          Map.entry("protected", 0x0004),
          Map.entry("package", PACKAGE),
          Map.entry("static", STATIC),
          Map.entry("final", 0x0010),
          Map.entry("synchronized", 0x0020),
          Map.entry("volatile", 0x0040),
          Map.entry("varargs", 0x0080),
          Map.entry("native", 0x0100),
          Map.entry("abstract", ABSTRACT),
          Map.entry("synthetic", 0x1000));

  private Modifiers() {}

  /** Reads all modifiers that stand next; public where no other visibility is written. */
  static int read(Line line) {
    int flags = 0;
    boolean visible = false;
    while (WORDS.containsKey(line.peek(0))) {
      int flag = WORDS.get(line.take());
      visible |= flag <= 0x0004;
      flags |= flag;
    }
    return visible ? flags : flags | PUBLIC;
  }
}
