package dev.holdfast.analysis.configuration;

import dev.holdfast.catalog.Spelling;
import java.util.ArrayList;
import java.util.List;

/** What a team may set, as {@code holdfast.properties} spells it. */
public enum Key {
  MAX_MAP_DEPTH("maxMapDepth"),
  PROCESS_SCOPE("scopes.process"),
  REQUEST_SCOPE("scopes.request"),
  START_SCOPE("scopes.start"),
  STUBS("stubs"),
  TIMEOUT("timeout"),
  UNTYPED_TREES("untypedTrees");

  private final String spelling;

  Key(String spelling) {
    this.spelling = spelling;
  }

  public String spelling() {
    return spelling;
  }

  /** The key that is spelt so, or null. */
  public static Key of(String spelling) {
    for (Key key : values()) {
      if (key.spelling.equals(spelling)) {
        return key;
      }
    }
    return null;
  }

  public static List<String> spellings() {
    List<String> spellings = new ArrayList<>();
    for (Key key : values()) {
      spellings.add(key.spelling);
    }
    return spellings;
  }

  /** Which key was probably meant; all there are where none comes close. */
  public static String hint(String written) {
    String bare = written.replaceFirst("^(?i:holdfast)[.:]", "");
    String hint = Spelling.hint(bare, spellings(), "");
    return hint.isEmpty() ? "; there are " + String.join(", ", spellings()) : hint;
  }
}
