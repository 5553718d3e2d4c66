package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Known;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;

/** What the outcome of a test says about a path. */
final class Tests {
  private final Scope scope;
  private final Calls calls;
  private final Tracked tracked;

  Tests(Scope scope, Calls calls, Tracked tracked) {
    this.scope = scope;
    this.calls = calls;
    this.tracked = tracked;
  }

  /** The fact where the test holds, or null where it cannot hold on this path. */
  Fact take(Fact fact, Edge.Test test, Block block) {
    return switch (test.is()) {
      case NULL -> isNull(fact, test.register(), true);
      case NONNULL -> isNull(fact, test.register(), false);
      case TRUE -> isTrue(fact, test.register(), true, block);
      case FALSE -> isTrue(fact, test.register(), false, block);
      case INSTANCE -> fact;
      case NOT_INSTANCE -> fact.aliases().get(test.register()) ? fact.doubting(Doubt.GUARD) : fact;
    };
  }

  private Fact notInstance(Fact fact, Edge.Test test) {
    if (!fact.aliases().get(test.register())) {
      return fact;
    }
    // of another type than tested: whether it can be released at all is not known here
    return tracked.type() != null && calls.hierarchy().isSubtype(tracked.type(), test.type())
        ? null
        : fact.doubting(Doubt.GUARD);
  }

  private Fact isNull(Fact fact, int register, boolean expected) {
    // the tracked object exists, so whatever holds it is not null
    if (fact.aliases().get(register)) {
      return expected ? null : fact;
    }
    int known = fact.known().of(register);
    if (known == (expected ? Known.NONNULL : Known.NULL)) {
      return null;
    }
    return remember(fact, register, expected ? Known.NULL : Known.NONNULL);
  }

  private Fact isTrue(Fact fact, int register, boolean expected, Block block) {
    int known = fact.known().of(register);
    if (known == (expected ? Known.FALSE : Known.TRUE)) {
      return null;
    }
    Op definition = definition(block, register);
    if (tracked.mayBeEmpty() && definition instanceof Op.Opaque && asksForContent(block)) {
      return fact.doubting(Doubt.GUARD);
    }
    if (definition instanceof Op.Call call) {
      Meaning meaning = calls.meaning(call);
      if (meaning.nullTest() != null) {
        int operand = Operands.ofCall(call).get(meaning.nullTest().operand());
        return isNull(fact, operand, meaning.nullTest().whenNonNull() != expected);
      }
      // isOpen(), isStreaming(): a question to the object itself may excuse either side
      if (call.receiver() >= 0
          && call.arguments().isEmpty()
          && fact.aliases().get(call.receiver())
          && calls.isGuard(call.method())) {
        return fact.doubting(Doubt.GUARD);
      }
    }
    return remember(fact, register, expected ? Known.TRUE : Known.FALSE);
  }

  /**
   * A comparison with 204 or 304: such responses have no content (RFC 9110) and nothing to close.
   */
  private static boolean asksForContent(Block block) {
    for (Op op : block.ops()) {
      if (op instanceof Op.Const constant
          && (Integer.valueOf(204).equals(constant.value())
              || Integer.valueOf(304).equals(constant.value()))) {
        return true;
      }
    }
    return false;
  }

  private Fact remember(Fact fact, int register, int value) {
    return scope.isCorrelated(register) ? fact.withKnown(fact.known().with(register, value)) : fact;
  }

  private static Op definition(Block block, int register) {
    for (int i = block.ops().size() - 1; i >= 0; i--) {
      if (block.ops().get(i).target() == register) {
        return block.ops().get(i);
      }
    }
    return null;
  }
}
