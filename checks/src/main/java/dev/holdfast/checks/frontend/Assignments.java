package dev.holdfast.checks.frontend;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCArrayAccess;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCAssignOp;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import java.util.List;

/** Lowers whatever writes: assignments, {@code +=}, {@code ++}; and string concatenation. */
final class Assignments {
  private final Lowering in;
  private final Flow flow;
  private final Sites sites;

  Assignments(Lowering in) {
    this.in = in;
    this.flow = in.flow;
    this.sites = in.sites;
  }

  /** Where a value goes; exactly one of variable, field and array is meant. */
  private record Place(JCExpression tree, VarSymbol variable, FieldRef field, int base) {}

  int assign(JCAssign tree) {
    Place place = place(tree.lhs);
    Operands base = new Operands(flow, sites.implicit(tree)).add(place.base());
    int value = in.expressions.lower(tree.rhs);
    return store(place, base.done().get(0), value, tree);
  }

  int compound(JCAssignOp tree) {
    boolean concatenates =
        tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT
            && in.naming.types.isSameType(tree.lhs.type, in.naming.symtab.stringType);
    return update(
        tree.lhs,
        tree,
        old -> {
          if (concatenates) {
            Parts parts = new Parts(tree);
            parts.operands.add(old);
            parts.collect(tree.rhs);
            return parts.finish(tree);
          }
          Operands operands = new Operands(flow, sites.implicit(tree)).add(old);
          operands.add(in.expressions.lower(tree.rhs));
          return in.expressions.opaque(tree, operands.done());
        },
        false);
  }

  int step(JCUnary tree, boolean postfix) {
    return update(tree.arg, tree, old -> in.expressions.opaque(tree, List.of(old)), postfix);
  }

  private interface Change {
    int of(int old);
  }

  private int update(JCExpression target, JCTree tree, Change change, boolean givesOld) {
    Place place = place(target);
    Operands base = new Operands(flow, sites.implicit(tree)).add(place.base());
    int old = load(place);
    int kept = old;
    if (givesOld && flow.isLocal(old)) {
      kept = flow.temporary(flow.type(old));
      flow.emit(new Op.Move(kept, old, sites.implicit(tree)));
    }
    int value = change.of(old);
    int stored = store(place, base.done().get(0), value, tree);
    return givesOld ? kept : stored;
  }

  private Place place(JCExpression target) {
    JCExpression tree = TreeInfo.skipParens(target);
    if (tree.type == null) {
      throw new GivenUp(GivenUp.UNATTRIBUTED);
    }
    if (tree instanceof JCArrayAccess access) {
      Operands array = new Operands(flow, sites.implicit(tree));
      array.add(in.expressions.lower(access.indexed));
      in.expressions.lower(access.index);
      return new Place(tree, null, null, array.done().get(0));
    }
    VarSymbol symbol = Expressions.variable(TreeInfo.symbol(tree));
    if (Naming.isLocal(symbol)) {
      return new Place(tree, symbol, null, Op.NONE);
    }
    return new Place(tree, null, in.naming.field(symbol), in.expressions.object(tree, symbol));
  }

  private int load(Place place) {
    if (place.variable() != null) {
      return in.scope.read(place.variable(), place.tree());
    }
    if (place.field() == null) {
      return element(place.tree(), place.base());
    }
    int value = in.expressions.temporary(place.tree());
    flow.emit(new Op.GetField(value, place.base(), place.field(), sites.at(place.tree())));
    return value;
  }

  /** An element of an array; numbers in one hold nothing the analyses follow. */
  int element(JCExpression access, int array) {
    if (access.type.isPrimitive()) {
      return in.expressions.opaque(access, List.of(array));
    }
    int value = in.expressions.temporary(access);
    flow.emit(new Op.ArrayLoad(value, array, sites.at(access)));
    return value;
  }

  private int store(Place place, int base, int value, JCTree tree) {
    if (place.variable() != null) {
      int target = in.scope.declare(place.variable());
      flow.emit(new Op.Move(target, value, sites.at(tree)));
      return value;
    }
    if (place.field() != null) {
      flow.emit(new Op.PutField(base, place.field(), value, sites.at(tree)));
    } else if (!place.tree().type.isPrimitive()) {
      flow.emit(new Op.ArrayStore(base, value, sites.at(tree)));
    }
    return value;
  }

  int concatenation(JCBinary tree) {
    Parts parts = new Parts(tree);
    parts.collect(tree);
    return parts.finish(tree);
  }

  /** The operands of a concatenation, nested ones flattened, neighbouring constants joined. */
  private final class Parts {
    final Operands operands;
    private final StringBuilder constant = new StringBuilder();
    private JCExpression constantAt;

    Parts(JCTree tree) {
      this.operands = new Operands(flow, sites.implicit(tree));
    }

    void collect(JCExpression expression) {
      JCExpression tree = TreeInfo.skipParens(expression);
      if (tree.type != null && tree.type.constValue() != null) {
        constant.append(Constants.text(tree.type));
        constantAt = constantAt == null ? tree : constantAt;
      } else if (tree instanceof JCBinary binary
          && binary.getKind() == Tree.Kind.PLUS
          && in.naming.types.isSameType(tree.type, in.naming.symtab.stringType)) {
        collect(binary.lhs);
        collect(binary.rhs);
      } else {
        flush();
        operands.add(in.expressions.lower(tree));
      }
    }

    private void flush() {
      if (constantAt != null) {
        int part = flow.temporary("java.lang.String");
        flow.emit(new Op.Const(part, constant.toString(), sites.at(constantAt)));
        operands.add(part);
        constant.setLength(0);
        constantAt = null;
      }
    }

    int finish(JCTree tree) {
      flush();
      int target = in.expressions.temporary(tree);
      flow.emit(new Op.Concat(target, operands.done(), sites.at(tree)));
      return target;
    }
  }
}
