package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
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
  private final Map<FieldRef, Verdict> verdicts = new HashMap<>();
  private final Map<String, Bodies> nests = new HashMap<>();
  private final Map<String, Bodies> packages = new HashMap<>();

  Judge(Calls calls, Lifetimes lifetimes, KeptFields fields) {
    this.calls = calls;
    this.lifetimes = lifetimes;
    this.fields = fields;
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
    Keys keys = new Keys(fields, bodies, lifetimes);
    boolean single = !field.isStatic();
    Closing closing = new Closing(calls, fields, field);
    List<Verdict> found = new ArrayList<>();
    for (Growth growth : uses.growths) {
      boolean varies =
          growth.key() == Op.NONE || keys.vary(growth.scope(), growth.index(), growth.key());
      if (!varies || lifetimes.runsAtStart(growth.method(), bodies, single)) {
        continue;
      }
      boolean dynamic =
          calls.hierarchy().isSubtype(field.type(), "java.util.Map")
              && keys.isConcatenated(growth.scope(), growth.index(), growth.key());
      MethodRef method = bodies.declared(growth.method());
      boolean registers = registers(growth, method) || Lifetimes.isNamedLikeStart(method);
      boolean definite =
          sure
              && growth.key() != Op.NONE
              && (dynamic || !registers)
              && (lifetimes.isProcessLong(field.owner()) || !isOfProgram(field, growth));
      boolean closes = closing.isOwed(growth) && !closing.happens(bodies);
      Rule rule =
          closes
              ? Rule.CLOSEABLES_IN_STATIC_MAP
              : dynamic ? Rule.DYNAMIC_MAP_KEY : Rule.EVER_GROWING_MAP;
      found.add(new Verdict(rule, growth, definite, uncalled));
    }
    String outer = KeptFields.outermost(field.owner());
    return found.stream()
        .min(
            Comparator.comparing((Verdict verdict) -> !verdict.definite())
                .thenComparing(verdict -> !isIn(verdict.growth(), outer))
                .thenComparing(verdict -> verdict.growth().method().owner())
                .thenComparing(verdict -> verdict.growth().site().line()))
        .orElse(null);
  }

  /** Whether it is kept under names that the program declares: of classes, schemes, formats. */
  private boolean isOfProgram(FieldRef field, Growth growth) {
    if (Names.sayDeclared(field.name())
        || Names.sayDeclared(ShortNames.type(KeptFields.outermost(field.owner())))
        || Names.sayDeclared(growth.scope().body().name(growth.key()))
        || fields.isBounded(KeptFields.last(arguments(field)))) {
      return true;
    }
    for (int origin : growth.scope().values().origins(growth.index(), growth.key())) {
      if (Values.isParameter(origin)
          && Names.sayDeclared(growth.scope().body().name(Values.register(origin)))) {
        return true;
      }
    }
    return false;
  }

  private List<String> arguments(FieldRef field) {
    List<String> arguments = Types.arguments(fields.type(field));
    return arguments.isEmpty() ? List.of("java.lang.Object") : arguments;
  }

  private static boolean isIn(Growth growth, String outer) {
    return KeptFields.outermost(growth.method().owner()).equals(outer);
  }

  /**
   * Whether a method only keeps what it is given, as others do at start with their handlers: then
   * it is they who say how much there will be.
   */
  private boolean registers(Growth growth, MethodRef method) {
    if (lifetimes.servesRequests(method)
        || !Keys.isGiven(growth.scope(), growth.index(), growth.key())) {
      return false;
    }
    int value = growth.value();
    if (value != Op.NONE && !isStored(growth) || same(growth)) {
      return false;
    }
    MethodView view = calls.hierarchy().resolve(method);
    return view == null || !view.isPrivate();
  }

  /** Whether what goes in beside the key is what the method was given. */
  private static boolean isStored(Growth growth) {
    return Keys.isGiven(growth.scope(), growth.index(), growth.value());
  }

  /** A text kept under itself is a cache of texts. */
  private static boolean same(Growth growth) {
    if (growth.value() == Op.NONE) {
      return false;
    }
    Values values = growth.scope().values();
    int[] key = values.origins(growth.index(), growth.key());
    int[] value = values.origins(growth.index(), growth.value());
    return key.length == 1 && value.length == 1 && key[0] == value[0];
  }
}
