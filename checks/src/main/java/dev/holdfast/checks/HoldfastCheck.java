package dev.holdfast.checks;

import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.ErrorProneOptions.Severity;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import dev.holdfast.checks.fix.Fix;
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
            rule,
            () ->
                Options.of(state.errorProneOptions().getFlags().getFlagsMap())
                    .withQuiet(quiet(state))
                    .withOff(off(state))
                    .near(unit.getSourceFile().toUri()));
    for (SourceFinding found : witness.findings(unit)) {
      if (found.rule() == rule && (found.finding().isShownByDefault() || isAskedFor(rule, state))) {
        Description.Builder description =
            buildDescription(found.path().getLeaf()).setMessage(Message.of(found.finding()));
        witness.fix(found).ifPresent(fix -> description.addFix(suggested(fix)));
        state.reportMatch(description.build());
      }
    }
    NoticeBoard.of(state.context, witness).update();
    return Description.NO_MATCH;
  }

  /** The change is one replacement: where others overlap with it, it is left out as a whole. */
  private static SuggestedFix suggested(Fix fix) {
    SuggestedFix.Builder suggested = SuggestedFix.builder();
    fix.imports().forEach(one -> suggested.addImport(one.name()));
    for (Fix.Edit edit : fix.edits()) {
      suggested.replace(edit.start(), edit.end(), edit.text());
    }
    return suggested.build();
  }

  private static Set<Rule> quiet(VisitorState state) {
    Set<Rule> quiet = EnumSet.allOf(Rule.class);
    quiet.removeIf(rule -> isAskedFor(rule, state));
    return quiet;
  }

  /** Rules that Error Prone does not run: no mechanism need look for what they would say. */
  private static Set<Rule> off(VisitorState state) {
    ErrorProneOptions options = state.errorProneOptions();
    Set<Rule> off = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      Severity severity = options.getSeverityMap().get(rule.ruleName());
      if (severity == null ? options.isDisableAllChecks() : severity == Severity.OFF) {
        off.add(rule);
      }
    }
    return off;
  }

  /** Whether the user switched a rule on by name: then suggestions and possible findings speak. */
  private static boolean isAskedFor(Rule rule, VisitorState state) {
    Severity severity = state.errorProneOptions().getSeverityMap().get(rule.ruleName());
    return severity == Severity.WARN || severity == Severity.ERROR;
  }
}
