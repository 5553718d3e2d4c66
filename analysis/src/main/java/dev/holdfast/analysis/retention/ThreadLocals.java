package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;

/** What requests leave behind in places of the thread that serves them. */
final class ThreadLocals {
  private final Judge judge;
  private final Lifetimes lifetimes;
  private final KeptFields fields;
  private final ThreadPlaces places;

  ThreadLocals(Judge judge, Lifetimes lifetimes, KeptFields fields, ThreadPlaces places) {
    this.judge = judge;
    this.lifetimes = lifetimes;
    this.fields = fields;
    this.places = places;
  }

  List<Finding> findings(Scope scope) {
    List<Finding> findings = new ArrayList<>();
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      Finding found = null;
      if (places.put(op) != Op.NONE && !places.takes(values, i)) {
        found = left(scope, i, (Op.Call) op);
      } else if (op.called() != null && places.makes(op.called())) {
        found = perObject(scope, i, op);
      }
      if (found != null) {
        findings.add(found);
      }
    }
    return findings;
  }

  private Finding left(Scope scope, int index, Op.Call call) {
    String place = places.place(scope.values(), index, call);
    if (place == null) {
      return null;
    }
    Bodies bodies = judge.around(scope.body().method().owner(), false);
    MethodRef method = bodies.declared(scope.body().method());
    boolean single = !scope.body().isStatic();
    FieldRef field = call.receiver() == Op.NONE ? null : places.field(scope.values(), index, call);
    boolean brought = isOfRequest(scope, index, places.put(call), bodies);
    if (lifetimes.runsAtStart(method, bodies, single) || field != null && !brought) {
      return null;
    }
    Leaving leaving = new Leaving(scope, places, place);
    if (leaving.isTakenAfter(index)) {
      boolean normal = leaving.isLeft(index, false);
      if (!normal && !leaving.isLeft(index, true)) {
        return null;
      }
      String when =
          normal
              ? "is taken away on some paths only"
              : "stays when an exception leaves between here and where it is taken away";
      Level level = normal ? Rule.THREAD_LOCAL_NOT_REMOVED.level() : Level.SUGGESTION;
      return finding(scope, call, name(field, call), when, level, true);
    }
    if (isTakenElsewhere(place, scope.body().method().owner(), field)) {
      return null;
    }
    // who calls a setter may give it nothing when the request ends
    boolean sets =
        method.name().startsWith("set") && isGiven(scope, index, places.put(call), bodies);
    boolean definite =
        field == null
            ? brought
            : fields.isHidden(field)
                && !sets
                && !isFilledAnyway(field, bodies)
                && !leaving.isFilling(index)
                && isOneForAll(field, method)
                && (!isText(field) || new Accessors(bodies, places, place).exist());
    return finding(
        scope,
        call,
        name(field, call),
        "is never taken away, and the next request on the thread finds it",
        Rule.THREAD_LOCAL_NOT_REMOVED.level(),
        definite);
  }

  /** Whether a value is what the caller of the declared method gave. */
  private static boolean isGiven(Scope scope, int index, int register, Bodies bodies) {
    Bodies.Place written = bodies.closure(scope.body().method());
    if (written == null || !Keys.isGiven(scope, index, register)) {
      return written == null && Keys.isGiven(scope, index, register);
    }
    List<Integer> captures = ((Op.Closure) written.op()).captures();
    for (int origin : scope.values().origins(index, register)) {
      int captured = Values.isParameter(origin) ? Values.register(origin) : captures.size();
      if (captured >= captures.size()
          || !isGiven(written.scope(), written.index(), captures.get(captured), bodies)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the place is not that of one object among others. */
  private boolean isOneForAll(FieldRef field, MethodRef method) {
    return field.isStatic()
        || lifetimes.isProcessLong(field.owner())
        || lifetimes.servesRequests(method);
  }

  /** Whether it holds a few characters, which hurt only who reads them in the next request. */
  private boolean isText(FieldRef field) {
    List<String> arguments = Types.arguments(fields.type(field));
    return !arguments.isEmpty()
        && arguments.get(0).startsWith("java.lang.")
        && !arguments.get(0).equals("java.lang.Object");
  }

  /**
   * Whether a thread that was given nothing finds a value all the same: what is put there then may
   * be a setting of the thread, and meant to stay.
   */
  private static boolean isFilledAnyway(FieldRef field, Bodies bodies) {
    for (Scope scope : bodies.scopes()) {
      Values values = scope.values();
      for (int i = 0; i < values.ops().size(); i++) {
        if (values.op(i) instanceof Op.PutField put && put.field().equals(field)) {
          for (int origin : values.origins(i, put.source())) {
            boolean empty =
                !Values.isParameter(origin)
                    && values.op(origin) instanceof Op.New made
                    && made.constructor().owner().startsWith("java.");
            if (!empty) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean isOfRequest(Scope scope, int index, int register, Bodies bodies) {
    for (int origin : scope.values().origins(index, register)) {
      Op op = Values.isParameter(origin) ? null : scope.values().op(origin);
      if (op instanceof Op.New made && made.constructor().owner().startsWith("java.")
          || op instanceof Op.NewArray
          || op instanceof Op.Opaque
          || op instanceof Op.Closure) {
        return false;
      }
      if (op instanceof Op.New && ((Op.New) op).arguments().isEmpty()) {
        return false;
      }
    }
    return new Keys(fields, bodies, lifetimes, false).spread(scope, index, register).varies();
  }

  private boolean isTakenElsewhere(String place, String within, FieldRef field) {
    boolean ofPackage = field == null || !fields.isPrivate(field);
    String owner = field == null ? within : field.owner();
    Bodies all = judge.around(owner, ofPackage);
    for (Scope scope : all.scopes()) {
      Values values = scope.values();
      for (int i = 0; i < values.ops().size(); i++) {
        Op op = values.op(i);
        boolean takes =
            places.takes(values, i) && ThreadPlaces.isSame(place, places.place(values, i, op))
                || op instanceof Op.Closure closure && refers(values, i, closure, place, field);
        if (takes && !isDead(all, scope.body().method())) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code CURRENT::remove}, or the place itself handed to somebody. */
  private boolean refers(
      Values values, int index, Op.Closure closure, String place, FieldRef field) {
    if (field == null) {
      return closure.reference()
          && place.startsWith(closure.body().owner())
          && !closure.body().parameters().contains("java.lang.String");
    }
    for (int capture : closure.captures()) {
      for (int origin : values.origins(index, capture)) {
        if (!Values.isParameter(origin)
            && values.op(origin) instanceof Op.GetField get
            && get.field().name().equals(field.name())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isDead(Bodies bodies, MethodRef body) {
    MethodRef method = bodies.declared(body);
    MethodView view = fields.declared(method);
    return view != null
        && view.isPrivate()
        && !method.isConstructor()
        && bodies.callers(method).isEmpty();
  }

  /** A place of its own for each object and thread: it goes only with the thread. */
  private Finding perObject(Scope scope, int index, Op op) {
    MethodRef within = scope.body().method();
    if (!within.isConstructor()
        || lifetimes.isProcessLong(within.owner())
        || lifetimes.looksSingle(within.owner())) {
      return null;
    }
    FieldRef field = null;
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.PutField put
          && !put.field().isStatic()
          && values.comesFrom(i, put.source(), index)) {
        field = put.field();
      }
    }
    if (field == null) {
      return null;
    }
    Bodies bodies = judge.around(within.owner(), true);
    String place = field.owner() + "." + field.name();
    if (isTakenElsewhere(place, within.owner(), field) || isKeptStatic(within.owner(), bodies)) {
      return null;
    }
    return finding(
        scope,
        op,
        ShortNames.type(field.owner()) + "." + field.name(),
        "is a place of its own for every object, and no thread ever gives it up",
        Rule.THREAD_LOCAL_NOT_REMOVED.level(),
        new Making(lifetimes, fields, bodies).isOften(within.owner()));
  }

  private static boolean isKeptStatic(String type, Bodies bodies) {
    for (Scope scope : bodies.scopes()) {
      for (Op op : scope.values().ops()) {
        if (op instanceof Op.PutField put
            && put.field().isStatic()
            && put.field().type().equals(type)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String name(FieldRef field, Op.Call call) {
    return field == null
        ? "what " + ShortNames.call(call.method()) + " puts there"
        : "what is put into " + ShortNames.type(field.owner()) + "." + field.name();
  }

  private Finding finding(
      Scope scope, Op op, String what, String why, Level level, boolean definite) {
    return new Finding(
        Rule.THREAD_LOCAL_NOT_REMOVED,
        level,
        definite,
        scope.body().method(),
        op.site(),
        what + " " + why,
        op instanceof Op.Call call && places.put(call) != Op.NONE
            ? "take it away in a finally block around what needs it"
            : "make the field static, or hold what it gives in a local variable",
        List.of(new Finding.Step(op.site(), "given to the thread here")));
  }
}
