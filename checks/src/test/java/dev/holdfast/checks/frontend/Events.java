package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import java.util.List;

/**
 * The words for ops when the two front ends are compared. What gets none:
 *
 * <ul>
 *   <li>moves, casts, constants and arithmetic: they show in the operands of other ops. The
 *       compiler casts at every use of a generic result and keeps constants out of the code
 *   <li>handler starts: the exception that leads there is the event
 *   <li>boxing and {@code String.valueOf} of a part of a concatenation: the compiler's own calls
 *       look like written ones
 *   <li>{@code this$0} and {@code val$x}: a newer compiler leaves unused ones out
 *   <li>{@code hashCode}, {@code equals} and tables behind switches over strings and enums
 *   <li>{@code Objects.requireNonNull} before a bound method reference
 *   <li>{@code addSuppressed} in a try-with-resources
 * </ul>
 */
final class Events {
  private final Origins origins;

  Events(Body body) {
    this.origins = new Origins(body);
  }

  String of(Op op) {
    if (op instanceof Op.Call call) {
      return Origins.isArtefact(call)
          ? ""
          : call.dispatch() + " " + name(call.method()) + operands(call);
    }
    if (op instanceof Op.New made) {
      return "new " + name(made.constructor()) + " with " + origins.of(made.arguments());
    }
    if (op instanceof Op.Closure closure) {
      // the compiler of JDK 17 names the declaring class in a method reference (JDK-8059632)
      MethodRef body = closure.reference() ? closure.body().in("?") : closure.body();
      return "closure "
          + name(body)
          + " "
          + closure.dispatch()
          + " as "
          + closure.functional()
          + " takes "
          + origins.of(closure.captures());
    }
    if (op instanceof Op.GetField get) {
      return isArtefact(get.field().name())
          ? ""
          : "get " + get.field() + " of " + origins.of(get.object());
    }
    if (op instanceof Op.PutField put) {
      return isArtefact(put.field().name())
          ? ""
          : "put " + put.field() + " of " + origins.of(List.of(put.object(), put.source()));
    }
    if (op instanceof Op.Throw thrown) {
      return "throw " + origins.of(thrown.source());
    }
    if (op instanceof Op.Monitor monitor) {
      return (monitor.enter() ? "enter " : "leave ") + origins.of(monitor.lock());
    }
    if (op instanceof Op.Concat concat) {
      return "concat "
          + origins.of(
              concat.arguments().stream().filter(part -> !origins.isConstant(part)).toList());
    }
    if (op instanceof Op.ArrayStore store) {
      return "store " + origins.of(store.source());
    }
    return "";
  }

  private String operands(Op.Call call) {
    return " on " + origins.of(call.receiver()) + " with " + origins.of(call.arguments());
  }

  String result(Op.Return back) {
    return origins.of(back.source());
  }

  String of(Edge edge) {
    return switch (edge.kind()) {
      case GOTO -> edge.test() == null ? "" : test(edge.test());
      case RAISE -> (edge.declared() ? "raise " : "raise? ") + edge.type();
      case RETHROW -> (edge.declared() ? "rethrow " : "rethrow? ") + edge.type();
    };
  }

  private String test(Edge.Test test) {
    String tested = origins.of(test.register());
    if (tested.equals(Origins.ARTEFACT)) {
      return "";
    }
    String with = test.is().compares() ? " " + test.number() : "";
    return test.is() + " " + tested + (test.type() == null ? with : " " + test.type());
  }

  private static boolean isArtefact(String field) {
    return field.startsWith("this$") || field.startsWith("val$") || field.startsWith("$Switch");
  }

  /** Lambdas are numbered differently by each compiler. */
  static String name(MethodRef method) {
    String name = method.name();
    if (name.startsWith("lambda$")) {
      name = name.substring(0, name.lastIndexOf('$'));
    }
    return new MethodRef(method.owner(), name, method.descriptor()).toString();
  }
}
