package dev.holdfast.analysis.sharing;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.waiting.Frame;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells values that differ from call to call, or from turn to turn of a loop. */
final class Varying {
  private static final Pattern SETTERS =
      Pattern.compile("(set|add|use|register|configure|enable|disable)([A-Z].*)?");

  private final boolean brought;
  private final Frame loopFrame;
  private final Turns turns;
  private final Set<Place> seen = new HashSet<>();

  /** An op of a body. */
  private record Place(Frame frame, int index) {}

  private Varying(boolean brought, Frame loopFrame, Turns turns) {
    this.brought = brought;
    this.loopFrame = loopFrame;
    this.turns = turns != null && turns.isLoop() ? turns : null;
  }

  /** Whether a value depends on what the callers of a body bring. */
  static boolean isBrought(Frame frame, int index, int register) {
    return new Varying(true, frame, null).varies(frame, index, register);
  }

  /** Whether an op, in a loop, has other operands in each turn. */
  static boolean isOfEachTurn(Frame frame, int index) {
    return new Varying(false, frame, new Turns(frame.scope(), index)).anyVaries(frame, index);
  }

  /** Whether an object is made of what differs each time: the caller's proxy, the next host. */
  static boolean isMadeOf(Made made) {
    Turns turns = new Turns(made.frame().scope(), made.index());
    Varying varying = new Varying(true, made.frame(), turns);
    return varying.anyVaries(made.frame(), made.index()) || varying.isSet(made);
  }

  private boolean anyVaries(Frame frame, int index) {
    boolean[] found = {false};
    Operands.forEach(
        frame.values().op(index), register -> found[0] |= varies(frame, index, register));
    return found[0];
  }

  /** Whether the object is told something that differs before it is used. */
  private boolean isSet(Made made) {
    Values values = made.frame().values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && isSetting(call.method())
          && values.comesFrom(i, call.receiver(), made.index())) {
        for (int argument : call.arguments()) {
          if (varies(made.frame(), i, argument)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a call configures its receiver, by its shape. */
  static boolean isSetting(MethodRef method) {
    return method.result().equals(method.owner())
        || method.result().equals("void") && SETTERS.matcher(method.name()).matches();
  }

  private boolean varies(Frame frame, int index, int register) {
    for (int origin : frame.values().origins(index, register)) {
      boolean found =
          Values.isParameter(origin)
              ? comesIn(frame, Values.register(origin))
              : seen.add(new Place(frame, origin)) && differs(frame, origin);
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean comesIn(Frame frame, int register) {
    int captured = frame.captured(register);
    if (captured >= 0) {
      return varies(frame.around(), frame.closure(), captured);
    }
    return brought && (register > 0 || frame.isLambda() || frame.scope().body().isStatic());
  }

  private boolean differs(Frame frame, int origin) {
    // what a class without a name reads of the method that makes it
    boolean captured =
        frame.values().op(origin) instanceof Op.GetField get && get.field().isCapture();
    return brought && captured
        || frame == loopFrame && turns != null && isOfTurn(frame.values(), origin)
        || anyVaries(frame, origin)
        || isFilled(frame, origin);
  }

  /** Whether each turn of the loop has another one: it is counted, or taken out of something. */
  private boolean isOfTurn(Values values, int origin) {
    Op op = values.op(origin);
    if (!turns.isSame(origin)) {
      return false;
    }
    return op instanceof Op.ArrayLoad
        || op instanceof Op.Opaque
        || op instanceof Op.Call call
            && call.receiver() >= 0
            && call.arguments().isEmpty()
            && isFromBefore(values, origin, call.receiver());
  }

  private boolean isFromBefore(Values values, int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin) || !turns.isSame(origin)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something that differs is put into an object after it was made. */
  private boolean isFilled(Frame frame, int origin) {
    Values values = frame.values();
    Op made = values.op(origin);
    if (made.called() == null && !(made instanceof Op.NewArray)) {
      return false;
    }
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.ArrayStore store
          && values.comesFrom(i, store.array(), origin)
          && varies(frame, i, store.source())) {
        return true;
      }
      if (op instanceof Op.Call call && values.comesFrom(i, call.receiver(), origin)) {
        for (int argument : call.arguments()) {
          if (varies(frame, i, argument)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
