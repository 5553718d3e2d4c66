package dev.holdfast.checks.frontend;

import com.sun.source.tree.CaseTree.CaseKind;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCPattern;
import com.sun.tools.javac.tree.JCTree.JCSwitch;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Edge.Test.Is;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers switches of all kinds: numbers are tests side by side, other constants a choice without
 * test, patterns are tests in turn.
 */
final class Switches {
  private final Lowering in;
  private final Flow flow;
  private final Map<Tree, Result> results = new IdentityHashMap<>();

  private record Result(int register, Frame.Exit exit) {}

  Switches(Lowering in) {
    this.in = in;
    this.flow = in.flow;
  }

  void statement(JCSwitch tree) {
    Flow.Node after = flow.node();
    Frame.Exit exit = in.frames.exit(after);
    in.statements.breaksTo(tree, exit);
    lower(tree.selector, tree.cases, tree.patternSwitch ? null : after, exit);
    flow.start(after);
  }

  int expression(JCSwitchExpression tree) {
    Flow.Node after = flow.node();
    int target = in.expressions.temporary(tree);
    Frame.Exit exit = in.frames.exit(after);
    results.put(tree, new Result(target, exit));
    lower(tree.selector, tree.cases, null, exit);
    flow.start(after);
    return target;
  }

  void yield(Tree target, JCExpression value) {
    Result result = results.get(target);
    if (result == null) {
      throw new GivenUp("yield of nowhere");
    }
    int register = in.expressions.lower(value);
    flow.emit(new Op.Move(result.register(), register, in.sites.implicit(value)));
    in.frames.leave(result.exit());
  }

  /**
   * @param unmatched where a value goes that no case takes; null where the cases take all
   */
  private void lower(
      JCExpression selector, List<JCCase> cases, Flow.Node unmatched, Frame.Exit exit) {
    int value = in.expressions.lower(selector);
    int number =
        in.comparisons.isInt(selector.type) ? in.comparisons.register(selector, value) : Op.NONE;
    List<Flow.Node> bodies = new ArrayList<>();
    Flow.Node otherwise = unmatched;
    boolean inTurn = false;
    for (JCCase branch : cases) {
      bodies.add(flow.node());
      if (isDefault(branch)) {
        otherwise = bodies.get(bodies.size() - 1);
      }
      inTurn |= needsTest(branch);
    }
    if (inTurn) {
      testInTurn(value, selector, cases, bodies, otherwise);
    } else {
      choose(number, cases, bodies, otherwise);
    }
    for (int i = 0; i < bodies.size(); i++) {
      Flow.Node next = i + 1 < bodies.size() ? bodies.get(i + 1) : null;
      body(cases.get(i), bodies.get(i), next, exit);
    }
  }

  /**
   * @param number register of an int that is chosen by, or NONE
   */
  private void choose(int number, List<JCCase> cases, List<Flow.Node> bodies, Flow.Node otherwise) {
    for (int i = 0; i < bodies.size(); i++) {
      for (JCTree tree : cases.get(i).labels) {
        JCTree label = NewSyntax.label(tree);
        if (label != null && number >= 0 && label.type.constValue() instanceof Integer constant) {
          flow.when(new Edge.Test(Is.EQUAL, number, null, constant), bodies.get(i));
        } else if (label != null) {
          flow.also(bodies.get(i));
        }
      }
    }
    if (otherwise != null) {
      flow.also(otherwise);
    }
    flow.end();
  }

  private void testInTurn(
      int value,
      JCExpression selector,
      List<JCCase> cases,
      List<Flow.Node> bodies,
      Flow.Node otherwise) {
    for (int i = 0; i < cases.size(); i++) {
      JCCase branch = cases.get(i);
      JCExpression guard = NewSyntax.guard(branch);
      Flow.Node matched = guard == null ? bodies.get(i) : flow.node();
      Flow.Node next = flow.node();
      for (JCTree tree : branch.labels) {
        JCTree label = NewSyntax.label(tree);
        if (label != null && flow.alive()) {
          label(value, selector, label, matched);
        }
      }
      if (flow.alive()) {
        flow.go(next);
      }
      if (guard != null) {
        flow.start(matched);
        if (flow.alive()) {
          in.conditions.branch(guard, bodies.get(i), next);
        }
      }
      flow.start(next);
    }
    if (otherwise != null && flow.alive()) {
      flow.go(otherwise);
    }
    // else the cases take every value: the way out of the last test does not exist
    flow.end();
  }

  private void label(int value, JCExpression selector, JCTree label, Flow.Node matched) {
    Flow.Node next = flow.node();
    if (label instanceof JCPattern) {
      in.patterns.match(value, selector.type, label, true, matched, next);
    } else if (isNull(label)) {
      in.conditions.test(value, Is.NULL, Is.NONNULL, matched, next);
    } else {
      flow.also(matched);
      flow.also(next);
      flow.end();
    }
    flow.start(next);
  }

  private void body(JCCase branch, Flow.Node start, Flow.Node next, Frame.Exit exit) {
    if (flow.alive()) {
      flow.go(start);
    }
    flow.start(start);
    in.statements.lower(branch.stats);
    if (branch.caseKind == CaseKind.RULE || next == null) {
      in.frames.leave(exit);
    }
  }

  private static boolean isDefault(JCCase branch) {
    if (branch.labels.isEmpty()) {
      return true;
    }
    for (JCTree label : branch.labels) {
      if (NewSyntax.label(label) == null) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsTest(JCCase branch) {
    for (JCTree label : branch.labels) {
      JCTree inner = NewSyntax.label(label);
      if (inner instanceof JCPattern || inner != null && isNull(inner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNull(JCTree label) {
    return label.type != null && label.type.hasTag(TypeTag.BOT);
  }
}
