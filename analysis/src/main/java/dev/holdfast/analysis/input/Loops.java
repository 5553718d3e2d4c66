package dev.holdfast.analysis.input;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.Set;

/** Recognises loops that read to the end and keep or write all of it, without counting. */
final class Loops {
  private static final Set<String> KEEPING = Set.of("write", "append", "add", "print", "println");
  private static final Set<String> READING = Set.of("read", "readLine");
  private static final Set<String> ENDING = Set.of("flush", "close");
  private static final Set<String> BUILDERS =
      Set.of("java.lang.StringBuilder", "java.lang.StringBuffer");

  private final Scope scope;
  private final Values values;
  private final Calls calls;

  Loops(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
  }

  /** How the loop around a read treats what was read. */
  Use use(Op.Call read, int index) {
    if (!READING.contains(read.method().name()) || !isLooped(index)) {
      return Use.NONE;
    }
    Use use = Use.NONE;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (i == index || !sameLoop(i, index)) {
        continue;
      }
      if (isCounted(op, i, read, index)) {
        return Use.NONE;
      }
      if (op.called() == null || !takes(op, i, index) && !sharesBuffer(op, i, read, index)) {
        continue;
      }
      if (op instanceof Op.Call call && call.receiver() >= 0 && isKept(call)) {
        if (isEmptied(call, i)) {
          return Use.NONE;
        }
        use = use.or(isMemory(i, call.receiver(), index) ? Use.WHOLE : Use.COPY);
      } else if (isCount(read) && takes(op, i, index)) {
        return Use.NONE; // somebody is told how much it was
      }
    }
    return use;
  }

  boolean isLooped(int index) {
    int block = values.blockOf(index);
    return scope.mayPrecede(block, block);
  }

  boolean sameLoop(int one, int other) {
    int a = values.blockOf(one);
    int b = values.blockOf(other);
    return isLooped(one) && (a == b || scope.mayPrecede(a, b) && scope.mayPrecede(b, a));
  }

  /**
   * Whether what is written to a register stays in memory, for longer than one turn of the loop.
   */
  boolean isMemory(int index, int register, int loop) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        continue;
      }
      Op op = values.op(origin);
      if (op instanceof Op.Call call && call.receiver() >= 0 && isKept(call)) {
        // builder.append(a).append(b)
        if (origin != index && isMemory(origin, call.receiver(), loop)) {
          return true;
        }
      } else if (op instanceof Op.New made
          && keeps(made)
          && (loop < 0 || !sameLoop(origin, loop))) {
        return true;
      }
    }
    return false;
  }

  private boolean keeps(Op.New made) {
    String type = made.constructor().owner();
    if (BUILDERS.contains(type) || calls.hierarchy().isSubtype(type, "java.util.Collection")) {
      return true;
    }
    Fact fact = calls.contracts().of(made.constructor()).fact(Word.UNBOUNDED, Slot.RESULT);
    return fact != null && fact.value("").equals("MEMORY");
  }

  private static boolean isKept(Op.Call call) {
    return KEEPING.contains(call.method().name());
  }

  /** Whether the result of a read says how much it was; otherwise it is what was read. */
  private static boolean isCount(Op.Call read) {
    return read.method().result().equals("int") && !read.arguments().isEmpty();
  }

  /** Whether somebody reckons with how much was read. */
  private boolean isCounted(Op op, int at, Op.Call read, int index) {
    if (isCount(read)) {
      return op instanceof Op.Opaque && takes(op, at, index);
    }
    return op instanceof Op.Call call
        && call.method().name().equals("length")
        && takes(op, at, index);
  }

  /** Whether what is written to is looked at or emptied on the way: its size may be a limit. */
  private boolean isEmptied(Op.Call write, int index) {
    int[] target = values.origins(index, write.receiver());
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && call.receiver() >= 0
          && !isKept(call)
          && !ENDING.contains(call.method().name())
          && sameLoop(i, index)
          && overlap(values.origins(i, call.receiver()), target)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an op takes the result of the read, as it is or as a part of a text. */
  private boolean takes(Op op, int at, int read) {
    boolean[] found = new boolean[1];
    Operands.forEach(
        op,
        register -> {
          for (int origin : values.origins(at, register)) {
            found[0] |= origin == read || isMadeOf(origin, read);
          }
        });
    return found[0];
  }

  /** A line with its end, a character from its number. */
  private boolean isMadeOf(int origin, int read) {
    if (Values.isParameter(origin)
        || !(values.op(origin) instanceof Op.Concat || values.op(origin) instanceof Op.Opaque)) {
      return false;
    }
    boolean[] found = new boolean[1];
    Operands.forEach(
        values.op(origin),
        part -> {
          for (int inner : values.origins(origin, part)) {
            found[0] |= inner == read;
          }
        });
    return found[0];
  }

  private boolean sharesBuffer(Op op, int at, Op.Call read, int index) {
    if (read.arguments().isEmpty() || !(op instanceof Op.Call call)) {
      return false;
    }
    int[] buffer = values.origins(index, read.arguments().get(0));
    for (int argument : call.arguments()) {
      if (isBuffer(argument) && overlap(values.origins(at, argument), buffer)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBuffer(int register) {
    String type = scope.body().type(register);
    return type == null || type.endsWith("[]");
  }

  private static boolean overlap(int[] one, int[] other) {
    for (int a : one) {
      for (int b : other) {
        if (a == b) {
          return true;
        }
      }
    }
    return false;
  }
}
