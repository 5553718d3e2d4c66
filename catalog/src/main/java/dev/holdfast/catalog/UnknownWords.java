package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a misspelt word from an annotation of somebody else's. Runs once all stubs are read: any of
 * them may declare the annotation.
 */
final class UnknownWords {
  private static final int MISSPELT = 2;

  private final Meanings meanings;
  private final List<String> words = new ArrayList<>();

  /** The message for each name seen, "" for a name that is all right. */
  private final Map<String, String> seen = new HashMap<>();

  private UnknownWords(Meanings meanings) {
    this.meanings = meanings;
    for (Word word : Word.values()) {
      words.add(word.annotation());
    }
  }

  static void check(Reading reading, Meanings meanings) {
    UnknownWords check = new UnknownWords(meanings);
    for (Mark mark : reading.unknown()) {
      String message = check.message(mark.name());
      if (!message.isEmpty()) {
        reading.problem(mark.file(), mark.line(), mark.column(), message);
      }
    }
  }

  private String message(String name) {
    String known = seen.get(name);
    if (known == null) {
      known = "";
      if (!meanings.isDeclared(name)) {
        String nearest = Spelling.nearest(name, words, MISSPELT);
        if (nearest == null && Spelling.edits(name, "When") == 1) {
          nearest = "When";
        }
        if (nearest != null) {
          known = "unknown word @" + name + "; did you mean @" + nearest + "?";
        }
      }
      seen.put(name, known);
    }
    return known;
  }
}
