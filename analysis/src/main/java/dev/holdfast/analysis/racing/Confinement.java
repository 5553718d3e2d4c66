package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.Origin;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells where collections come from that take no two threads at once. */
final class Confinement {
  private static final int DEPTH = 6;
  private static final int INTERFACE_OR_ABSTRACT = 0x0200 | 0x0400;

  private final Calls calls;
  private final Neighbours neighbours;
  private final Map<FieldRef, String> kept = new HashMap<>();

  Confinement(Calls calls, Neighbours neighbours) {
    this.calls = calls;
    this.neighbours = neighbours;
  }

  /** The collections a register may hold; none where one of them may be something else. */
  List<Origin> roots(Frame frame, int at, int register) {
    List<Origin> found = new ArrayList<>();
    return collect(Origin.of(frame, at, register), found, 0) ? found : List.of();
  }

  /** Type of the collection that a root stands for. */
  String type(Origin root) {
    return root.op() instanceof Op.GetField get ? kept(get.field()) : root.op().called().made();
  }

  private boolean collect(List<Origin> origins, List<Origin> found, int depth) {
    for (Origin origin : origins) {
      if (depth > DEPTH || !collect(origin, found, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean collect(Origin origin, List<Origin> found, int depth) {
    Op op = origin.op();
    if (op instanceof Op.GetField get) {
      found.add(origin);
      return kept(get.field()) != null;
    }
    if (op instanceof Op.New made) {
      found.add(origin);
      return isConfined(made.constructor().owner());
    }
    if (!(op instanceof Op.Call call)) {
      return op instanceof Op.Const;
    }
    if (calls.contracts().of(call.method()).says(Word.SHARED, Slot.RESULT)) {
      return false; // synchronized by itself
    }
    int operand = 0;
    for (int register : Operands.ofCall(call)) {
      if (calls.meaning(call).role(operand++) == Role.ALIASES) {
        return collect(origin.operand(register), found, depth + 1);
      }
    }
    found.add(origin);
    return isConfined(call.method().result());
  }

  /** A class of somebody's own may have locks of its own. */
  private boolean isConfined(String type) {
    ClassView view = calls.contracts().world().find(type);
    return view != null
        && !view.isSource()
        && (view.access() & INTERFACE_OR_ABSTRACT) == 0
        && calls.contracts().ofType(type).says(Word.CONFINED, Slot.TYPE)
        && (calls.hierarchy().isSubtype(type, "java.util.Map")
            || calls.hierarchy().isSubtype(type, "java.util.Collection"));
  }

  /** Type of the collections that a field holds, or null where it may hold anything else. */
  private String kept(FieldRef field) {
    if (!kept.containsKey(field)) {
      kept.put(field, null); // what comes out of itself says nothing
      kept.put(field, find(field));
    }
    return kept.get(field);
  }

  private String find(FieldRef field) {
    ClassView owner = calls.contracts().world().find(field.owner());
    FieldView declared = owner == null ? null : owner.field(field.name());
    boolean collects =
        calls.hierarchy().isSubtype(field.type(), "java.util.Map")
            || calls.hierarchy().isSubtype(field.type(), "java.util.Collection");
    if (!collects || declared == null || !declared.isFinal()) {
      return null; // another one may have been put there by then
    }
    String type = null;
    for (Frame frame : neighbours.of(field.owner())) {
      for (int i = 0; i < frame.values().ops().size(); i++) {
        if (frame.values().op(i) instanceof Op.PutField put && put.field().equals(field)) {
          List<Origin> given = roots(frame, i, put.source());
          if (given.isEmpty() || given.get(0).op() instanceof Op.GetField) {
            return null;
          }
          type = type(given.get(0));
        }
      }
    }
    return type;
  }
}
