package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Word;
import java.util.List;

/** The collections that a field is given: plain ones of the platform grow, others may not. */
final class Contents {
  private static final int INTERFACE_OR_ABSTRACT = 0x0200 | 0x0400;

  private final Calls calls;
  private boolean bounded;
  private boolean unknown;
  private boolean plain;

  Contents(Calls calls, List<Bodies.Place> given) {
    this.calls = calls;
    for (Bodies.Place place : given) {
      add(place, ((Op.PutField) place.op()).source(), 0);
    }
  }

  /** Whether one of them lets go of entries by itself. */
  boolean isBounded() {
    return bounded;
  }

  /** Whether all of them are known to keep whatever is put in. */
  boolean isKnown() {
    return plain && !unknown;
  }

  private void add(Bodies.Place place, int register, int depth) {
    Values values = place.scope().values();
    for (int origin : values.origins(place.index(), register)) {
      if (Values.isParameter(origin) || depth > 3) {
        unknown = true;
        continue;
      }
      Op op = values.op(origin);
      if (op instanceof Op.New made) {
        if (isPlatform(made.constructor().owner())) {
          made(made.constructor(), made.constructor().owner());
        } else {
          bounded = true;
        }
      } else if (op instanceof Op.Call call) {
        called(new Bodies.Place(place.scope(), origin), call, depth);
      } else if (!(op instanceof Op.Const)) {
        unknown = true;
      }
    }
  }

  private void called(Bodies.Place place, Op.Call call, int depth) {
    List<Integer> operands = Operands.ofCall(call);
    boolean wraps = false;
    for (int o = 0; o < operands.size(); o++) {
      if (calls.meaning(call).role(o) == Role.ALIASES) {
        wraps = true;
        add(place, operands.get(o), depth + 1);
      }
    }
    if (wraps) {
      return;
    }
    ClassView result = calls.contracts().world().find(call.method().result());
    boolean concrete = result != null && (result.access() & INTERFACE_OR_ABSTRACT) == 0;
    if (concrete && isPlatform(call.method().result())) {
      made(call.method(), call.method().result());
    } else {
      unknown = true;
    }
  }

  private void made(MethodRef maker, String type) {
    boolean lets = calls.contracts().of(maker).says(Word.BOUNDS) || letsGo(type);
    bounded |= lets;
    plain |= !lets;
  }

  /** Whether a type does not keep what the one above it keeps. */
  private boolean letsGo(String type) {
    ClassView view = calls.contracts().world().find(type);
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      MethodRef own = method.method();
      if (!own.parameters().isEmpty() && !grows(own) && grows(above(own, type))) {
        return true;
      }
    }
    return false;
  }

  private boolean grows(MethodRef method) {
    return method != null && Handling.grows(calls.contracts().of(method), method);
  }

  private MethodRef above(MethodRef method, String type) {
    for (String name : calls.hierarchy().ancestors(type)) {
      MethodRef same = new MethodRef(name, method.name(), method.descriptor());
      if (grows(same)) {
        return same;
      }
    }
    return null;
  }

  private static boolean isPlatform(String type) {
    return type.startsWith("java.util.");
  }
}
