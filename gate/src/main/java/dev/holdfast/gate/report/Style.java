package dev.holdfast.gate.report;

import dev.holdfast.rulebook.Level;

/** Colours for terminals, or none. */
public final class Style {
  public static final Style PLAIN = new Style(false);
  public static final Style COLOUR = new Style(true);

  private final boolean colour;

  private Style(boolean colour) {
    this.colour = colour;
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String level(Level level, String text) {
    return switch (level) {
      case ERROR -> wrap("1;31", text);
      case WARNING -> wrap("1;33", text);
      case SUGGESTION -> wrap("1;36", text);
    };
  }

  private String wrap(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
