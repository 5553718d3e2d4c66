package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;

/** The registers an op names. */
final class OpRegisters {
  private OpRegisters() {}

  /** In the order in which the text form shows them; {@link Op#NONE} may be among them. */
  static List<Integer> inTextOrder(Op op) {
    List<Integer> registers = new ArrayList<>();
    registers.add(op.target());
    if (op instanceof Op.New made) {
      registers.addAll(made.arguments());
    } else if (op instanceof Op.Call call) {
      registers.add(call.receiver());
      registers.addAll(call.arguments());
    } else if (op instanceof Op.GetField get) {
      registers.add(get.object());
    } else if (op instanceof Op.PutField put) {
      registers.addAll(List.of(put.object(), put.source()));
    } else if (op instanceof Op.ArrayLoad load) {
      registers.add(load.array());
    } else if (op instanceof Op.ArrayStore store) {
      registers.addAll(List.of(store.array(), store.source()));
    } else if (op instanceof Op.Move move) {
      registers.add(move.source());
    } else if (op instanceof Op.Cast cast) {
      registers.add(cast.source());
    } else if (op instanceof Op.Concat concat) {
      registers.addAll(concat.arguments());
    } else if (op instanceof Op.Closure closure) {
      registers.addAll(closure.captures());
    } else if (op instanceof Op.Monitor monitor) {
      registers.add(monitor.lock());
    } else if (op instanceof Op.Return end) {
      registers.add(end.source());
    } else if (op instanceof Op.Throw thrown) {
      registers.add(thrown.source());
    } else if (op instanceof Op.Opaque opaque) {
      registers.addAll(opaque.arguments());
    }
    return registers;
  }
}
