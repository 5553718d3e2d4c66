package dev.holdfast.catalog;

import java.util.List;

/**
 * All that the catalog says about one member after precedence and inheritance.
 *
 * @param mentioned whether anybody speaks about the member at all. A member that is mentioned
 *     without a word is known to do nothing of interest: its body is not looked into
 * @param facts the facts, in the order written
 * @param advice the sentence from the stub's Javadoc that goes into messages, or ""
 */
public record Contract(boolean mentioned, List<Fact> facts, String advice) {
  /** Nobody says anything. */
  public static final Contract NONE = new Contract(false, List.of(), "");

  public Contract {
    facts = List.copyOf(facts);
  }

  /** The first fact of this word about this slot, or null. */
  public Fact fact(Word word, Slot slot) {
    for (Fact fact : facts) {
      if (fact.word() == word && fact.slot().equals(slot)) {
        return fact;
      }
    }
    return null;
  }

  public boolean says(Word word, Slot slot) {
    return fact(word, slot) != null;
  }

  /** Whether the first fact of this word about this slot has this value, spelt out. */
  public boolean says(Word word, Slot slot, String value) {
    Fact fact = fact(word, slot);
    return fact != null && fact.value("").equals(value);
  }

  /** Whether any slot carries this word. */
  public boolean says(Word word) {
    for (Fact fact : facts) {
      if (fact.word() == word) {
        return true;
      }
    }
    return false;
  }
}
