package dev.holdfast.analysis.limits;

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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code @Waits} and {@code @Bounds}. */
final class LimitWords {
  static final String NEVER = "NEVER";

  private final Contracts contracts;
  private final Map<String, Boolean> mutable = new HashMap<>();

  LimitWords(Contracts contracts) {
    this.contracts = contracts;
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
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    for (String name : bounds.value("").split(",")) {
      try {
        limits.add(Limit.valueOf(name.trim().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        // the stub reader has reported it
        continue;
      }
    }
    return limits;
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

  /** Whether a call sends what it is given through its receiver. */
  boolean sends(Op.Call call) {
    return call.receiver() >= 0
        && !call.method().result().equals("void")
        && !isFluent(call.method(), true);
  }

  private boolean setsLimits(String type) {
    ClassView view = contracts.world().find(type);
    if (view == null) {
      return false;
    }
    for (MethodView method : view.methods()) {
      if (method.isStatic() || method.method().isConstructor()) {
        continue;
      }
      for (Fact fact : contracts.of(method.method()).facts()) {
        if (fact.word() == Word.BOUNDS && !bounds(fact).contains(Limit.CARRIED)) {
          return true;
        }
      }
    }
    return false;
  }
}
