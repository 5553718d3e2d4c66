package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Known;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import java.util.BitSet;
import java.util.List;

/**
 * What the register that an op writes is to the tracked object: the object, what reaches it, none.
 */
final class Definition {
  private final Values values;
  private final Scope scope;
  private final Calls calls;
  private final Tracked tracked;
  private final Keeping keeping;
  private final Holders holders;
  private final Captured captured;

  Definition(
      Scope scope, Calls calls, Tracked tracked, int origin, Keeping keeping, Holders holders) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.tracked = tracked;
    this.keeping = keeping;
    this.holders = holders;
    this.captured = new Captured(values, calls, origin);
  }

  /** The fact after the target register of the op has got its new value. */
  Fact of(Fact before, Fact after, Op op, int index) {
    int target = op.target();
    boolean alias = false;
    boolean related = false;
    if (op instanceof Op.Move move) {
      alias = before.aliases().get(move.source());
      related = before.related().get(move.source());
    } else if (op instanceof Op.Cast cast) {
      alias = before.aliases().get(cast.source());
      related = before.related().get(cast.source());
    } else if (op instanceof Op.Closure closure) {
      for (int capture : closure.captures()) {
        related |= before.aliases().get(capture) || before.related().get(capture);
      }
    } else if (op instanceof Op.Call || op instanceof Op.New) {
      List<Integer> operands = Operands.ofCall(op);
      for (int i = 0; i < operands.size(); i++) {
        boolean held = before.aliases().get(operands.get(i));
        boolean part = before.related().get(operands.get(i));
        if (held || part) {
          Role role = calls.meaningAt(values, op, index).role(i);
          alias |= held && role == Role.ALIASES;
          related |= part && role == Role.ALIASES;
          related |= held && role == Role.MAYBE_PART && !tracked.isBorrowed();
          related |= held && role == Role.CONTAINS && (makesContainer(op) || isReceiver(op, i));
          related |=
              (!tracked.isBorrowed() || part && captured.leadsOn(op, index, i))
                  && calls.mayHoldOn(op, i, part);
        }
      }
      alias |= op instanceof Op.Call call && keeping.givesOut(before, call, index);
    } else if (op instanceof Op.ArrayLoad load) {
      related = before.related().get(load.array()) || before.aliases().get(load.array());
    } else if (op instanceof Op.GetField get) {
      alias = keeping.readsBack(before, get, index);
    }
    alias |= (tracked.isBorrowed() || op instanceof Op.Call) && holders.givesOut(before, op, index);
    BitSet aliases = after.aliases();
    BitSet others = after.related();
    if (aliases.get(target) != alias) {
      aliases = (BitSet) aliases.clone();
      aliases.set(target, alias);
    }
    if (others.get(target) != (related && !alias)) {
      others = (BitSet) others.clone();
      others.set(target, related && !alias);
    }
    Fact next = after.withSets(aliases, others);
    if (!scope.isFlag(target)) {
      return next;
    }
    return op instanceof Op.Move move && next.aliases().get(move.source())
        ? next.withKnown(next.known().with(target, Known.NONNULL))
        : next.withKnown(scope.defined(op, next.known()));
  }

  /** What the catalog says of its receiver it says of a view, which contains it. */
  private static boolean isReceiver(Op op, int operand) {
    return operand == 0 && op instanceof Op.Call call && call.receiver() >= 0;
  }

  /** {@code new Holder(x)}, {@code List.of(x)}: the result is what contains it. */
  private static boolean makesContainer(Op op) {
    return op instanceof Op.New || op instanceof Op.Call call && call.receiver() < 0;
  }
}
