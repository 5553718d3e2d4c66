package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.List;
import java.util.Locale;

/** Prints ops and edges of one body. */
final class OpPrinter {
  private final RegisterNames names;

  OpPrinter(RegisterNames names) {
    this.names = names;
  }

  /** The op without its target and site. */
  String print(Op op) {
    if (op instanceof Op.New made) {
      return "new "
          + References.printConstructor(made.constructor())
          + list(" with ", made.arguments());
    } else if (op instanceof Op.Call call) {
      return "call "
          + word(call.dispatch())
          + References.print(call.method())
          + optional(" on ", call.receiver())
          + list(" with ", call.arguments());
    } else if (op instanceof Op.GetField get) {
      return "get " + References.print(get.field()) + optional(" of ", get.object());
    } else if (op instanceof Op.PutField put) {
      return "put "
          + References.print(put.field())
          + optional(" of ", put.object())
          + " = "
          + names.of(put.source());
    } else if (op instanceof Op.NewArray array) {
      return "array " + Spelling.qualified(array.elementType());
    } else if (op instanceof Op.ArrayLoad load) {
      return "load " + names.of(load.array());
    } else if (op instanceof Op.ArrayStore store) {
      return "store " + names.of(store.array()) + " = " + names.of(store.source());
    } else if (op instanceof Op.Closure closure) {
      return "closure "
          + (closure.reference() ? "ref " : "lambda ")
          + word(closure.dispatch())
          + References.print(closure.body())
          + list(" captures ", closure.captures())
          + " as "
          + Spelling.qualified(closure.functional());
    }
    return printPlain(op);
  }

  private String printPlain(Op op) {
    if (op instanceof Op.Move move) {
      return "move " + names.of(move.source());
    } else if (op instanceof Op.Cast cast) {
      return "cast " + Spelling.qualified(cast.type()) + " " + names.of(cast.source());
    } else if (op instanceof Op.Const constant) {
      return "const " + Literal.print(constant.value());
    } else if (op instanceof Op.Concat concat) {
      return "concat" + list(" ", concat.arguments());
    } else if (op instanceof Op.Monitor monitor) {
      return "monitor " + (monitor.enter() ? "enter " : "exit ") + names.of(monitor.lock());
    } else if (op instanceof Op.Caught caught) {
      return "caught " + Spelling.qualified(caught.type());
    } else if (op instanceof Op.Return end) {
      return "return" + optional(" ", end.source());
    } else if (op instanceof Op.Throw thrown) {
      return "throw " + names.of(thrown.source());
    } else if (op instanceof Op.Opaque opaque) {
      return "opaque" + list(" ", opaque.arguments());
    }
    throw new IllegalArgumentException("an op without a text form: " + op);
  }

  String print(Edge edge) {
    String target =
        " -> "
            + switch (edge.target()) {
              case Body.EXIT -> "exit";
              case Body.THROW -> "throw";
              default -> "b" + edge.target();
            };
    if (edge.kind() != Edge.Kind.GOTO) {
      String mark = edge.declared() ? " " : "? ";
      return word(edge.kind()).strip() + mark + Spelling.qualified(edge.type()) + target;
    }
    return edge.test() == null ? target.substring(1) : "if " + print(edge.test()) + target;
  }

  private String print(Edge.Test test) {
    String register = names.of(test.register());
    return switch (test.is()) {
      case INSTANCE -> register + " instanceof " + Spelling.qualified(test.type());
      case NOT_INSTANCE -> register + " not instanceof " + Spelling.qualified(test.type());
      case EQUAL, NOT_EQUAL, LESS, AT_LEAST ->
          register + " " + Spelling.comparison(test.is()) + " " + test.number();
      case NULL, NONNULL, TRUE, FALSE -> word(test.is()) + register;
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT) + " ";
  }

  private String optional(String word, int register) {
    return register == Op.NONE ? "" : word + names.of(register);
  }

  private String list(String word, List<Integer> registers) {
    return registers.isEmpty()
        ? ""
        : word + String.join(", ", registers.stream().map(names::of).toList());
  }
}
