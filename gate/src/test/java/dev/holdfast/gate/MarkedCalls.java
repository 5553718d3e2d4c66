package dev.holdfast.gate;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.checks.Notice;
import dev.holdfast.checks.SourceFinding;
import dev.holdfast.gate.engine.Witness;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A witness with a simple mind: it reports calls by what they are named, {@code leak}, {@code
 * maybe}, {@code forever} and {@code suggest}, and fails on {@code crash}. The path of a {@code
 * leak} begins at the last call of {@code open} before it.
 */
final class MarkedCalls implements Witness {
  private final SourcePositions positions;

  MarkedCalls(Context context) {
    this.positions = JavacTrees.instance(context).getSourcePositions();
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public List<SourceFinding> findings(CompilationUnitTree unit) {
    List<SourceFinding> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      private Tree opened;

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        super.visitMethodInvocation(call, null);
        String name = TreeInfo.name((JCTree) call.getMethodSelect()).toString();
        switch (name) {
          case "open" -> opened = call;
          case "leak" -> report(call, name, Rule.UNCLOSED_HTTP_RESPONSE, Level.ERROR, true);
          case "forever" -> report(call, name, Rule.MISSING_HTTP_TIMEOUT, Level.WARNING, true);
          case "maybe" -> report(call, name, Rule.UNCLOSED_HTTP_RESPONSE, Level.ERROR, false);
          case "suggest" -> report(call, name, Rule.UNTYPED_JSON_BINDING, Level.SUGGESTION, true);
          case "crash" -> throw new IllegalStateException("asked to");
          default -> {}
        }
        return null;
      }

      private void report(
          MethodInvocationTree call, String name, Rule rule, Level level, boolean definite) {
        List<Finding.Step> steps = new ArrayList<>();
        if (opened != null) {
          steps.add(new Finding.Step(site(opened), "opened here"));
          steps.add(new Finding.Step(site(call), "lost here"));
        }
        Finding finding =
            new Finding(
                rule,
                level,
                definite,
                new MethodRef("com.acme.Gateway", "fetch", "()V"),
                site(call),
                "the result of " + name + " is lost",
                "close it",
                steps);
        int end = (int) positions.getEndPosition(unit, call.getMethodSelect());
        found.add(new SourceFinding(finding, getCurrentPath(), end - name.length(), end, 1, 1));
      }

      private Site site(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        return Site.of(tree, (int) unit.getLineMap().getLineNumber(start));
      }
    }.scan(unit, null);
    return found;
  }
}
