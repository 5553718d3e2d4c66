package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether what goes in beside a key speaks of the one call that brought it: when it was, what else
 * came with it, what somebody answered to it. A value that follows from its key alone does not.
 */
final class Occasion {
  private static final int DEPTH = 4;

  /** Bodies that are looked into for one value. */
  private static final int MOST = 40;

  /** What comes in with requests, rather than what a program is made of. */
  private static final Set<String> DATA =
      Set.of(
          "java.lang.String",
          "java.lang.CharSequence",
          "byte[]",
          "char[]",
          "long",
          "double",
          "java.lang.Long",
          "java.lang.Double");

  private final Calls calls;
  private final Bodies bodies;
  private final String nest;

  /**
   * @param nest outermost class around the field
   */
  Occasion(Calls calls, Bodies bodies, String nest) {
    this.calls = calls;
    this.bodies = bodies;
    this.nest = nest;
  }

  boolean isKept(Growth growth) {
    if (growth.value() == Op.NONE) {
      return false;
    }
    Set<String> ofKey = new HashSet<>();
    roots(growth.scope(), growth.index(), growth.key(), ofKey, 0);
    return isKept(growth.scope(), growth.index(), growth.value(), ofKey, 0);
  }

  /**
   * @param ofKey parameters that the key is made of; null where they are those of another method
   */
  private boolean isKept(Scope scope, int index, int register, Set<String> ofKey, int depth) {
    for (int origin : scope.values().origins(index, register)) {
      if (Values.isParameter(origin)) {
        if (isKeptFrom(scope, Values.register(origin), ofKey, depth)) {
          return true;
        }
        continue;
      }
      Op op = scope.values().op(origin);
      if (op instanceof Op.Closure closure) {
        if (gives(closure, ofKey, depth)) {
          return true;
        }
      } else if (isOfNow(scope, origin, 0)
          || op instanceof Op.Call call && answers(call.method(), DEPTH, new HashSet<>())
          || ofKey != null && isEntry(op) && brings(scope, origin, ofKey)) {
        return true;
      }
    }
    return false;
  }

  /** A private method is told what to keep by those that call it. */
  private boolean isKeptFrom(Scope scope, int register, Set<String> ofKey, int depth) {
    MethodRef method = scope.body().method();
    if (depth > 1 || bodies.closure(method) != null) {
      return false;
    }
    for (Bodies.Place caller : bodies.callsOf(bodies.resolved(method))) {
      int operand = Keys.operand(caller.op(), register);
      if (isKept(caller.scope(), caller.index(), operand, null, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean gives(Op.Closure closure, Set<String> ofKey, int depth) {
    if (answers(closure.body(), DEPTH, new HashSet<>())) {
      return true;
    }
    Scope body = calls.summaries().scope(closure.body());
    boolean open = body != null && !closure.reference() && depth < 2;
    for (int i = 0; open && i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.Return result
          && isKept(body, i, result.source(), ofKey, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value has the time in it, a number of its own, or what somebody answered. */
  private boolean isOfNow(Scope scope, int origin, int depth) {
    Op op = scope.values().op(origin);
    if (op instanceof Op.Call call
        && (Keys.isFresh(call.method()) || asks(calls.contracts().of(call.method())))) {
      return true;
    }
    boolean[] found = {false};
    if (depth < 3 && (op instanceof Op.New || op instanceof Op.Call || op instanceof Op.Concat)) {
      Operands.forEach(
          op,
          register -> {
            for (int of : scope.values().origins(origin, register)) {
              found[0] |= !Values.isParameter(of) && isOfNow(scope, of, depth + 1);
            }
          });
    }
    return found[0];
  }

  /** Whether a value is data, or an object of a kind that is declared for data or these entries. */
  private boolean isEntry(Op op) {
    return op instanceof Op.Concat
        || op instanceof Op.Call call && DATA.contains(call.method().result())
        || op instanceof Op.New made && isEntry(made.constructor().owner());
  }

  private boolean isEntry(String type) {
    return KeptFields.outermost(type).equals(nest)
        || calls.hierarchy().isSubtype(type, "java.lang.Record");
  }

  /** Whether data goes into a value that has nothing to do with the key. */
  private boolean brings(Scope scope, int origin, Set<String> ofKey) {
    boolean[] found = {false};
    Operands.forEach(
        scope.values().op(origin),
        register -> {
          Set<String> roots = new HashSet<>();
          roots(scope, origin, register, roots, 0);
          roots.removeAll(ofKey);
          found[0] |= roots.stream().anyMatch(root -> root.startsWith("data "));
        });
    return found[0];
  }

  /** The parameters of declared methods that a value is made of. */
  private void roots(Scope scope, int index, int register, Set<String> roots, int depth) {
    if (depth > DEPTH) {
      return;
    }
    for (int origin : scope.values().origins(index, register)) {
      if (Values.isParameter(origin)) {
        root(scope, Values.register(origin), roots, depth);
      } else {
        Op op = scope.values().op(origin);
        if (op instanceof Op.GetField get && get.field().isCapture()) {
          roots.add((DATA.contains(get.field().type()) ? "data " : "") + get.field());
        } else if (!(op instanceof Op.Closure)) {
          Operands.forEach(op, operand -> roots(scope, origin, operand, roots, depth + 1));
        }
      }
    }
  }

  private void root(Scope scope, int register, Set<String> roots, int depth) {
    Bodies.Place written = bodies.closure(scope.body().method());
    if (written != null && written.op() instanceof Op.Closure closure) {
      if (register < closure.captures().size()) {
        roots(written.scope(), written.index(), closure.captures().get(register), roots, depth + 1);
      }
    } else if (register > 0 || scope.body().isStatic()) {
      String kind = DATA.contains(scope.body().type(register)) ? "data " : "";
      roots.add(kind + scope.body().method() + register);
    }
  }

  /** Whether a method asks somebody over the network. */
  private boolean answers(MethodRef method, int depth, Set<MethodRef> asked) {
    Contract contract = calls.contracts().of(method);
    if (asks(contract)) {
      return true;
    }
    boolean known = contract.mentioned() || method.owner().startsWith("java.");
    boolean open = !known && depth > 0 && asked.add(method);
    Scope body = open ? calls.summaries().scope(method) : null;
    for (int i = 0; body != null && i < body.values().ops().size(); i++) {
      MethodRef called = body.values().op(i).called();
      if (called != null && asked.size() < MOST && answers(called, depth - 1, asked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean asks(Contract contract) {
    boolean takes = false;
    boolean sends = false;
    for (Fact fact : contract.facts()) {
      boolean carried = fact.slot().isParameter() && fact.value("").equals("CARRIED");
      takes |= carried && fact.word() == Word.ACQUIRES;
      sends |= carried && fact.word() == Word.BOUNDS;
      boolean response =
          fact.word() == Word.ACQUIRES
              && fact.slot().equals(Slot.RESULT)
              && fact.value("").equals("HTTP_RESPONSE");
      // what is read from an address may lie in a file
      if (response && fact.argument("level", "").isEmpty()) {
        return true;
      }
    }
    return takes && sends;
  }
}
