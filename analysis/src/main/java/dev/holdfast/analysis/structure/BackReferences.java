package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.structure.WrittenProperties.Property;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import java.util.ArrayList;
import java.util.List;

/** Finds where an object is told of the one that holds it: then what leads to it leads back. */
final class BackReferences {
  private final Calls calls;

  BackReferences(Calls calls) {
    this.calls = calls;
  }

  /**
   * Ways by written properties from a class back to one that was passed, the shortest first.
   *
   * @param fields whether the serialiser reads fields rather than accessors
   */
  List<List<Property>> cycles(String type, WrittenProperties properties, boolean fields) {
    List<List<Property>> found = new ArrayList<>();
    follow(List.of(type), List.of(), properties, fields, found);
    found.sort((one, other) -> one.size() - other.size());
    return found;
  }

  private void follow(
      List<String> types,
      List<Property> path,
      WrittenProperties properties,
      boolean fields,
      List<List<Property>> found) {
    String last = types.get(types.size() - 1);
    for (Property property : properties.of(last, fields)) {
      List<Property> longer = new ArrayList<>(path);
      longer.add(property);
      int known = types.indexOf(property.element());
      if (known >= 0) {
        found.add(longer.subList(known, longer.size()));
      } else if (types.size() < 4 && found.size() < 20 && isOwn(property.element())) {
        List<String> more = new ArrayList<>(types);
        more.add(property.element());
        follow(more, longer, properties, fields, found);
      }
    }
  }

  private boolean isOwn(String type) {
    var view = calls.contracts().world().find(type);
    return view != null && view.isSource();
  }

  /** Where the class that a property leads back to puts itself into it, or null. */
  Site kept(Property back) {
    if (back.many()) {
      return null;
    }
    for (Scope scope : new Nest(calls).bodies(back.element())) {
      MethodRef method = scope.body().method();
      if (!scope.body().isStatic() && method.owner().equals(back.element())) {
        Site site = put(scope, back, new int[] {Values.parameter(0)});
        if (site != null) {
          return site;
        }
      }
    }
    return null;
  }

  /** Where a body puts one of some values into a property of another object, or null. */
  Site put(Scope scope, Property back, int[] origins) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.PutField put
          && put.object() != Op.NONE
          && put.field().name().equals(back.name())
          && put.field().owner().equals(back.owner())
          && isOf(values.origins(i, put.source()), origins)
          && !isOf(values.origins(i, put.object()), origins)) {
        return op.site();
      }
      if (op.called() != null && op.called().owner().equals(back.owner())) {
        boolean self =
            op instanceof Op.Call call
                && (call.receiver() < 0 || isOf(values.origins(i, call.receiver()), origins));
        int operand = op instanceof Op.New ? 1 : 0;
        for (int register : Operands.ofCall(op)) {
          if (!self
              && isOf(values.origins(i, register), origins)
              && stores(op.called(), operand, back)) {
            return op.site();
          }
          operand++;
        }
      }
    }
    return null;
  }

  private static boolean isOf(int[] found, int[] origins) {
    return found.length == 1 && Values.contains(origins, found[0]);
  }

  /** Whether a method keeps what comes in by an entry register in the field of a property. */
  private boolean stores(MethodRef method, int register, Property back) {
    MethodView declared = calls.hierarchy().resolve(method);
    Scope body =
        declared == null || declared.isAbstract() || declared.isStatic()
            ? null
            : calls.summaries().scope(declared.method());
    for (int i = 0; body != null && i < body.values().ops().size(); i++) {
      if (body.values().op(i) instanceof Op.PutField put
          && put.field().name().equals(back.name())
          && body.values().comesFrom(i, put.source(), Values.parameter(register))) {
        return true;
      }
    }
    return false;
  }
}
