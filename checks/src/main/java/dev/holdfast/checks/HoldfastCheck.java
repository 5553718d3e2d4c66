package dev.holdfast.checks;

import com.google.errorprone.ErrorProneOptions.Severity;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import dev.holdfast.rulebook.Rule;
import java.util.EnumSet;
import java.util.Set;

/**
 * A rule as Error Prone sees it: the witness's findings of that rule, one compilation unit at a
 * time.
 */
abstract class HoldfastCheck extends BugChecker implements CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1;

  private final Rule rule;

  HoldfastCheck(Rule rule) {
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    SourceWitness witness =
        SourceWitness.of(
            state.context,
            () ->
                Options.of(state.errorProneOptions().getFlags().getFlagsMap())
                    .withQuiet(quiet(state))
                    .near(unit.getSourceFile().toUri()));
    for (SourceFinding found : witness.findings(unit)) {
      if (found.rule() == rule && (found.finding().isShownByDefault() || isAskedFor(rule, state))) {
        state.reportMatch(
            buildDescription(found.path().getLeaf())
                .setMessage(Message.of(found.finding()))
                .build());
      }
    }
    NoticeBoard.of(state.context, witness).update();
    return Description.NO_MATCH;
  }

  private static Set<Rule> quiet(VisitorState state) {
    Set<Rule> quiet = EnumSet.allOf(Rule.class);
    quiet.removeIf(rule -> isAskedFor(rule, state));
    return quiet;
  }

  /** Whether the user switched a rule on by name: then suggestions and possible findings speak. */
  private static boolean isAskedFor(Rule rule, VisitorState state) {
    Severity severity = state.errorProneOptions().getSeverityMap().get(rule.ruleName());
    return severity == Severity.WARN || severity == Severity.ERROR;
  }
}
