package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where an annotation stands, and what that makes of the words it means.
 *
 * @param slot as written: a method or constructor itself is {@link Slot#RESULT}
 * @param constructor whether it stands on or in a constructor
 * @param release release of the program at hand; no fact is dropped for {@link Integer#MAX_VALUE}
 */
record Place(Slot slot, boolean constructor, String origin, int release) {
  /** The words that speak about the receiver where they stand on a method. */
  private static boolean isAboutReceiver(Word word) {
    return word == Word.RELEASES || word == Word.RETURNS || word == Word.BOUNDS;
  }

  void add(Word word, Map<String, String> arguments, List<Fact> facts) {
    String since = word == Word.ACQUIRES ? arguments.getOrDefault("since", "") : "";
    if (!since.isEmpty() && release < number(since)) {
      return;
    }
    Map<String, String> said = word == Word.LIVES ? ScopeNames.constants(arguments) : arguments;
    if (said == null) {
      return;
    }
    Slot meant = slot;
    if (slot.kind() == Slot.Kind.RESULT && isAboutReceiver(word)) {
      meant = Slot.RECEIVER;
    } else if (slot.kind() == Slot.Kind.RECEIVER && word == Word.ALIASES) {
      meant = Slot.RESULT;
    }
    facts.add(new Fact(word, meant, said, origin));
  }

  /** Whether an annotation with these targets, joined by a comma, means something here. */
  boolean admits(String targets) {
    if (targets == null) {
      return true;
    }
    String here;
    switch (slot.kind()) {
      case TYPE:
        here = "TYPE";
        break;
      case FIELD:
        here = "FIELD";
        break;
      case RESULT:
        here = constructor ? "CONSTRUCTOR" : "METHOD";
        break;
      default:
        here = "PARAMETER";
    }
    for (String target : targets.split(",")) {
      if (target.equals(here) || target.equals("TYPE_USE")) {
        return true;
      }
    }
    return false;
  }

  /** The parameters that an expression like {@code #1} names, counted from one; else this place. */
  List<Place> named(String expression) {
    if (expression == null || expression.indexOf('#') < 0 || slot.kind() != Slot.Kind.RESULT) {
      return List.of(this);
    }
    List<Place> named = new ArrayList<>(1);
    for (String part : expression.split(",")) {
      String one = part.trim();
      int index = one.startsWith("#") ? number(one.substring(1)) : 0;
      if (index > 0) {
        named.add(new Place(Slot.parameter(index - 1), constructor, origin, release));
      }
    }
    return named;
  }

  /** The number a text begins with, 0 for none. */
  private static int number(String text) {
    int number = 0;
    for (int i = 0; i < text.length() && Character.isDigit(text.charAt(i)) && i < 6; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
