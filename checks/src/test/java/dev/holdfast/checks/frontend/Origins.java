package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says for each register what its value may come from, in words that know no registers. */
final class Origins {
  static final String ARTEFACT = "artefact";

  private final Body body;
  private final List<List<Op>> definitions = new ArrayList<>();

  Origins(Body body) {
    this.body = body;
    body.registers().forEach(register -> definitions.add(new ArrayList<>()));
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op.target() >= 0) {
          definitions.get(op.target()).add(op);
        }
      }
    }
  }

  String of(List<Integer> registers) {
    return registers.stream().map(this::of).toList().toString();
  }

  String of(int register) {
    if (register < 0) {
      return "-";
    }
    Set<String> found = new TreeSet<>();
    collect(register, found, new BitSet(), false);
    return found.size() == 1 ? found.iterator().next() : found.toString();
  }

  /**
   * @param computed whether it is part of a computation, where constants do not count: bytecode has
   *     them in instructions, source in registers
   */
  private void collect(int register, Set<String> found, BitSet seen, boolean computed) {
    if (seen.get(register)) {
      return;
    }
    seen.set(register);
    if (register < body.parameters()) {
      found.add("p" + register);
    }
    for (Op op : definitions.get(register)) {
      if (op instanceof Op.Move move) {
        collect(move.source(), found, seen, computed);
      } else if (op instanceof Op.Cast cast) {
        collect(cast.source(), found, seen, computed);
      } else if (op instanceof Op.Call call && isBoxing(call.method())) {
        int boxed = call.receiver() < 0 ? call.arguments().get(0) : call.receiver();
        collect(boxed, found, seen, computed);
      } else if (op instanceof Op.Opaque opaque) {
        opaque.arguments().forEach(argument -> collect(argument, found, seen, true));
      } else if (!computed || !(op instanceof Op.Const)) {
        found.add(word(op));
      }
    }
  }

  /** Whether the register holds nothing but constants. */
  boolean isConstant(int register) {
    return register >= body.parameters()
        && definitions.get(register).stream().allMatch(Op.Const.class::isInstance);
  }

  /** A call that the compiler may have put there, or that looks like one. */
  static boolean isArtefact(Op.Call call) {
    MethodRef method = call.method();
    String name = method.owner() + "." + method.name();
    return isBoxing(method)
        || name.equals("java.lang.String.hashCode")
        || name.equals("java.lang.String.equals")
        || name.equals("java.util.Objects.requireNonNull")
        || method.name().equals("ordinal")
        || method.name().equals("addSuppressed");
  }

  /** What a switch without a default does with a value that was not there when it was compiled. */
  static boolean isImpossible(Op.New made) {
    String type = made.constructor().owner();
    return type.equals("java.lang.IncompatibleClassChangeError")
        || type.equals("java.lang.MatchException");
  }

  /** Boxing, and what becomes of a part of a concatenation before they are joined. */
  private static boolean isBoxing(MethodRef method) {
    boolean ofBox =
        method
            .owner()
            .matches("java.lang.(Byte|Short|Integer|Long|Float|Double|Character|Boolean|String)");
    return ofBox
        && (method.name().equals("valueOf") && method.parameters().size() == 1
            || method.name().endsWith("Value") && method.descriptor().startsWith("()"));
  }

  private static String word(Op op) {
    if (op instanceof Op.New made) {
      return "new " + made.constructor().owner();
    }
    if (op instanceof Op.Call call) {
      return isArtefact(call) ? ARTEFACT : call.method().name() + "()";
    }
    if (op instanceof Op.GetField get) {
      return get.field().name();
    }
    if (op instanceof Op.Const constant) {
      return constant(constant.value());
    }
    return op.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  /** Bytecode has no booleans, and a number in a long may have been an int. */
  private static String constant(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
  }
}
