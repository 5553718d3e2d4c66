package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Which limits are set on the objects of one body. Objects are origins; what happens to one on any
 * path counts, so a limit that is set under a condition is set.
 */
final class LimitFlow {
  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final LimitWords words;
  private final int depth;
  private final Set<Integer> open = new HashSet<>();
  private final Identity identity;
  private final Bypass bypass;
  private final Fields fields;
  private final Callees callees;
  private final Handed handed;
  private final Lifting lifting;
  private IntFunction<Bounded> parameters = register -> Bounded.outside();
  private int until = -1;

  LimitFlow(Scope scope, Calls calls, LimitWords words, int depth) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.words = words;
    this.depth = depth;
    this.identity = new Identity(values, words);
    this.bypass = new Bypass(scope);
    this.fields = new Fields(calls, words);
    this.callees = new Callees(calls, words, depth);
    this.handed = new Handed(calls, callees);
    this.lifting = new Lifting(new Amounts(calls, words));
  }

  /** Limits of everything a register may hold at an op. */
  Bounded of(int index, int register) {
    Bounded bounded = new Bounded();
    int[] origins = values.origins(index, register);
    if (origins.length == 0) {
      bounded.add(Bounded.outside());
    }
    for (int origin : origins) {
      bounded.add(ofOrigin(origin));
    }
    return bounded;
  }

  /** Limits of the object an origin stands for: those it was born with and those set on it here. */
  Bounded ofOrigin(int origin) {
    if (!open.add(origin)) {
      return new Bounded();
    }
    try {
      Bounded bounded = born(origin);
      Bounded later = setOn(origin);
      bounded.add(later);
      return bounded;
    } finally {
      open.remove(origin);
    }
  }

  /** Limits set on the object by the ops of this body. */
  Bounded setOn(int origin) {
    Bounded bounded = new Bounded();
    Bounded all = new Bounded();
    Map<Limit, BitSet> setters = new EnumMap<>(Limit.class);
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (!mayPrecede(i, until)) {
        continue;
      }
      if (op instanceof Op.Call || op instanceof Op.New) {
        Bounded here = new Bounded();
        callOn(op, i, origin, here);
        bounded.addDoubts(here);
        for (Limit limit : here.limits()) {
          setters.computeIfAbsent(limit, key -> new BitSet()).set(i);
        }
        all.add(here);
      } else if (op instanceof Op.Closure closure) {
        for (int c = 0; c < closure.captures().size(); c++) {
          if (identity.takesLimits(origin) && mayBe(i, closure.captures().get(c), origin)) {
            bounded.add(handed.to(closure, c));
          }
        }
      }
    }
    setters.forEach(
        (limit, ops) -> {
          if (until < 0 || !bypass.reaches(origin, until, ops)) {
            bounded.take(limit, all);
          }
        });
    return bounded;
  }

  private boolean mayPrecede(int index, int later) {
    return later < 0 || scope.mayRunBefore(index, later);
  }

  /** Whether a register may hold the object of an origin, fluent calls seen through. */
  boolean mayBe(int index, int register, int origin) {
    return identity.mayBe(index, register, origin);
  }

  /** The op that made the object a register holds, fluent calls seen through; null for several. */
  Integer maker(int index, int register) {
    return identity.maker(index, register);
  }

  /** Whether a register may hold the object as something that still takes limits. */
  boolean gives(int index, int register, int origin) {
    return identity.gives(index, register, origin);
  }

  Scope scope() {
    return scope;
  }

  private Bounded born(int origin) {
    Bounded bounded = new Bounded();
    if (Values.isParameter(origin)) {
      return parameters.apply(Values.register(origin));
    }
    Op op = values.op(origin);
    if (op instanceof Op.Const) {
      return bounded;
    }
    if (op instanceof Op.GetField get) {
      return constant(get.field());
    }
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return Bounded.outside();
    }
    MethodRef method = op.called();
    Contract contract = calls.contracts().of(method);
    Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
    if (waits != null) {
      LimitWords.waits(waits, false).forEach(bounded::addDefault);
    }
    boolean made = waits != null || Subject.gathers(contract);
    if (op instanceof Op.Call call && words.isFluent(method, call.receiver() >= 0)) {
      bounded.add(of(origin, call.receiver()));
      return bounded;
    }
    if (op instanceof Op.Call call && call.receiver() >= 0 && LimitWords.copies(contract)) {
      bounded.add(soFar(origin, call.receiver()));
      return bounded;
    }
    carried(contract, op, origin, bounded);
    Fact own = op instanceof Op.New ? contract.fact(Word.BOUNDS, Slot.RECEIVER) : null;
    if (own != null) {
      LimitWords.bounds(own).forEach(bounded::addDefault);
    }
    if (made && op instanceof Op.Call call && call.receiver() >= 0) {
      if (!words.isMutable(method.owner()) || waits != null && !words.isBuilder(waits, method)) {
        // an address, say: it bounds what it makes only if it says so itself
        bounded.takeAll(of(origin, call.receiver()));
        return bounded;
      }
      bounded.add(soFar(origin, call.receiver()));
      return bounded;
    }
    if (!contract.mentioned()) {
      bounded.add(inferredResult(op, origin));
    } else if (!made && !calls.contracts().bearsLimits(method.owner())) {
      bounded.add(passedOn(contract, op, origin));
    }
    return bounded;
  }

  /** A method that has nothing to do with limits returns its argument, or something unknown. */
  private Bounded passedOn(Contract contract, Op op, int index) {
    Bounded bounded = new Bounded();
    boolean passed = false;
    for (int i = 0; i < arguments(op).size(); i++) {
      if (contract.says(Word.ALIASES, Slot.parameter(i))) {
        bounded.add(of(index, arguments(op).get(i)));
        passed = true;
      }
    }
    return passed ? bounded : Bounded.outside();
  }

  /** What a builder is told later does not reach what it has built. */
  private Bounded soFar(int index, int builder) {
    int outer = until;
    until = index;
    Bounded bounded = of(index, builder);
    until = outer;
    return bounded;
  }

  /** A constant that the catalog mentions bounds nothing; other fields hold what they are given. */
  private Bounded constant(FieldRef field) {
    Member member = Member.field(field.owner(), field.name());
    return calls.contracts().of(member).mentioned() ? new Bounded() : fields.held(field, depth);
  }

  /** Limits that arguments bring into the object that a call makes. */
  private void carried(Contract contract, Op op, int index, Bounded bounded) {
    List<Integer> arguments = arguments(op);
    for (int i = 0; i < arguments.size(); i++) {
      Fact bounds = contract.fact(Word.BOUNDS, Slot.parameter(i));
      if (bounds == null) {
        continue;
      }
      for (Limit limit : LimitWords.bounds(bounds)) {
        if (limit == Limit.CARRIED) {
          if (LimitWords.mayCarry(op.called().parameters().get(i))) {
            carried(op, contract, index, arguments.get(i), bounded);
          }
        } else if (lifting.of(bounds, limit, values, index, arguments, i)
            == Lifting.Answer.ALWAYS) {
          bounded.lift(limit);
        } else {
          bounded.add(limit);
        }
      }
    }
  }

  /**
   * What one argument brings. A request from outside that is sent through a client says nothing
   * about the client; a configuration from outside may say everything.
   */
  private void carried(Op op, Contract contract, int index, int argument, Bounded bounded) {
    boolean makes = contract.says(Word.WAITS, Slot.RESULT);
    boolean sends = op instanceof Op.Call call && words.sends(call) && !makes;
    for (int origin : values.origins(index, argument)) {
      if (!sends || !Places.isOutside(values, origin)) {
        bounded.add(ofOrigin(origin));
      } else {
        bounded.addCertain(setOnResult(origin));
      }
    }
  }

  private void callOn(Op op, int index, int origin, Bounded bounded) {
    MethodRef method = op.called();
    Contract contract = calls.contracts().of(method);
    boolean onReceiver =
        op instanceof Op.Call call && call.receiver() >= 0 && mayBe(index, call.receiver(), origin);
    if (onReceiver && contract.mentioned()) {
      Fact bounds = contract.fact(Word.BOUNDS, Slot.RECEIVER);
      if (bounds != null && !LimitWords.copies(contract)) {
        LimitWords.bounds(bounds).forEach(bounded::add);
      }
      carried(contract, op, index, bounded);
    }
    if (contract.mentioned()) {
      if (!onReceiver && identity.passes(arguments(op), index, origin)) {
        // the limit of a future bounds the exchange it stands for
        Bounded result = index == origin ? new Bounded() : setOnResult(index);
        if (result.limits().contains(Limit.CALL) || result.limits().contains(Limit.WAIT)) {
          bounded.add(Limit.CALL);
        }
      }
      return;
    }
    boolean library = onReceiver && calls.contracts().bearsLimits(method.owner());
    if (!library && (onReceiver || identity.passes(arguments(op), index, origin))) {
      inferred(op, index, origin, bounded);
    }
  }

  private Bounded setOnResult(int index) {
    if (!open.add(index)) {
      return new Bounded();
    }
    try {
      return setOn(index);
    } finally {
      open.remove(index);
    }
  }

  /** A callee that nobody speaks about gets the object: its body tells what it sets. */
  private void inferred(Op op, int index, int origin, Bounded bounded) {
    if (op instanceof Op.Call call && ranHere(call, index, origin, bounded)) {
      return;
    }
    List<Integer> operands = Operands.ofCall(op);
    int first = op instanceof Op.New ? 1 : 0;
    for (LimitFlow callee : callees.all(op.called())) {
      if (callee == null) {
        if (identity.takesLimits(origin) && givesAny(operands, index, origin)) {
          bounded.doubt();
        }
        continue;
      }
      for (int i = 0; i < operands.size(); i++) {
        if (mayBe(index, operands.get(i), origin) && i + first < callee.scope.body().parameters()) {
          bounded.add(callee.setOn(Values.parameter(i + first)));
        }
      }
    }
  }

  private boolean givesAny(List<Integer> operands, int index, int origin) {
    for (int operand : operands) {
      if (gives(index, operand, origin)) {
        return true;
      }
    }
    return false;
  }

  /** A call of lambdas that are in view, here or in the field that keeps them. */
  private boolean ranHere(Op.Call call, int index, int origin, Bounded bounded) {
    if (call.receiver() < 0 || !calls.hierarchy().isFunctional(call.method().owner())) {
      return false;
    }
    List<Op.Closure> closures = fields.closures(values, index, call.receiver());
    if (closures == null) {
      return false;
    }
    for (Op.Closure closure : closures) {
      for (int i = 0; i < call.arguments().size(); i++) {
        if (mayBe(index, call.arguments().get(i), origin)) {
          bounded.add(handed.to(closure, closure.captures().size() + i));
        }
      }
    }
    return true;
  }

  private Bounded inferredResult(Op op, int index) {
    if (op instanceof Op.New) {
      // a class of the user's own over a library's builder may configure itself
      return words.isOfItsLibrary(op.called().owner()) ? new Bounded() : Bounded.outside();
    }
    LimitFlow callee = callees.of(op.called());
    if (callee == null) {
      return isFactory((Op.Call) op) ? new Bounded() : Bounded.outside();
    }
    List<Integer> operands = Operands.ofCall(op);
    callee.parameters =
        register ->
            register < operands.size() ? of(index, operands.get(register)) : Bounded.outside();
    Bounded bounded = new Bounded();
    boolean returns = false;
    for (int i = 0; i < callee.values.ops().size(); i++) {
      if (callee.values.op(i) instanceof Op.Return result && result.source() >= 0) {
        returns = true;
        bounded.add(callee.of(i, result.source()));
      }
    }
    return returns ? bounded : Bounded.outside();
  }

  /** {@code HttpBuilder.create()}: a static method of a limit-bearing type that makes one. */
  private boolean isFactory(Op.Call call) {
    return call.receiver() == Op.NONE
        && calls.contracts().bearsOwnLimits(call.method().owner())
        && calls.contracts().bearsOwnLimits(call.method().result());
  }

  static List<Integer> arguments(Op op) {
    return op instanceof Op.New made ? made.arguments() : ((Op.Call) op).arguments();
  }
}
