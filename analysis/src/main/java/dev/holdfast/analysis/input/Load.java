package dev.holdfast.analysis.input;

import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;

/** What there may be any amount of, and how a finding speaks about it. */
enum Load {
  REQUEST(
      Rule.UNBOUNDED_REQUEST_BODY,
      " reads the whole request into memory, and the client decides how much that is",
      "what the client sends",
      "read up to a limit, readNBytes(limit + 1) for example, and refuse what is longer"),
  RESPONSE(
      Rule.UNBOUNDED_RESPONSE_BODY,
      " reads the whole response into memory, and the server decides how much that is",
      "what the server sends",
      "take it as a stream and read up to a limit, readNBytes(limit + 1) for example"),
  ARCHIVE(
      Rule.UNBOUNDED_DECOMPRESSION,
      " unpacks whatever is in the archive, and a few kilobytes can hold gigabytes",
      "what comes out of the archive",
      "count the bytes that come out, of all entries together, and stop at a limit");

  private static final Load[] ALL = values();

  private final Rule rule;
  private final String complaint;
  private final String named;
  private final String remedy;

  Load(Rule rule, String complaint, String named, String remedy) {
    this.rule = rule;
    this.complaint = complaint;
    this.named = named;
    this.remedy = remedy;
  }

  /** The rule that judges it. */
  Rule rule() {
    return rule;
  }

  /** What comes of it, as a predicate to the name of what is called. */
  String complaint() {
    return complaint;
  }

  String named() {
    return named;
  }

  String remedy() {
    return remedy;
  }

  /** What the result of a call is read from, or null where that is nothing of the kind. */
  static Load of(Contract contract) {
    Fact fact = contract.fact(Word.UNBOUNDED, Slot.RESULT);
    return fact == null ? null : of(fact);
  }

  static Load of(Fact fact) {
    String value = fact.value("");
    for (Load load : ALL) {
      if (load.name().equals(value)) {
        return load;
      }
    }
    return null;
  }
}
