package dev.holdfast.analysis.flow;

import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The registers an op reads. */
public final class Operands {
  private Operands() {}

  /** Hands every register that the op reads to the consumer. */
  public static void forEach(Op op, IntConsumer reader) {
    if (op instanceof Op.New made) {
      made.arguments().forEach(reader::accept);
    } else if (op instanceof Op.Call call) {
      one(call.receiver(), reader);
      call.arguments().forEach(reader::accept);
    } else if (op instanceof Op.GetField get) {
      one(get.object(), reader);
    } else if (op instanceof Op.PutField put) {
      one(put.object(), reader);
      one(put.source(), reader);
    } else if (op instanceof Op.ArrayLoad load) {
      one(load.array(), reader);
    } else if (op instanceof Op.ArrayStore store) {
      one(store.array(), reader);
      one(store.source(), reader);
    } else if (op instanceof Op.Move move) {
      one(move.source(), reader);
    } else if (op instanceof Op.Cast cast) {
      one(cast.source(), reader);
    } else if (op instanceof Op.Concat concat) {
      concat.arguments().forEach(reader::accept);
    } else if (op instanceof Op.Closure closure) {
      closure.captures().forEach(reader::accept);
    } else if (op instanceof Op.Monitor monitor) {
      one(monitor.lock(), reader);
    } else if (op instanceof Op.Return result) {
      one(result.source(), reader);
    } else if (op instanceof Op.Throw thrown) {
      one(thrown.source(), reader);
    } else if (op instanceof Op.Opaque opaque) {
      opaque.arguments().forEach(reader::accept);
    }
  }

  /** Operands of a call in the order of roles: receiver first unless there is none. */
  public static List<Integer> ofCall(Op op) {
    if (op instanceof Op.New made) {
      return made.arguments();
    }
    Op.Call call = (Op.Call) op;
    if (call.receiver() == Op.NONE) {
      return call.arguments();
    }
    List<Integer> operands = new ArrayList<>(call.arguments().size() + 1);
    operands.add(call.receiver());
    operands.addAll(call.arguments());
    return operands;
  }

  private static void one(int register, IntConsumer reader) {
    if (register >= 0) {
      reader.accept(register);
    }
  }
}
