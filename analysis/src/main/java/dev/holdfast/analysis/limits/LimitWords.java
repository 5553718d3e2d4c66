package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code @Waits} and {@code @Bounds}. */
final class LimitWords {
  static final String NEVER = "NEVER";

  private final Contracts contracts;
  private final Map<String, Boolean> mutable = new HashMap<>();
  private final Map<String, Boolean> used = new HashMap<>();

  LimitWords(Contracts contracts) {
    this.contracts = contracts;
  }

  /** What is said about a method or, where nobody speaks of it, about the type that it makes. */
  Contract said(MethodRef method) {
    Contract contract = contracts.of(method);
    Contract made = contract.mentioned() ? null : ofMade(method, contracts);
    return made == null ? contract : made;
  }

  /** What is said about a type whose objects wait, for a static method that makes one; or null. */
  static Contract ofMade(MethodRef method, Contracts contracts) {
    if (method.isConstructor() || !contracts.isWaiting(method.result())) {
      return null;
    }
    MethodView declared = contracts.hierarchy().resolve(method);
    return declared != null && declared.isStatic() ? contracts.ofType(method.result()) : null;
  }

  /** Limits of {@code @Waits} whose library default is "for ever", or finite ones. */
  static Set<Limit> waits(Fact waits, boolean forever) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    for (Limit limit : Limit.values()) {
      String value = waits.argument(limit.element(), null);
      if (value != null && value.equals(NEVER) == forever) {
        limits.add(limit);
      }
    }
    return limits;
  }

  /** Limits a {@code @Bounds} names. */
  static Set<Limit> bounds(Fact bounds) {
    return Limit.boundBy(bounds);
  }

  /** Whether values of a type can carry limits; an overload may have a name in that place. */
  static boolean mayCarry(String type) {
    return type.indexOf('.') >= 0 && !type.equals("java.lang.String");
  }

  /** Whether a call makes another object, with the limits its receiver has by then. */
  static boolean copies(Contract contract) {
    Fact bounds = contract.fact(Word.BOUNDS, Slot.RECEIVER);
    return bounds != null && bounds(bounds).contains(Limit.CARRIED);
  }

  /** Whether a type bears limits in the catalog, or stands in one package with one that does. */
  boolean isOfItsLibrary(String type) {
    if (contracts.bearsOwnLimits(type)) {
      return true;
    }
    ClassView view = contracts.world().find(type);
    if (view == null || view.isSource()) {
      return false;
    }
    for (String above : contracts.hierarchy().ancestors(type)) {
      if (contracts.bearsOwnLimits(above) && packageOf(above).equals(packageOf(type))) {
        return true;
      }
    }
    return false;
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** Whether objects of this type take limits after they were made. */
  boolean isMutable(String type) {
    Boolean known = mutable.get(type);
    if (known == null) {
      known = setsLimits(type);
      for (String above : contracts.hierarchy().ancestors(type)) {
        known |= setsLimits(above);
      }
      mutable.put(type, known);
    }
    return known;
  }

  /**
   * Whether a call returns its receiver: it says so, or it is a method of a limit-bearing type that
   * returns that very type, as builders do.
   */
  boolean isFluent(MethodRef method, boolean hasReceiver) {
    if (!hasReceiver || method.isConstructor()) {
      return false;
    }
    Contract contract = contracts.of(method);
    if (contract.says(Word.ALIASES, Slot.RESULT)) {
      return true;
    }
    return !copies(contract)
        && !contract.says(Word.WAITS, Slot.RESULT)
        && contracts.bearsLimits(method.owner())
        && (contracts.hierarchy().isSubtype(method.owner(), method.result())
                && !method.result().equals("java.lang.Object")
            || contracts.hierarchy().isSubtype(method.result(), method.owner()));
  }

  /**
   * What is waited for when this method is called, or null: {@code @Waits} on a method that makes
   * nothing new speaks of its receiver.
   */
  Fact use(MethodRef method) {
    Contract contract = contracts.of(method);
    Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
    return waits != null && Subject.SOCKET.speaksOf(waits) && isUse(contract, method)
        ? waits
        : null;
  }

  /** Whether a call only uses its receiver: it results in no object, or in a part of that. */
  static boolean isUse(Contract contract, MethodRef method) {
    return !method.isConstructor()
        && (contract.says(Word.ALIASES, Slot.RESULT) || method.result().indexOf('.') < 0);
  }

  /** Whether objects of this type are judged by what is done with them. */
  boolean isUsed(String type) {
    return used.computeIfAbsent(
        type,
        key -> {
          List<String> lineage = new ArrayList<>(contracts.hierarchy().ancestors(type));
          lineage.add(type);
          for (String above : lineage) {
            ClassView view = contracts.bearsOwnLimits(above) ? contracts.world().find(above) : null;
            for (MethodView method : view == null ? List.<MethodView>of() : view.methods()) {
              if (!method.isStatic() && use(method.method()) != null) {
                return true;
              }
            }
          }
          return false;
        });
  }

  /**
   * Whether the receiver of a call that makes something configures it: a builder does, a server
   * socket that accepts does not.
   */
  boolean isBuilder(Fact waits, MethodRef method) {
    if (Subject.HTTP.speaksOf(waits) || Subject.POOL.speaksOf(waits)) {
      return true;
    }
    Set<Limit> limits = waits(waits, true);
    return setsLimits(method.owner(), limit -> limit == Limit.CALL || limits.contains(limit));
  }

  /** Whether a call sends what it is given through its receiver. */
  boolean sends(Op.Call call) {
    return call.receiver() >= 0
        && !call.method().result().equals("void")
        && !isFluent(call.method(), true);
  }

  private boolean setsLimits(String type) {
    return setsLimits(type, limit -> limit != Limit.CARRIED);
  }

  private boolean setsLimits(String type, Predicate<Limit> wanted) {
    ClassView view = contracts.world().find(type);
    // everything can be waited for, which makes nobody carry limits
    if (view == null || type.equals("java.lang.Object")) {
      return false;
    }
    for (MethodView method : view.methods()) {
      if (method.isStatic() || method.method().isConstructor()) {
        continue;
      }
      for (Fact fact : contracts.of(method.method()).facts()) {
        if (fact.word() == Word.BOUNDS
            && !bounds(fact).contains(Limit.CARRIED)
            && bounds(fact).stream().anyMatch(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a method makes an object itself: the limits it sets are those of that object alone. */
  boolean isMadeThere(Values values, int index, int register) {
    for (int origin : values.origins(index, register)) {
      MethodRef maker = Values.isParameter(origin) ? null : values.op(origin).called();
      if (maker == null
          || said(maker).facts().stream().noneMatch(fact -> fact.word() == Word.WAITS)) {
        return false;
      }
    }
    return true;
  }
}
