package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.RecordComponent;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBindingPattern;
import com.sun.tools.javac.tree.JCTree.JCParenthesizedPattern;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;
import java.util.List;

/** Lowers patterns to type tests, moves into their variables and calls of record accessors. */
final class Patterns {
  private final Lowering in;
  private final Flow flow;

  Patterns(Lowering in) {
    this.in = in;
    this.flow = in.flow;
  }

  /**
   * Matches a value.
   *
   * @param nullMatches whether a pattern that covers the whole type takes null too, as it does in a
   *     case label or inside a record pattern
   */
  void match(
      int value, Type type, JCTree pattern, boolean nullMatches, Flow.Node yes, Flow.Node no) {
    switch (NewSyntax.kind(pattern)) {
      case "BINDING_PATTERN" -> {
        JCBindingPattern binding = (JCBindingPattern) pattern;
        test(value, type, binding.var.sym.type, nullMatches, no);
        if (flow.alive()) {
          int target = in.scope.declare(binding.var.sym);
          flow.emit(new Op.Move(target, value, in.sites.at(binding.var)));
          flow.go(yes);
        }
      }
      case "ANY_PATTERN" -> flow.go(yes);
      case "PARENTHESIZED_PATTERN" -> {
        JCTree inner = ((JCParenthesizedPattern) pattern).pattern;
        match(value, type, inner, nullMatches, yes, no);
      }
      case "DECONSTRUCTION_PATTERN" -> deconstruct(value, type, pattern, yes, no);
      default -> throw new GivenUp("unknown pattern " + NewSyntax.kind(pattern));
    }
  }

  private void deconstruct(int value, Type type, JCTree pattern, Flow.Node yes, Flow.Node no) {
    Type record = NewSyntax.deconstructor(pattern).type;
    if (record == null || !(record.tsym instanceof ClassSymbol symbol)) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    test(value, type, record, false, no);
    List<? extends JCTree> nested = NewSyntax.nested(pattern);
    int at = 0;
    for (RecordComponent component : symbol.getRecordComponents()) {
      JCTree inner = nested.get(at++);
      if (NewSyntax.kind(inner).equals("ANY_PATTERN")) {
        continue;
      }
      Type componentType = in.naming.types.memberType(record, component);
      int part = access(value, record, component, componentType, inner);
      Flow.Node next = flow.node();
      match(part, componentType, inner, true, next, no);
      flow.start(next);
    }
    flow.go(yes);
  }

  private int access(int value, Type record, RecordComponent component, Type type, JCTree inner) {
    if (!(component.getAccessor() instanceof MethodSymbol accessor)) {
      throw new GivenUp("record without accessor");
    }
    return in.calls.call(
        in.naming.method(accessor, record),
        accessor,
        Op.Dispatch.VIRTUAL,
        value,
        List.of(),
        type,
        in.sites.implicit(inner));
  }

  /** Goes on where the value is of the type, leaves where it is not. */
  private void test(int value, Type type, Type wanted, boolean nullMatches, Flow.Node no) {
    Flow.Node yes = flow.node();
    Types types = in.naming.types;
    if (!types.isSubtype(types.erasure(type), types.erasure(wanted))) {
      in.conditions.instance(value, wanted, yes, no);
    } else if (nullMatches || type.isPrimitive()) {
      return;
    } else {
      in.conditions.test(value, Is.NONNULL, Is.NULL, yes, no);
    }
    flow.start(yes);
  }
}
