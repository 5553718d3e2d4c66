package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Op;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Puts other registers into an op. Operands are visited before the target. */
final class Operands {
  private Operands() {}

  static Op rename(Op op, IntUnaryOperator use, IntUnaryOperator define) {
    if (op instanceof Op.Call call) {
      int receiver = one(call.receiver(), use);
      List<Integer> arguments = all(call.arguments(), use);
      int target = one(call.target(), define);
      return new Op.Call(target, call.method(), call.dispatch(), receiver, arguments, call.site());
    }
    if (op instanceof Op.Move move) {
      int source = one(move.source(), use);
      return new Op.Move(one(move.target(), define), source, move.site());
    }
    if (op instanceof Op.Const constant) {
      return new Op.Const(one(constant.target(), define), constant.value(), constant.site());
    }
    if (op instanceof Op.GetField get) {
      int object = one(get.object(), use);
      return new Op.GetField(one(get.target(), define), object, get.field(), get.site());
    }
    if (op instanceof Op.Return back) {
      return new Op.Return(one(back.source(), use), back.site());
    }
    if (op instanceof Op.New made) {
      List<Integer> arguments = all(made.arguments(), use);
      return new Op.New(one(made.target(), define), made.constructor(), arguments, made.site());
    }
    if (op instanceof Op.PutField put) {
      return new Op.PutField(
          one(put.object(), use), put.field(), one(put.source(), use), put.site());
    }
    if (op instanceof Op.Cast cast) {
      int source = one(cast.source(), use);
      return new Op.Cast(one(cast.target(), define), cast.type(), source, cast.site());
    }
    if (op instanceof Op.Opaque opaque) {
      List<Integer> arguments = all(opaque.arguments(), use);
      return new Op.Opaque(one(opaque.target(), define), arguments, opaque.site());
    }
    return renameRare(op, use, define);
  }

  private static Op renameRare(Op op, IntUnaryOperator use, IntUnaryOperator define) {
    if (op instanceof Op.Throw thrown) {
      return new Op.Throw(one(thrown.source(), use), thrown.site());
    }
    if (op instanceof Op.Caught caught) {
      return new Op.Caught(one(caught.target(), define), caught.type(), caught.site());
    }
    if (op instanceof Op.Concat concat) {
      List<Integer> arguments = all(concat.arguments(), use);
      return new Op.Concat(one(concat.target(), define), arguments, concat.site());
    }
    if (op instanceof Op.NewArray array) {
      return new Op.NewArray(one(array.target(), define), array.elementType(), array.site());
    }
    if (op instanceof Op.ArrayLoad load) {
      int array = one(load.array(), use);
      return new Op.ArrayLoad(one(load.target(), define), array, load.site());
    }
    if (op instanceof Op.ArrayStore store) {
      return new Op.ArrayStore(one(store.array(), use), one(store.source(), use), store.site());
    }
    if (op instanceof Op.Closure closure) {
      List<Integer> captures = all(closure.captures(), use);
      return new Op.Closure(
          one(closure.target(), define),
          closure.body(),
          closure.reference(),
          closure.dispatch(),
          captures,
          closure.functional(),
          closure.site());
    }
    if (op instanceof Op.Monitor monitor) {
      return new Op.Monitor(monitor.enter(), one(monitor.lock(), use), monitor.site());
    }
    throw new IllegalArgumentException("no such op: " + op);
  }

  private static int one(int register, IntUnaryOperator change) {
    return register == Op.NONE ? Op.NONE : change.applyAsInt(register);
  }

  private static List<Integer> all(List<Integer> registers, IntUnaryOperator change) {
    return registers.isEmpty()
        ? registers
        : registers.stream().map(register -> change.applyAsInt(register)).toList();
  }
}
