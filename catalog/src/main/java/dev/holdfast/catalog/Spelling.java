package dev.holdfast.catalog;

/** Finds the known name somebody probably meant. */
public final class Spelling {
  private Spelling() {}

  /** {@code "; did you mean X?"} with the nearest of the known names, or "". */
  public static String hint(String written, Iterable<String> known, String prefix) {
    String nearest = nearest(written, known, Math.max(2, written.length() / 3));
    return nearest == null ? "" : "; did you mean " + prefix + nearest + "?";
  }

  /** The known name with the fewest edits, at most this many; null where there is none. */
  public static String nearest(String written, Iterable<String> known, int most) {
    String nearest = null;
    int fewest = most + 1;
    for (String name : known) {
      int edits =
          name.equalsIgnoreCase(written)
              ? 0
              : Math.abs(name.length() - written.length()) > most ? most + 1 : edits(written, name);
      if (edits < fewest) {
        fewest = edits;
        nearest = name;
      }
    }
    return nearest;
  }

  /** Levenshtein distance. */
  static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = above[0];
      above[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = above[j];
        above[j] = Math.min(replaced, 1 + Math.min(above[j], above[j - 1]));
      }
    }
    return above[b.length()];
  }
}
