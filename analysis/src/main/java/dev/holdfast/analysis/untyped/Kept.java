package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Bound trees that are kept in a field and read in another method. */
final class Kept {
  private final Digging digging;
  private final Calls calls;
  private final Trees trees;

  Kept(Digging digging, Calls calls, Trees trees) {
    this.digging = digging;
    this.calls = calls;
    this.trees = trees;
  }

  /** The first read of what a binding call puts into a field, or null. */
  Readers.Read of(int binding) {
    Set<FieldRef> fields = fields(binding);
    Readers.Read first = null;
    Set<String> seen = new HashSet<>();
    for (FieldRef field : fields) {
      for (String owner : List.of(field.owner(), digging.scope().body().method().owner())) {
        if (seen.add(owner + " " + field)) {
          Readers.Read read = in(owner, field);
          if (read != null && (first == null || read.tooDeep() && !first.tooDeep())) {
            first = read;
          }
        }
      }
    }
    return first;
  }

  /** The fields that hold the tree: put there here, or by the constructor that gets it. */
  private Set<FieldRef> fields(int binding) {
    Values values = digging.scope().values();
    Set<FieldRef> fields = new LinkedHashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.PutField put && digging.comesFrom(binding, i, put.source())) {
        fields.add(put.field());
      } else if (op instanceof Op.New made && isSource(made.constructor().owner())) {
        for (int a = 0; a < made.arguments().size(); a++) {
          if (digging.comesFrom(binding, i, made.arguments().get(a))) {
            // the object itself comes before what its constructor is given
            fields.addAll(put(made.constructor(), a + 1));
          }
        }
      }
    }
    return fields;
  }

  private List<FieldRef> put(MethodRef constructor, int parameter) {
    Scope body = calls.summaries().scope(constructor);
    List<FieldRef> fields = new ArrayList<>();
    for (int i = 0; body != null && i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.PutField put
          && body.values().comesFrom(i, put.source(), Values.parameter(parameter))) {
        fields.add(put.field());
      }
    }
    return fields;
  }

  private boolean isSource(String type) {
    ClassView view = calls.contracts().world().find(type);
    return view != null && view.isSource();
  }

  /** How the methods of a class read a field, or what a getter of it returns. */
  private Readers.Read in(String owner, FieldRef field) {
    ClassView view = isSource(owner) ? calls.contracts().world().find(owner) : null;
    Readers.Read first = null;
    for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
      Scope body = method.isAbstract() ? null : calls.summaries().scope(method.method());
      Digging inside = body == null ? null : new Digging(body, calls, trees, 1);
      for (int i = 0; body != null && i < body.values().ops().size(); i++) {
        Dig dig = inside.endingAt(i);
        if (dig != null && isField(body.values(), dig.root(), field)) {
          String key = inside.steps().key((Op.Call) body.values().op(i), i);
          boolean tooDeep = trees.isTooDeep(dig);
          if (tooDeep || first == null && !key.equals("*")) {
            first =
                new Readers.Read(
                    body.values().op(i).site(),
                    "the key \"" + key + "\" in " + method.method().name() + "()",
                    tooDeep);
          }
        }
      }
    }
    return first;
  }

  private boolean isField(Values values, int origin, FieldRef field) {
    if (Values.isParameter(origin)) {
      return false;
    }
    Op op = values.op(origin);
    if (op instanceof Op.GetField get) {
      return get.field().equals(field);
    }
    if (!(op instanceof Op.Call call) || !call.method().owner().equals(field.owner())) {
      return false;
    }
    Scope getter = calls.summaries().scope(call.method());
    return getter != null && returns(getter.values(), field);
  }

  private static boolean returns(Values values, FieldRef field) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && result.source() >= 0) {
        for (int origin : values.origins(i, result.source())) {
          if (!Values.isParameter(origin)
              && values.op(origin) instanceof Op.GetField get
              && get.field().equals(field)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
