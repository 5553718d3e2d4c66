package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every row of the rulebook to what must come with it. */
class RulebookTest {
  @Test
  void errorProneIsToldOfEveryRuleAndOfNothingElse() {
    Set<String> rules = new TreeSet<>();
    Set<String> checks = new TreeSet<>();
    Arrays.stream(Rule.values()).forEach(rule -> rules.add(rule.ruleName()));
    HoldfastChecks.all().forEach(check -> checks.add(check.getSimpleName()));
    assertEquals(rules, checks);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theCheckSaysWhatTheRulebookSays(Rule rule) throws Exception {
    Class<? extends BugChecker> check =
        HoldfastChecks.all().stream()
            .filter(type -> type.getSimpleName().equals(rule.ruleName()))
            .findFirst()
            .orElseThrow();
    BugPattern pattern = check.getAnnotation(BugPattern.class);
    assertNotNull(pattern);
    assertEquals(rule.summary(), pattern.summary());
    assertEquals(
        rule.level() == Level.SUGGESTION ? SeverityLevel.SUGGESTION : SeverityLevel.WARNING,
        pattern.severity());
    assertEquals(rule.page(), pattern.link());
    BugChecker checker = check.getConstructor().newInstance();
    assertEquals(rule.ruleName(), checker.canonicalName());
    assertEquals(List.of(rule.ruleName()), List.copyOf(checker.allNames()));
    assertEquals(rule, ((HoldfastCheck) checker).rule());
  }
}
