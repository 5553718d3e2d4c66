package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The untyped mechanism: values that come from untyped binding or {@code Map<String,Object>}, and
 * how deep they are dug.
 */
public final class Untyped {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final Trees trees;
  private final Digging digging;
  private final int maxDepth;

  public Untyped(Scope scope, Calls calls, int maxDepth) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.trees = new Trees(calls.contracts());
    this.digging = new Digging(scope, calls, trees, 0);
    this.maxDepth = maxDepth;
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    Map<Integer, Dig> deep = deep();
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    Set<Integer> accusedBindings = new HashSet<>();
    deep.forEach(
        (index, dig) -> {
          accusedBindings.add(digging.bindingOf(dig.root()));
          if (done.add(values.op(index).site())) {
            findings.add(nested(index, dig));
          }
        });
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && !accusedBindings.contains(i)
          && !done.contains(call.site())
          && digging.binds(i)) {
        Read read = readOf(i);
        if (read != null && done.add(call.site())) {
          findings.add(binding(call, read));
        }
      }
    }
    return findings;
  }

  /** A read by a constant key, and how it is told. */
  private record Read(Site site, String by) {}

  /** Digs beyond the limit, each at its deepest access. */
  private Map<Integer, Dig> deep() {
    Map<Integer, Dig> deep = new LinkedHashMap<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call) {
        Dig dig = digging.of(i);
        if (dig != null
            && dig.depth() > maxDepth
            && dig.chain().contains(i)
            && !isDugByTask(dig, i)) {
          deep.put(i, dig);
        }
      }
    }
    Set<Integer> inner = new HashSet<>();
    deep.forEach(
        (index, dig) -> {
          for (int step : dig.chain()) {
            if (step != index) {
              inner.add(step);
            }
          }
        });
    deep.keySet().removeAll(inner);
    return deep;
  }

  /** A lambda that goes too deep by itself is accused for itself. */
  private boolean isDugByTask(Dig dig, int index) {
    return Collections.frequency(dig.chain(), index) > maxDepth
        && calls.contracts().of(values.op(index).called()).mentioned();
  }

  /** The first read by a constant key of a tree that a call has bound, or null. */
  private Read readOf(int binding) {
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!(op instanceof Op.Call call)) {
        continue;
      }
      Dig dig = digging.endingAt(i);
      if (dig != null && !digging.key(call, i).equals("*") && digging.bindingOf(i) == binding) {
        return new Read(call.site(), "the key \"" + digging.key(call, i) + "\"");
      }
      Read inside = readInside(call, i, binding);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  /** A helper that gets the tree and reads it by a constant key. */
  private Read readInside(Op.Call call, int index, int binding) {
    MethodView declared = null;
    List<Integer> operands = Operands.ofCall(call);
    for (int o = 0; o < operands.size(); o++) {
      boolean passed = false;
      for (int origin : values.origins(index, operands.get(o))) {
        passed |= digging.bindingOf(origin) == binding;
      }
      if (!passed) {
        continue;
      }
      if (calls.contracts().of(call.method()).mentioned()) {
        if (o == 0 && isReadByTask(call, index)) {
          return new Read(call.site(), "a constant key in what " + call.method().name() + " runs");
        }
        continue;
      }
      declared = declared == null ? calls.hierarchy().resolve(call.method()) : declared;
      Scope body =
          declared == null || declared.isAbstract()
              ? null
              : calls.summaries().scope(declared.method());
      if (body != null && o < body.body().parameters() && readsByKey(body, o)) {
        return new Read(call.site(), "a constant key in " + ShortNames.call(call.method()));
      }
    }
    return null;
  }

  /** {@code rows.stream().map(row -> row.get("id"))}: a lambda that gets the elements. */
  private boolean isReadByTask(Op.Call call, int index) {
    for (int argument : call.arguments()) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin)
            && values.op(origin) instanceof Op.Closure closure
            && !closure.reference()) {
          Scope body = calls.summaries().scope(closure.body());
          int last = body == null ? -1 : body.body().parameters() - 1;
          if (last >= closure.captures().size() && readsByKey(body, last)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean readsByKey(Scope body, int parameter) {
    Digging inside = new Digging(body, calls, trees, 1);
    for (int i = 0; i < body.values().ops().size(); i++) {
      Dig dig = inside.endingAt(i);
      if (dig != null
          && dig.root() == Values.parameter(parameter)
          && !inside.key((Op.Call) body.values().op(i), i).equals("*")) {
        return true;
      }
    }
    return false;
  }

  private Finding nested(int index, Dig dig) {
    String path = rootName(dig) + "." + String.join(".", dig.keys());
    String depth = dig.endless() ? "as deep as the data says" : dig.keys().size() + " levels deep";
    List<Finding.Step> steps = new ArrayList<>();
    int level = 1;
    for (int op : dig.chain()) {
      steps.add(
          new Finding.Step(
              values.op(op).site(), "level " + level + ": \"" + dig.keys().get(level - 1) + "\""));
      level++;
    }
    return new Finding(
        Rule.DEEPLY_NESTED_MAP_ACCESS,
        Rule.DEEPLY_NESTED_MAP_ACCESS.level(),
        true,
        scope.body().method(),
        values.op(index).site(),
        "the value " + path + " is dug out of untyped maps " + depth,
        dig.keys().contains("*")
            ? "bind it to records, and to maps of records where the keys vary"
            : "bind it to records: " + Records.skeleton(dig.keys()),
        steps);
  }

  private Finding binding(Op.Call call, Read read) {
    return new Finding(
        Rule.UNTYPED_JSON_BINDING,
        Rule.UNTYPED_JSON_BINDING.level(),
        true,
        scope.body().method(),
        call.site(),
        ShortNames.call(call.method()) + " binds to an untyped tree that is read by " + read.by(),
        "bind to a record with the fields that are read, or read the library's own tree",
        List.of(
            new Finding.Step(call.site(), "bound here without a type"),
            new Finding.Step(read.site(), "read here by " + read.by())));
  }

  private String rootName(Dig dig) {
    if (Values.isParameter(dig.root())) {
      String name = scope.body().name(Values.register(dig.root()));
      return name == null ? "map" : name;
    }
    Op op = values.op(dig.root());
    if (op instanceof Op.GetField get) {
      return get.field().name();
    }
    String name = scope.body().name(op.target());
    return name != null ? name : op instanceof Op.Call call ? call.method().name() + "()" : "map";
  }
}
