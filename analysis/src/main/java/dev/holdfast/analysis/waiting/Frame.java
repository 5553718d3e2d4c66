package dev.holdfast.analysis.waiting;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import java.util.ArrayList;
import java.util.List;

/** A body with the bodies it is written in: a lambda is judged by where it stands. */
public final class Frame {
  private static final int LAMBDAS = 5;

  private final Scope scope;
  private final Frame around;
  private final int closure;
  private final int depth;
  private Use use;

  /** The call that is given a lambda, and as which argument. */
  public record Use(int index, Op call, int argument) {
    public MethodRef method() {
      return call.called();
    }

    public int receiver() {
      return call instanceof Op.Call made ? made.receiver() : Op.NONE;
    }
  }

  private Frame(Scope scope, Frame around, int closure) {
    this.scope = scope;
    this.around = around;
    this.closure = closure;
    this.depth = around == null ? 0 : around.depth + 1;
  }

  public static Frame of(Scope scope) {
    return new Frame(scope, null, -1);
  }

  /** A body and its lambdas, as deep as anybody writes them. */
  public static List<Frame> all(Scope scope, Calls calls) {
    List<Frame> found = new ArrayList<>();
    add(of(scope), calls, found);
    return found;
  }

  private static void add(Frame frame, Calls calls, List<Frame> found) {
    found.add(frame);
    for (int i = 0; i < frame.values().ops().size() && frame.depth() < LAMBDAS; i++) {
      if (frame.values().op(i) instanceof Op.Closure closure && !closure.reference()) {
        Scope lambda = calls.summaries().scope(closure.body());
        if (lambda != null) {
          add(frame.inside(i, lambda), calls, found);
        }
      }
    }
  }

  /** The body of the lambda that an op of this one makes. */
  public Frame inside(int closureOp, Scope lambda) {
    return new Frame(lambda, this, closureOp);
  }

  public Scope scope() {
    return scope;
  }

  public Values values() {
    return scope.values();
  }

  public MethodRef method() {
    return scope.body().method();
  }

  /** The body around a lambda, or null. */
  public Frame around() {
    return around;
  }

  public int depth() {
    return depth;
  }

  public boolean isLambda() {
    return around != null;
  }

  public Frame outermost() {
    return around == null ? this : around.outermost();
  }

  /** The op of the body around that makes this lambda. */
  public int closure() {
    return closure;
  }

  /** What an entry register of a lambda was in the body around it, or -1. */
  public int captured(int register) {
    if (around == null) {
      return -1;
    }
    List<Integer> captures = ((Op.Closure) around.values().op(closure)).captures();
    return register < captures.size() ? captures.get(register) : -1;
  }

  /** The call that is given this lambda, or null where it is kept or returned. */
  public Use use() {
    if (use == null && around != null) {
      use = around.useOf(closure);
    }
    return use;
  }

  /** The call that is given what an op makes, or null. */
  public Use useOf(int made) {
    for (int i = 0; i < values().ops().size(); i++) {
      Op op = values().op(i);
      if (op.called() == null) {
        continue;
      }
      List<Integer> arguments =
          op instanceof Op.New fresh ? fresh.arguments() : ((Op.Call) op).arguments();
      for (int a = 0; a < arguments.size(); a++) {
        if (values().comesFrom(i, arguments.get(a), made)) {
          return new Use(i, op, a);
        }
      }
    }
    return null;
  }
}
