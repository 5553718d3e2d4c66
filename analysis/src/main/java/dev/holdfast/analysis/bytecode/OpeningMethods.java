package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.OpeningEvents;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Decides for each method once whether a call of it is an opening event: by name, then in full. */
final class OpeningMethods {
  private final World world;
  private final OpeningEvents events;
  private final BiConsumer<String, Throwable> crashes;
  private final boolean lifespans;
  private final Map<String, Boolean> byName = new HashMap<>();
  private final Map<String, Boolean> trees = new HashMap<>();
  private final Map<String, Boolean> reusable = new HashMap<>();
  private final Map<String, Boolean> byResult = new HashMap<>();
  private final Map<String, Boolean> byLife = new HashMap<>();
  private final Map<MethodRef, Opening> known = new HashMap<>();
  private final Map<FieldRef, Boolean> kept = new HashMap<>();

  OpeningMethods(World world, OpeningEvents events, BiConsumer<String, Throwable> crashes) {
    this.world = world;
    this.events = events;
    this.crashes = crashes;
    this.lifespans = events.judgesLifespans();
  }

  /** Whether it matters at all how long objects live. */
  boolean judgesLifespans() {
    return lifespans;
  }

  /** Whether it may matter who keeps objects of a type. */
  boolean isShortLived(String type) {
    return ask(byLife, type, events::isShortLived);
  }

  /** Whether a method may keep a short-lived object that it gets. */
  boolean captures(MethodRef declared) {
    return lifespans
        && Wellformed.method(declared.name(), declared.descriptor())
        && declared.parameters().stream().anyMatch(this::isShortLived)
        && decide(declared, () -> events.mayCapture(declared) ? Opening.ALWAYS : Opening.NEVER)
            == Opening.ALWAYS;
  }

  /** Whether a container fills a field with a short-lived object. */
  boolean captures(FieldRef field) {
    try {
      return lifespans && isShortLived(field.type()) && events.mayCapture(field);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
      crashes.accept(field.owner() + "." + field.name(), crash);
      return false;
    }
  }

  Opening opening(MethodRef method) {
    Opening opening = known.get(method);
    if (opening == null) {
      opening = decide(method, () -> isCandidate(method) ? events.opening(method) : Opening.NEVER);
      known.put(method, opening);
    }
    return opening;
  }

  /** Whether a field may keep what is put into it. */
  boolean keeps(FieldRef field) {
    Boolean keeps = kept.get(field);
    if (keeps == null) {
      try {
        keeps = events.mayKeep(field);
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
        crashes.accept(field.owner() + "." + field.name(), crash);
        keeps = false;
      }
      kept.put(field, keeps);
    }
    return keeps;
  }

  /** Whether objects of a type are filled and emptied again. */
  boolean isReusable(String type) {
    return ask(reusable, type, events::isReusable);
  }

  /** Whether values of a type may be untyped trees. */
  boolean isTree(String type) {
    return ask(trees, type, events::mayBeTree);
  }

  /**
   * Whether whoever calls this method hands over an object that its body has to release, as a
   * callback gets it.
   */
  boolean takesDuty(MethodRef declared) {
    if (!Wellformed.method(declared.name(), declared.descriptor())
        || !byName.computeIfAbsent(declared.name(), events::mentions)) {
      return false;
    }
    for (String parameter : declared.parameters()) {
      if (ask(byResult, parameter, events::mayCarryDuty)) {
        return decide(declared, () -> events.opening(declared)) == Opening.ALWAYS;
      }
    }
    return false;
  }

  /** Whether a method may build the map of objects that it returns. */
  boolean returnsPayload(MethodRef declared) {
    return Wellformed.method(declared.name(), declared.descriptor())
        && decide(
                declared, () -> events.mayReturnPayload(declared) ? Opening.ALWAYS : Opening.NEVER)
            == Opening.ALWAYS;
  }

  /** Whether a method that calls itself is looked at. */
  boolean mayRecurse(MethodRef declared, boolean catches) {
    return Wellformed.method(declared.name(), declared.descriptor())
        && decide(
                declared,
                () -> events.mayRecurse(declared, catches) ? Opening.ALWAYS : Opening.NEVER)
            == Opening.ALWAYS;
  }

  private Opening decide(MethodRef method, Supplier<Opening> question) {
    try {
      return question.get();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
      crashes.accept(method.owner() + "." + method.name(), crash);
      return Opening.NEVER;
    }
  }

  private boolean ask(Map<String, Boolean> known, String type, Predicate<String> question) {
    Boolean answer = known.get(type);
    if (answer == null) {
      try {
        answer = question.test(type);
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
        crashes.accept(type, crash);
        answer = false;
      }
      known.put(type, answer);
    }
    return answer;
  }

  private boolean isCandidate(MethodRef method) {
    return Wellformed.method(method.name(), method.descriptor())
        && (byName.computeIfAbsent(method.name(), events::mentions) || mayPassOn(method));
  }

  /**
   * A method that returns an object may return what it acquired itself: one of the user's own, one
   * that carries an annotation, or one whose result is of a kind that must be released.
   */
  private boolean mayPassOn(MethodRef method) {
    int result = method.descriptor().indexOf(')') + 1;
    if (method.isConstructor()
        || method.descriptor().charAt(result) != 'L'
        || method.descriptor().startsWith("Ljava/lang/String;", result)) {
      return false;
    }
    return ask(byResult, method.result(), events::mayCarryDuty)
        || !method.owner().startsWith("java.") && isOwnOrAnnotated(method);
  }

  private boolean isOwnOrAnnotated(MethodRef method) {
    ClassView owner = world.find(method.owner());
    if (owner == null) {
      return false;
    }
    if (owner.isSource()) {
      return true;
    }
    for (MethodView declared : owner.methods(method.name())) {
      if (declared.method().descriptor().equals(method.descriptor())) {
        return !declared.notes().isEmpty();
      }
    }
    return false;
  }
}
