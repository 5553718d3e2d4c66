package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges each field that keeps a collection once, by all bodies that can reach it. */
final class Judge {
  /** A package with more classes is not looked through for one field. */
  private static final int MAX_CLASSES = 400;

  private final Calls calls;
  private final Lifetimes lifetimes;
  private final KeptFields fields;
  private final Registry registry;
  private final Map<FieldRef, Verdict> verdicts = new HashMap<>();
  private final Map<String, Bodies> nests = new HashMap<>();
  private final Map<String, Bodies> packages = new HashMap<>();

  Judge(Calls calls, Lifetimes lifetimes, KeptFields fields) {
    this.calls = calls;
    this.lifetimes = lifetimes;
    this.fields = fields;
    this.registry = new Registry(calls, lifetimes, fields);
  }

  /** What is wrong with a field, or null. */
  Verdict of(FieldRef field) {
    if (!verdicts.containsKey(field)) {
      verdicts.put(field, fields.mayKeep(field) ? judge(field) : null);
    }
    return verdicts.get(field);
  }

  private Verdict judge(FieldRef field) {
    String outer = KeptFields.outermost(field.owner());
    Bodies nest = nests.computeIfAbsent(outer, key -> nest(field.owner()));
    if (!field.isStatic() && lifetimes.looksSingle(field.owner())) {
      if (!lifetimes.isProcessLong(field.owner()) && !lifetimes.isSingle(field.owner(), nest)) {
        return null;
      }
    }
    Verdict verdict = judge(field, nest, true);
    if (verdict == null && !isEmptyHere(field, nest) || fields.isPrivate(field)) {
      return verdict;
    }
    Bodies around = around(outer);
    boolean complete = around != null && fields.isHidden(field);
    return judge(field, around == null ? nest : around, complete);
  }

  /** The bodies around a class: those of its package, or of its nest where they are too many. */
  Bodies around(String type, boolean ofPackage) {
    String outer = KeptFields.outermost(type);
    Bodies all = ofPackage ? around(outer) : null;
    return all == null ? nests.computeIfAbsent(outer, key -> nest(type)) : all;
  }

  private boolean isEmptyHere(FieldRef field, Bodies nest) {
    return new Uses(calls, field, nest.scopes()).growths.isEmpty();
  }

  private Bodies nest(String owner) {
    return new Bodies(calls, new Nest(calls).bodies(owner));
  }

  /** All bodies of a package, or null where they cannot be listed. */
  private Bodies around(String outer) {
    String name = outer.substring(0, Math.max(0, outer.lastIndexOf('.')));
    if (!packages.containsKey(name)) {
      List<String> classes = calls.contracts().world().classesIn(name);
      packages.put(name, classes == null || !classes.contains(outer) ? null : all(classes));
    }
    return packages.get(name);
  }

  /** Their bodies, or null where there are too many. */
  private Bodies all(List<String> classes) {
    Set<String> outermost = new LinkedHashSet<>();
    classes.forEach(name -> outermost.add(KeptFields.outermost(name)));
    if (outermost.size() > MAX_CLASSES) {
      return null;
    }
    List<Scope> scopes = new ArrayList<>();
    outermost.stream().sorted().forEach(name -> scopes.addAll(new Nest(calls).bodies(name)));
    return new Bodies(calls, scopes);
  }

  private Verdict judge(FieldRef field, Bodies bodies, boolean complete) {
    Uses uses = new Uses(calls, field, bodies.scopes());
    if (uses.growths.isEmpty() || uses.sized) {
      return null;
    }
    Contents contents = new Contents(calls, uses.given);
    if (contents.isBounded()) {
      return null;
    }
    Removals removals = new Removals(calls, lifetimes, bodies, field, uses.growths);
    for (Bodies.Place loss : uses.losses) {
      removals.add(loss);
    }
    uses.given.forEach(removals::addReset);
    if (removals.happen()) {
      return null;
    }
    boolean sure = complete && !uses.leaves && contents.isKnown() && !removals.mayHappen();
    return first(field, bodies, uses, sure, removals.uncalled());
  }

  private Verdict first(FieldRef field, Bodies bodies, Uses uses, boolean sure, String uncalled) {
    String outer = KeptFields.outermost(field.owner());
    boolean map = calls.hierarchy().isSubtype(field.type(), "java.util.Map");
    boolean keyed = map || calls.hierarchy().isSubtype(field.type(), "java.util.Set");
    boolean single = !field.isStatic();
    Closing closing = new Closing(calls, fields, field);
    List<Verdict> found = new ArrayList<>();
    for (Growth growth : uses.growths) {
      Bodies seen = callersOf(growth, bodies, outer);
      Keys keys = new Keys(fields, seen, lifetimes, keyed);
      Spread spread =
          growth.key() == Op.NONE
              ? Spread.UNSEEN
              : keys.spread(growth.scope(), growth.index(), growth.key());
      if (!spread.varies()
          || lifetimes.runsAtStart(growth.method(), bodies, single)
          || new Admitted(calls, lifetimes, fields, bodies).isTested(growth)) {
        continue;
      }
      boolean dynamic = map && Keys.isConcatenated(growth.scope(), growth.index(), growth.key());
      boolean closes = closing.isOwed(growth) && !closing.happens(bodies);
      Rule rule =
          closes
              ? Rule.CLOSEABLES_IN_STATIC_MAP
              : dynamic ? Rule.DYNAMIC_MAP_KEY : Rule.EVER_GROWING_MAP;
      boolean definite =
          sure
              && growth.key() != Op.NONE
              && grows(field, growth, seen, spread, closes || !keyed, dynamic);
      found.add(new Verdict(rule, growth, definite, uncalled));
    }
    return found.stream()
        .min(
            Comparator.comparing((Verdict verdict) -> !verdict.definite())
                .thenComparing(verdict -> !isIn(verdict.growth(), outer))
                .thenComparing(verdict -> verdict.growth().method().owner())
                .thenComparing(verdict -> verdict.growth().site().line()))
        .orElse(null);
  }

  /** The bodies that may call the one of a growth: those around it where it is not private. */
  private Bodies callersOf(Growth growth, Bodies bodies, String outer) {
    MethodView view = calls.hierarchy().resolve(bodies.declared(growth.method()));
    Bodies around = view == null || fields.isOpen(view) ? null : around(outer);
    return around == null ? bodies : around;
  }

  /**
   * Whether it grows with every request, as far as can be told.
   *
   * @param each whether every entry counts, whatever its key
   * @param dynamic whether the key is put together for the entry
   */
  private boolean grows(
      FieldRef field, Growth growth, Bodies bodies, Spread spread, boolean each, boolean dynamic) {
    boolean fresh = spread == Spread.FRESH;
    boolean made = !Keys.isGiven(growth.scope(), growth.index(), growth.key());
    if (!dynamic
        && !(fresh && made)
        && registry.isToldBy(growth, bodies.declared(growth.method()))) {
      return false;
    }
    if (fresh || registry.isOfProgram(field, growth)) {
      return fresh;
    }
    return each
        || dynamic
        || spread == Spread.BROUGHT
        || new Occasion(calls, bodies, KeptFields.outermost(field.owner())).isKept(growth);
  }

  private static boolean isIn(Growth growth, String outer) {
    return KeptFields.outermost(growth.method().owner()).equals(outer);
  }
}
