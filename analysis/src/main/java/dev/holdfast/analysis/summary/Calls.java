package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.Hierarchy;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What calls mean: the catalog first, else the summary of the callee's body, else nothing is known.
 */
public final class Calls {
  /** Flags of interfaces and abstract classes. */
  private static final int UNFINISHED = 0x0200 | 0x0400;

  private static final Set<String> VALUES =
      Set.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Boolean",
          "java.lang.Class",
          "java.time.Duration");

  private final Contracts contracts;
  private final Summaries summaries;
  private final Words words;
  private final Map<MethodRef, Meaning> meanings = new HashMap<>();
  private final Map<MethodRef, Meaning> withoutReceiver = new HashMap<>();
  private Calls withoutClosing;

  Calls(Contracts contracts, Summaries summaries, boolean closing) {
    this.contracts = contracts;
    this.summaries = summaries;
    this.words = new Words(contracts, closing);
  }

  /** The same, for an object that nothing but its pool can take back. */
  public Calls withoutClosing() {
    if (withoutClosing == null) {
      withoutClosing = summaries.withoutClosing();
    }
    return withoutClosing;
  }

  public Contracts contracts() {
    return contracts;
  }

  public Hierarchy hierarchy() {
    return contracts.hierarchy();
  }

  public Summaries summaries() {
    return summaries;
  }

  /** Meaning of a {@link Op.Call} or {@link Op.New}. */
  public Meaning meaning(Op op) {
    return meaning(op.called(), op instanceof Op.Call call && call.receiver() != Op.NONE);
  }

  /**
   * Meaning of a call where it stands: a functional interface whose only value is a lambda of this
   * body means what the lambda does.
   */
  public Meaning meaningAt(Values values, Op op, int index) {
    Meaning plain = meaning(op);
    if (!plain.userCode() || !(op instanceof Op.Call call)) {
      return plain;
    }
    Op.Closure closure = closure(values, call, index);
    if (closure == null) {
      return plain;
    }
    List<Role> roles = new ArrayList<>();
    roles.add(Role.USES);
    for (int i = 0; i < call.arguments().size(); i++) {
      roles.add(closureRole(closure, closure.captures().size() + i));
    }
    return new Stated(true, roles, supplied(closure), -1, plain.unchecked(), true);
  }

  /** The lambda or method reference of this body that a call is made on, or null. */
  private static Op.Closure closure(Values values, Op.Call call, int index) {
    int[] origins = values.origins(index, call.receiver());
    return origins.length == 1
            && !Values.isParameter(origins[0])
            && values.op(origins[0]) instanceof Op.Closure closure
        ? closure
        : null;
  }

  /** The duty of what a lambda or method reference gives when it is called, or null. */
  private Acquisition supplied(Op.Closure closure) {
    if (!mayAcquire(closure.body()) && !closure.body().isConstructor()) {
      return null;
    }
    Acquisition made =
        closure.reference() ? acquires(closure.body()) : summaries.of(closure.body()).fresh();
    return made == null ? null : made.passedOn(true, "");
  }

  /** Whether the result of a call can come with a duty where it stands. */
  public boolean mayAcquire(Values values, Op.Call call, int index) {
    return mayAcquire(call.method())
        || mayHold(call.method().result()) && closure(values, call, index) != null;
  }

  /** What a lambda or method reference does with the last thing it is given. */
  public Role lastParameterRole(Op.Closure closure) {
    if (closure.reference()) {
      int operands = closure.body().parameters().size() + (isInstance(closure) ? 1 : 0);
      return operands == 0 ? Role.USES : closureRole(closure, operands - 1);
    }
    Scope body = summaries.scope(closure.body());
    int last = body == null ? -1 : body.body().parameters() - 1;
    return last < closure.captures().size()
        ? Role.UNKNOWN
        : summaries.of(closure.body()).fate(last).role();
  }

  /** {@code list.forEach(pool::returnObject)}, {@code optional.ifPresent(Response::close)}. */
  public boolean releasesEach(Values values, Op.Call call, int index) {
    return runsReleasing(values, call, index, null);
  }

  /**
   * The same where the receiver is the object itself: something that must be closed runs a callback
   * on what it makes, which is another object unless the types say that it may be itself.
   */
  public boolean releasesItself(Values values, Op.Call call, int index) {
    String owner = call.method().owner();
    boolean closeable = hierarchy().isSubtype(owner, "java.lang.AutoCloseable");
    return runsReleasing(values, call, index, closeable ? owner : null);
  }

  private boolean runsReleasing(Values values, Op.Call call, int index, String type) {
    for (int argument : call.arguments()) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin)
            && values.op(origin) instanceof Op.Closure closure
            && (type == null || mayGet(closure, type))) {
          Role role = lastParameterRole(closure);
          if (role == Role.RELEASES || role == Role.MAY_RELEASE || role == Role.OWNS) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean mayGet(Op.Closure closure, String type) {
    List<String> types = closure.body().parameters();
    String last =
        types.isEmpty() ? closure.body().owner() : Types.erase(types.get(types.size() - 1));
    return last.equals("java.lang.Object")
        || hierarchy().isSubtype(type, last)
        || hierarchy().isSubtype(last, type);
  }

  private Role closureRole(Op.Closure closure, int operand) {
    if (closure.reference()) {
      return meaning(closure.body(), isInstance(closure)).role(operand);
    }
    return summaries.of(closure.body()).fate(operand).role();
  }

  private static boolean isInstance(Op.Closure closure) {
    return closure.dispatch() != Op.Dispatch.STATIC && !closure.body().isConstructor();
  }

  /**
   * Whether the result of a call can come with a duty at all: the catalog speaks about it, it is a
   * method of this compilation, or its type is one that must be released. Asked before any body is
   * looked into.
   */
  public boolean mayAcquire(MethodRef method) {
    if (!mayHold(method.result())) {
      return false;
    }
    return contracts.of(method).mentioned()
        || contracts.isDutyType(method.result())
        || isOwnCode(method);
  }

  /** The duty that the result of a method comes with, or null. */
  public Acquisition acquires(MethodRef method) {
    // whoever speaks of a method says the same whether or not there is a receiver
    boolean asks = !method.isConstructor() && !contracts.of(method).mentioned();
    MethodView declared = asks ? hierarchy().resolve(method) : null;
    boolean hasReceiver = asks && (declared == null || !declared.isStatic());
    return meaning(method, hasReceiver).acquires();
  }

  /** The duty that whoever implements a method gets with a parameter, or null. */
  public Acquisition given(MethodRef method, int parameter) {
    return Words.duty(contracts.of(method), method, Slot.parameter(parameter));
  }

  /** Meaning of a call of a method, with or without a receiver among its operands. */
  public Meaning meaning(MethodRef method, boolean hasReceiver) {
    Map<MethodRef, Meaning> memo = hasReceiver ? meanings : withoutReceiver;
    Meaning known = memo.get(method);
    if (known == null) {
      known = find(method, hasReceiver);
      memo.put(method, known);
    }
    return known;
  }

  private Meaning find(MethodRef method, boolean hasReceiver) {
    Contract contract = contracts.of(method);
    if (contract.mentioned()) {
      return words.meaning(contract, method, hasReceiver);
    }
    if (words.isClose(method)) {
      return new Stated(true, List.of(Role.RELEASES), null, -1, Set.of(), false);
    }
    MethodView declared = hierarchy().resolve(method);
    if (declared == null || declared.isAbstract() || isHook(declared)) {
      List<Meaning> bodies = declared == null ? List.of() : implemented(declared, hasReceiver);
      if (!bodies.isEmpty()) {
        return new Joined(bodies);
      }
      boolean functional =
          declared != null && declared.isAbstract() && hierarchy().isFunctional(method.owner());
      return unknown(method, hasReceiver, functional);
    }
    Summary summary = summaries.of(declared.method());
    Stated unseen = unknown(method, hasReceiver, false);
    // where the catalog knows what releases objects of a type, its other methods do not
    boolean onlyUsed =
        hasReceiver && !method.isConstructor() && contracts.isOwnDutyType(method.owner());
    return new Inferred(summaries, summary, method, unseen, hasReceiver, onlyUsed);
  }

  /** A body that does nothing with its arguments, in a type that others are there to implement. */
  private boolean isHook(MethodView method) {
    ClassView owner = contracts.world().find(method.method().owner());
    if (owner == null
        || (owner.access() & UNFINISHED) == 0
        || method.isFinal()
        || method.method().parameters().isEmpty()) {
      return false;
    }
    Scope body = summaries.scope(method.method());
    return body != null && body.values().ops().stream().allMatch(op -> op instanceof Op.Return);
  }

  /** What the bodies of an abstract method mean; empty where not all are in view. */
  private List<Meaning> implemented(MethodView declared, boolean hasReceiver) {
    List<Meaning> bodies = new ArrayList<>();
    for (MethodView body : contracts.implementations().of(declared)) {
      bodies.add(meaning(body.method(), hasReceiver));
    }
    return bodies;
  }

  /** The field in which a constructor keeps one of its arguments, or null. */
  public String keptIn(Op.New made, int argument) {
    MethodView declared = hierarchy().resolve(made.constructor());
    if (declared == null) {
      return null;
    }
    Fate fate = summaries.of(declared.method()).fate(argument + 1);
    return fate.role() == Role.CONTAINS ? fate.field() : null;
  }

  /** What the body of a lambda, or the method a reference names, does with one captured value. */
  public Role captureRole(Op.Closure closure, int capture) {
    return closureRole(closure, capture);
  }

  /** Whether the result of a call may reach what its operand holds. */
  public boolean mayHoldOn(Op op, int operand, boolean part) {
    Meaning meaning = meaning(op);
    if (op instanceof Op.New) {
      return part || meaning.role(operand) == Role.UNKNOWN;
    }
    String result = ((Op.Call) op).method().result();
    if (!mayHold(result)) {
      return false;
    }
    if (part) {
      return true;
    }
    return !meaning.isKnown(operand)
        && (contracts.isDutyType(result)
            || hierarchy().isSubtype(result, "java.lang.AutoCloseable")
            || result.equals("java.lang.Object"));
  }

  /** Whether a method is declared by the user's own code, or nobody knows by whom. */
  public boolean isOwnCode(MethodRef method) {
    return !contracts.world().isLibrary(method.owner());
  }

  /** Whether an op has a normal end: a method of the user's own may do nothing but throw. */
  public boolean mayReturn(Op op) {
    if (!(op instanceof Op.Call call) || call.method().isConstructor()) {
      return true;
    }
    MethodView declared = hierarchy().resolve(call.method());
    return declared == null
        || declared.isAbstract()
        || !summaries.isSource(declared.method())
        || summaries.returns(declared);
  }

  /** A question to the object with a yes or no, of which nobody says that it does not matter. */
  public boolean isGuard(MethodRef method) {
    return method.descriptor().equals("()Z") && !contracts.of(method).mentioned();
  }

  /** Whether values of a type can reach an object with a duty at all. */
  public static boolean mayHold(String type) {
    // primitives have no package; a class without one is rare enough to be taken for none
    return !VALUES.contains(type) && (type.indexOf('.') > 0 || type.endsWith("[]"));
  }

  /** Whether a value of this type is a collection of others, for this purpose. */
  public boolean holdsElements(String type) {
    if (type == null || type.endsWith("[]")) {
      return type != null;
    }
    String erased = Types.erase(type);
    return hierarchy().isSubtype(erased, "java.util.Collection")
        || erased.equals("java.lang.Iterable")
        || hierarchy().isSubtype(erased, "java.util.Map")
        || hierarchy().isSubtype(erased, "java.util.Iterator");
  }

  private static Stated unknown(MethodRef method, boolean hasReceiver, boolean userCode) {
    List<Role> roles = new ArrayList<>();
    if (hasReceiver) {
      roles.add(Role.USES);
    }
    for (String type : method.parameters()) {
      roles.add(mayHold(type) ? Role.UNKNOWN : Role.USES);
    }
    return new Stated(false, roles, null, -1, Set.of(), userCode);
  }
}
