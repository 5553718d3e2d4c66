package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Known;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import java.util.Set;

/** What the outcome of a test says about a path. */
final class Tests {
  /** Statuses of responses that have no content (RFC 9110) and so nothing to close. */
  private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

  private final Scope scope;
  private final Calls calls;
  private final Tracked tracked;

  Tests(Scope scope, Calls calls, Tracked tracked) {
    this.scope = scope;
    this.calls = calls;
    this.tracked = tracked;
  }

  /** The fact where the test holds, or null where it cannot hold on this path. */
  Fact take(Fact fact, Edge.Test test, int block) {
    return switch (test.is()) {
      case NULL -> isNull(fact, test.register(), true, block);
      case NONNULL -> isNull(fact, test.register(), false, block);
      case TRUE -> isTrue(fact, test.register(), true, block);
      case FALSE -> isTrue(fact, test.register(), false, block);
      case INSTANCE -> fact;
      case NOT_INSTANCE ->
          fact.aliases().get(test.register()) ? fact.doubting(Doubt.GUARD | Doubt.KIND) : fact;
      case EQUAL ->
          tracked.mayBeEmpty() && WITHOUT_CONTENT.contains(test.number())
              ? fact.doubting(Doubt.GUARD)
              : fact;
      case NOT_EQUAL, LESS, AT_LEAST -> fact;
    };
  }

  private Fact isNull(Fact fact, int register, boolean expected, int block) {
    // the tracked object exists, so whatever holds it, or owns it, is not null
    if (fact.aliases().get(register) || isOwner(register, block)) {
      return expected ? null : fact;
    }
    int known = fact.known().of(scope.flag(register));
    if (known == (expected ? Known.NONNULL : Known.NULL)) {
      return null;
    }
    return remember(fact, register, expected ? Known.NULL : Known.NONNULL);
  }

  private Fact isTrue(Fact fact, int register, boolean expected, int block) {
    int known = fact.known().of(scope.flag(register));
    if (known == (expected ? Known.FALSE : Known.TRUE)) {
      return null;
    }
    Op definition = definition(block, register);
    if (definition instanceof Op.Call call) {
      // what a method is called on is not null anyway
      Meaning.NullTest nullTest =
          call.arguments().isEmpty() ? null : calls.meaning(call).nullTest();
      if (nullTest != null) {
        int operand = Operands.ofCall(call).get(nullTest.operand());
        return isNull(fact, operand, nullTest.whenNonNull() != expected, block);
      }
      // isOpen(), isStreaming(): a question to the object itself may excuse either side
      if (call.receiver() >= 0
          && call.arguments().isEmpty()
          && fact.aliases().get(call.receiver())
          && calls.isGuard(call.method())) {
        return tracked.isOwedWhateverItsState() ? fact : fact.doubting(Doubt.GUARD);
      }
    }
    return remember(fact, register, expected ? Known.TRUE : Known.FALSE);
  }

  /** There are no rows without their statement, and no statement without its connection. */
  private boolean isOwner(int register, int block) {
    if (tracked.parents().isEmpty()) {
      return false;
    }
    Set<String> keys = Places.keys(scope.values().originsAtEnd(block, register), scope.values());
    return !keys.isEmpty() && tracked.parents().containsAll(keys);
  }

  private Fact remember(Fact fact, int register, int value) {
    return scope.isCorrelated(register)
        ? fact.withKnown(fact.known().with(scope.flag(register), value))
        : fact;
  }

  private Op definition(int index, int register) {
    Block block = scope.body().blocks().get(index);
    for (int i = block.ops().size() - 1; i >= 0; i--) {
      if (block.ops().get(i).target() == register) {
        return block.ops().get(i);
      }
    }
    return null;
  }
}
