package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;

/** What a text is put together of, where it is one. */
final class Parts {
  private static final String BUILDERS = "java.lang.StringBu";

  private Parts() {}

  /** A register as an op sees it. */
  record Part(int index, int register) {}

  /** Whether an op puts a text together. */
  static boolean joins(Op op) {
    return op instanceof Op.Concat || op instanceof Op.Call call && (isBuilt(call) || joins(call));
  }

  private static boolean joins(Op.Call call) {
    return call.method().owner().equals("java.lang.String")
        && (call.method().name().startsWith("format")
            || call.method().name().equals("join")
            || call.method().name().equals("concat"));
  }

  private static boolean isBuilt(Op.Call call) {
    return call.method().name().equals("toString") && isBuilder(call);
  }

  private static boolean isBuilder(Op.Call call) {
    return call.method().owner().startsWith(BUILDERS);
  }

  /** The parts of what the op with this index makes. */
  static List<Part> of(Scope scope, int index) {
    List<Part> parts = new ArrayList<>();
    Op op = scope.values().op(index);
    if (op instanceof Op.Concat concat) {
      concat.arguments().forEach(argument -> parts.add(new Part(index, argument)));
    } else if (op instanceof Op.Call call && isBuilt(call)) {
      appended(scope, parts);
    } else if (op instanceof Op.Call call) {
      if (call.receiver() >= 0) {
        parts.add(new Part(index, call.receiver()));
      }
      call.arguments().forEach(argument -> elements(scope, index, argument, parts));
    }
    return parts;
  }

  private static void appended(Scope scope, List<Part> parts) {
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && isBuilder(call)) {
        for (int argument : call.arguments()) {
          parts.add(new Part(i, argument));
        }
      }
    }
  }

  /** What an array is filled with, or the value itself if it is none. */
  private static void elements(Scope scope, int index, int register, List<Part> parts) {
    boolean array = false;
    for (int origin : scope.values().origins(index, register)) {
      if (!Values.isParameter(origin) && scope.values().op(origin) instanceof Op.NewArray) {
        array = true;
        parts.addAll(filling(scope, origin));
      }
    }
    if (!array) {
      parts.add(new Part(index, register));
    }
  }

  /** What the array that the op with this index makes is filled with. */
  static List<Part> filling(Scope scope, int array) {
    List<Part> parts = new ArrayList<>();
    Values values = scope.values();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.ArrayStore store
          && values.comesFrom(i, store.array(), array)) {
        parts.add(new Part(i, store.source()));
      }
    }
    return parts;
  }
}
