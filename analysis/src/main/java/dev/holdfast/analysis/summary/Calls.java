package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.Hierarchy;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What calls mean: the catalog first, else the summary of the callee's body, else nothing is known.
 * One instance a depth of descent; they share their memo.
 */
public final class Calls {
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
  private final int depth;

  Calls(Contracts contracts, Summaries summaries, int depth) {
    this.contracts = contracts;
    this.summaries = summaries;
    this.words = new Words(contracts);
    this.depth = depth;
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
    int[] origins = values.origins(index, call.receiver());
    if (origins.length != 1
        || Values.isParameter(origins[0])
        || !(values.op(origins[0]) instanceof Op.Closure closure)) {
      return plain;
    }
    List<Role> roles = new ArrayList<>();
    roles.add(Role.USES);
    for (int i = 0; i < call.arguments().size(); i++) {
      roles.add(closureRole(closure, closure.captures().size() + i));
    }
    return new Meaning(
        true, roles, Set.of(), plain.acquires(), -1, plain.throwsUnchecked(), true, null);
  }

  /** What a lambda or method reference does with the last thing it is given. */
  public Role lastParameterRole(Op.Closure closure) {
    if (closure.reference()) {
      int operands = closure.body().parameters().size() + (isInstance(closure) ? 1 : 0);
      return operands == 0 ? Role.USES : closureRole(closure, operands - 1);
    }
    Summary summary = summaries.ofLambda(closure.body(), depth + 1);
    int last = summary == null ? -1 : summary.fates().size() - 1;
    return last < closure.captures().size() ? Role.UNKNOWN : summary.fates().get(last);
  }

  /** {@code list.forEach(pool::returnObject)}, {@code optional.ifPresent(Response::close)}. */
  public boolean releasesEach(Values values, Op.Call call, int index) {
    for (int argument : call.arguments()) {
      for (int origin : values.origins(index, argument)) {
        if (!Values.isParameter(origin) && values.op(origin) instanceof Op.Closure closure) {
          Role role = lastParameterRole(closure);
          if (role == Role.RELEASES || role == Role.MAY_RELEASE || role == Role.OWNS) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Role closureRole(Op.Closure closure, int operand) {
    if (closure.reference()) {
      return meaning(closure.body(), isInstance(closure)).role(operand);
    }
    Summary summary = summaries.ofLambda(closure.body(), depth + 1);
    return summary == null || operand >= summary.fates().size()
        ? Role.UNKNOWN
        : summary.fates().get(operand);
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
    MethodView declared = hierarchy().resolve(method);
    boolean hasReceiver = !method.isConstructor() && (declared == null || !declared.isStatic());
    return meaning(method, hasReceiver).acquires();
  }

  /** Meaning of a call of a method, with or without a receiver among its operands. */
  public Meaning meaning(MethodRef method, boolean hasReceiver) {
    Meaning known = summaries.meanings(hasReceiver).get(method);
    if (known != null) {
      return known;
    }
    Contract contract = contracts.of(method);
    if (contract.mentioned()) {
      known = words.meaning(contract, method, hasReceiver);
      summaries.meanings(hasReceiver).put(method, known);
      return known;
    }
    if (words.isClose(method)) {
      known = new Meaning(true, List.of(Role.RELEASES), Set.of(), null, -1, false, false, null);
      summaries.meanings(hasReceiver).put(method, known);
      return known;
    }
    MethodView declared = hierarchy().resolve(method);
    if (declared == null || declared.isAbstract()) {
      Meaning joined = declared == null ? null : implemented(declared, hasReceiver);
      if (joined != null) {
        return joined;
      }
      boolean functional = declared != null && hierarchy().isFunctional(method.owner());
      known = unknown(method, hasReceiver, functional);
      summaries.meanings(hasReceiver).put(method, known);
      return known;
    }
    Summary summary = summaries.of(declared, depth + 1);
    if (summary == null) {
      return unknown(method, hasReceiver, false);
    }
    Meaning inferred = inferred(summary, method, hasReceiver);
    if (summary.complete()) {
      summaries.meanings(hasReceiver).put(method, inferred);
    }
    return inferred;
  }

  /** What all bodies of an abstract method agree on, or null where not all are in view. */
  private Meaning implemented(MethodView declared, boolean hasReceiver) {
    Meaning joined = null;
    for (MethodView body : contracts.implementations().of(declared)) {
      Meaning meaning = meaning(body.method(), hasReceiver);
      joined = joined == null ? meaning.withoutResult() : joined.or(meaning);
    }
    return joined;
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
    return !meaning.known()
        && (contracts.isDutyType(result)
            || hierarchy().isSubtype(result, "java.lang.AutoCloseable")
            || result.equals("java.lang.Object"));
  }

  /** Whether a method is declared by the user's own code, or nobody knows by whom. */
  public boolean isOwnCode(MethodRef method) {
    ClassView view = contracts.world().find(method.owner());
    return view == null || view.isSource();
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

  private static Meaning unknown(MethodRef method, boolean hasReceiver, boolean userCode) {
    List<Role> roles = new ArrayList<>();
    if (hasReceiver) {
      roles.add(Role.USES);
    }
    for (String type : method.parameters()) {
      roles.add(mayHold(type) ? Role.UNKNOWN : Role.USES);
    }
    return new Meaning(false, roles, Set.of(), null, -1, false, userCode, null);
  }

  private Meaning inferred(Summary summary, MethodRef method, boolean hasReceiver) {
    List<Role> roles = new ArrayList<>();
    boolean constructor = method.isConstructor();
    // a constructor's summary has the new object first; its call has no such operand
    int first = constructor && !hasReceiver ? 1 : 0;
    for (int r = first; r < summary.fates().size(); r++) {
      Role role = summary.fates().get(r);
      if (constructor
          && role == Role.CONTAINS
          && summaries.closes(method.owner(), summary.fields().get(r), depth + 1)) {
        role = Role.ALIASES;
      }
      boolean self = r == 0 && hasReceiver && !constructor;
      if (self && role == Role.UNKNOWN && contracts.isOwnDutyType(method.owner())) {
        // the catalog knows what releases objects of this type, and this is not among it
        role = Role.USES;
      }
      roles.add(role);
    }
    Set<Integer> held = new HashSet<>();
    summary.heldOnThrow().forEach(r -> held.add(r - first));
    Meaning.NullTest nullTest = summary.nullTest();
    return new Meaning(
        summary.complete(),
        roles,
        held,
        summary.fresh(),
        -1,
        summary.throwsUnchecked(),
        false,
        nullTest);
  }
}
