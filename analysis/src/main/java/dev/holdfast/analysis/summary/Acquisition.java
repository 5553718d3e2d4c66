package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.catalog.Duty;
import dev.holdfast.protocol.Bond;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;

/**
 * A must-call obligation that comes with the result of a call.
 *
 * @param bond acquired or borrowed
 * @param duty which kind, for the rule that speaks
 * @param level milder level than the rule's, or null
 * @param closedBy operands whose release ends the duty too: "this" or zero-based parameter indexes,
 *     joined by commas, or ""
 * @param source the member that makes it
 * @param advice what the catalog has to say about it, or ""
 * @param certain whether the result carries the duty for sure; otherwise findings are possible
 */
public record Acquisition(
    Bond bond,
    Duty duty,
    Level level,
    String closedBy,
    MethodRef source,
    String advice,
    boolean certain) {

  /**
   * The same duty as it comes out of a method that passes it on.
   *
   * @param outside operands of that method whose release ends the duty too
   */
  public Acquisition passedOn(boolean surely, String outside) {
    return new Acquisition(bond, duty, level, outside, source, advice, certain && surely);
  }

  /** The rule that speaks when the duty is not met. */
  public Rule rule() {
    if (bond == Bond.BORROWED) {
      return Rule.POOLED_OBJECT_NOT_RETURNED;
    }
    return switch (duty) {
      case HTTP_CLIENT -> Rule.UNCLOSED_HTTP_CLIENT;
      case HTTP_RESPONSE -> Rule.UNCLOSED_HTTP_RESPONSE;
      case RESOURCE -> Rule.UNCLOSED_RESOURCE;
    };
  }
}
