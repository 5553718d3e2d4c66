package dev.holdfast.analysis.untyped;

import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** The digs whose value a body returns. */
final class Returned {
  private static final int CONVERSIONS = 3;

  private final Digging digging;
  private final Values values;

  Returned(Digging digging) {
    this.digging = digging;
    this.values = digging.scope().values();
  }

  /** The digs that the body returns, the deepest first. */
  List<Dig> all() {
    return sorted(collect(o -> Values.isParameter(o) ? Dig.at(o) : digging.of(o)));
  }

  /** The deepest dig from an entry value to what the body returns; empty keys for itself. */
  Dig from(int parameter) {
    return all().stream().filter(dig -> dig.root() == parameter).findFirst().orElse(null);
  }

  /** The same as all, and the digs whose value comes back as text or a number. */
  List<Dig> orConverted() {
    Set<Dig> returned = collect(o -> Values.isParameter(o) ? Dig.at(o) : digging.of(o));
    returned.addAll(collect(o -> Values.isParameter(o) ? null : converted(o, CONVERSIONS)));
    return sorted(returned);
  }

  private Set<Dig> collect(IntFunction<Dig> ofOrigin) {
    Set<Dig> found = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Return result && result.source() >= 0) {
        for (int origin : values.origins(i, result.source())) {
          Dig dig = ofOrigin.apply(origin);
          if (dig != null) {
            found.add(dig);
          }
        }
      }
    }
    return found;
  }

  /** {@code Objects.toString(map.get(key), "")}: the dig that a plain value is made of, or null. */
  private Dig converted(int index, int conversions) {
    if (conversions == 0
        || !(values.op(index) instanceof Op.Call call)
        || Calls.mayHold(call.method().result())) {
      return null;
    }
    for (int operand : Operands.ofCall(call)) {
      for (int origin : values.origins(index, operand)) {
        Dig dig = Values.isParameter(origin) ? null : digging.of(origin);
        if (!Values.isParameter(origin) && (dig == null || dig.lastStep() != origin)) {
          dig = converted(origin, conversions - 1);
        }
        if (dig != null) {
          return dig;
        }
      }
    }
    return null;
  }

  private static List<Dig> sorted(Set<Dig> digs) {
    return digs.stream().sorted(Dig.DEEPEST_FIRST).toList();
  }
}
