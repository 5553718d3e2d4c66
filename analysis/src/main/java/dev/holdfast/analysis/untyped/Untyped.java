package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
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
  private final Trees trees;
  private final Digging digging;
  private final InFunctions inFunctions;
  private final Readers readers;
  private final Kept kept;
  private final Building building;
  private final Calls calls;

  public Untyped(Scope scope, Calls calls, int maxDepth) {
    this.scope = scope;
    this.values = scope.values();
    this.trees = new Trees(calls.contracts(), maxDepth);
    this.digging = new Digging(scope, calls, trees, 0);
    this.inFunctions = new InFunctions(digging, trees);
    this.readers = new Readers(digging, trees);
    this.kept = new Kept(digging, calls, trees);
    this.building = new Building(digging, calls);
    this.calls = calls;
  }

  /** Whether a body has a step down an untyped tree at all. */
  public static boolean digs(Scope scope, Calls calls) {
    Trees trees = new Trees(calls.contracts(), 0);
    Steps steps = new Steps(scope, calls.contracts());
    for (Op op : scope.values().ops()) {
      if (op instanceof Op.Call call
          && steps.digs(op)
          && trees.isTree(scope.body().type(call.receiver()))) {
        return true;
      }
    }
    return false;
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    Map<Integer, Dig> deep = deep();
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    Set<Integer> accusedBindings = new HashSet<>();
    deep.values().forEach(dig -> accusedBindings.add(digging.bindingOf(dig.root())));
    Walkers walkers = new Walkers(digging, calls, trees);
    Siblings.of(deep, walkers::asksEachLevel)
        .forEach(
            (index, others) -> {
              if (done.add(values.op(index).site())) {
                findings.add(nested(index, deep.get(index), others));
              }
            });
    for (InFunctions.Deep found : inFunctions.deep()) {
      accusedBindings.add(digging.bindingOf(found.dig().root()));
      if (done.add(found.site())) {
        findings.add(nested(found.site(), found.dig(), List.of()));
      }
    }
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && !accusedBindings.contains(i)
          && !done.contains(call.site())
          && digging.binds(i)) {
        Readers.Read read = readers.of(i);
        read = read == null ? kept.of(i) : read;
        Stage stage = digging.stage(call, i);
        Stage bound = stage == null ? new Stage(call.site(), call.method()) : stage;
        if (read != null && !read.tooDeep() && done.add(bound.site())) {
          findings.add(binding(bound, read));
        }
      }
    }
    return findings;
  }

  /** Digs beyond the limit, each at its deepest access. */
  private Map<Integer, Dig> deep() {
    Map<Integer, Dig> deep = new LinkedHashMap<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call && digging.concerns(i)) {
        Dig dig = digging.of(i);
        if (dig != null && trees.isTooDeep(dig) && dig.chain().contains(i) && !building.does(dig)) {
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

  private Finding nested(int index, Dig dig, List<Dig> others) {
    Finding found = nested(values.op(index).site(), dig, others);
    return new Walkers(digging, calls, trees).asks(dig) ? found.possible() : found;
  }

  private Finding nested(Site site, Dig dig, List<Dig> others) {
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
        site,
        "the value " + path + " is dug out of untyped maps " + depth + Siblings.also(dig, others),
        dig.keys().contains("*")
            ? "bind it to records, and to maps of records where the keys vary"
            : "bind it to records: " + Records.skeleton(dig.keys()),
        steps);
  }

  private Finding binding(Stage bound, Readers.Read read) {
    return new Finding(
        Rule.UNTYPED_JSON_BINDING,
        Rule.UNTYPED_JSON_BINDING.level(),
        true,
        scope.body().method(),
        bound.site(),
        ShortNames.call(bound.method()) + " binds to an untyped tree that is read by " + read.by(),
        "bind to a record with the fields that are read, or read the library's own tree",
        List.of(
            new Finding.Step(bound.site(), "bound here without a type"),
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
