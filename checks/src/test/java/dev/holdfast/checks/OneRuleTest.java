package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import dev.holdfast.rulebook.Rule;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that is switched on alone finds in its own cases what it finds among all the others. */
class OneRuleTest {
  @ParameterizedTest
  @EnumSource(Rule.class)
  void findsTheSameAlone(Rule rule) throws Exception {
    List<Case> cases =
        Cases.all().stream().filter(one -> one.name().startsWith(rule.ruleName())).toList();
    Options alone = Options.DEFAULT.withOff(EnumSet.complementOf(EnumSet.of(rule)));
    Map<Path, Set<Expected>> found;
    try (CaseCompiler compiler = new CaseCompiler(alone)) {
      found = compiler.findings(cases.stream().map(Case::file).toList());
    }
    for (Case one : cases) {
      assertEquals(of(rule, one.expectedOf(Engine.SOURCE)), of(rule, found.get(one.file())));
    }
  }

  /** Lines of what a rule finds. */
  private static Set<Integer> of(Rule rule, Set<Expected> findings) {
    Set<Integer> lines = new HashSet<>();
    for (Expected finding : findings) {
      if (finding.rule().equals(rule.ruleName())) {
        lines.add(finding.line());
      }
    }
    return lines;
  }
}
