package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.EnumSet;
import java.util.Set;

/** What requests bring along to a client that many of them go through: all must bring a limit. */
final class Sent {
  private final Contracts contracts;
  private final LimitWords words;
  private Set<Limit> common;
  private boolean outside;
  private boolean doubted;

  Sent(Contracts contracts, LimitWords words) {
    this.contracts = contracts;
    this.words = words;
  }

  /**
   * Whether a request made in the body goes through the object of an origin. One that has limits of
   * its own is judged by itself, one from outside says nothing.
   */
  boolean isThrough(LimitFlow flow, Values values, int origin) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && words.sends(call)
          && flow.mayBe(i, call.receiver(), origin)
          && takesOneMadeHere(values, i, call)) {
        return true;
      }
    }
    return false;
  }

  private boolean takesOneMadeHere(Values values, int index, Op.Call call) {
    Contract contract = contracts.of(call.method());
    for (int a = 0; a < call.arguments().size(); a++) {
      Fact bounds = contract.fact(Word.BOUNDS, Slot.parameter(a));
      if (bounds == null || !LimitWords.bounds(bounds).contains(Limit.CARRIED)) {
        continue;
      }
      for (int origin : values.origins(index, call.arguments().get(a))) {
        if (!Places.isOutside(values, origin)
            && values.op(origin).called() != null
            && !contracts.of(values.op(origin).called()).says(Word.WAITS, Slot.RESULT)) {
          return true;
        }
      }
    }
    return false;
  }

  void add(Bounded request) {
    if (request.isFromOutside()) {
      outside = true;
      return;
    }
    doubted |= request.isDoubted();
    Set<Limit> covered = EnumSet.allOf(Limit.class);
    covered.removeIf(limit -> !request.covers(limit));
    if (common == null) {
      common = covered;
    } else {
      common.retainAll(covered);
    }
  }

  /** Adds what every request brings. */
  void into(Bounded client) {
    if (common != null) {
      common.forEach(client::add);
      if (doubted) {
        client.doubt();
      }
    } else if (outside) {
      client.add(Bounded.outside());
    }
  }
}
