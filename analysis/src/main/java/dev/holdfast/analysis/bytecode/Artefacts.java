package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Site;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What a compiler put into the code of a method that its source does not say. */
final class Artefacts {
  private final Map<Integer, Integer> closes = new HashMap<>();
  private final BitSet iteration = new BitSet();
  private final BitSet implicit = new BitSet();
  private final BitSet nullChecks = new BitSet();

  Artefacts(Code code) {}

  Site.Role role(int instruction) {
    if (closes.containsKey(instruction)) {
      return Site.Role.IMPLICIT_CLOSE;
    }
    if (iteration.get(instruction)) {
      return Site.Role.ITERATION;
    }
    return implicit.get(instruction) ? Site.Role.IMPLICIT : Site.Role.EXPRESSION;
  }

  /** For an implicit close, the instruction that stored the resource. */
  int resource(int close) {
    return closes.get(close);
  }

  /** A call the compiler made only to raise a null pointer early; its result is dropped. */
  boolean isNullCheck(int instruction) {
    return nullChecks.get(instruction);
  }
}
