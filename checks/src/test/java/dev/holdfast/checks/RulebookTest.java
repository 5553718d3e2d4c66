package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.cases.Engine;
import dev.holdfast.cases.Expected;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every row of the rulebook to what must come with it. */
class RulebookTest {
  private static final Path ROOT = Path.of("..");

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

  @ParameterizedTest
  @EnumSource(Rule.class)
  void thePageBeginsWithWhatTheRulebookSays(Rule rule) throws Exception {
    List<String> page = Files.readAllLines(ROOT.resolve(rule.page()));
    assertEquals("# " + rule.ruleName(), page.get(0));
    assertEquals("", page.get(1));
    assertEquals(rule.summary() + ".", page.get(2));
    for (int cwe : rule.cwes()) {
      assertTrue(page.stream().anyMatch(line -> line.contains("CWE-" + cwe)), "CWE-" + cwe);
    }
  }

  @Test
  void noPageSpeaksOfARuleThatIsNotThere() throws Exception {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/rules"))) {
      pages.forEach(
          page -> {
            String name = page.getFileName().toString().replace(".md", "");
            assertTrue(Rule.named(name).isPresent(), name);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theRuleIsShownAtWorkAndAtRest(Rule rule) {
    String name = rule.ruleName();
    long flagged =
        Cases.all().stream()
            .flatMap(one -> one.expected().stream())
            .filter(finding -> finding.rule().equals(name))
            .filter(finding -> !finding.possible() || rule.level() == Level.SUGGESTION)
            .count();
    assertTrue(flagged >= 6, () -> flagged + " flagged shapes");
    assertTrue(
        Cases.all().stream()
            .anyMatch(one -> one.name().startsWith(name + "Silent") && one.expected().isEmpty()),
        "no silent case");
  }

  @Test
  void theCasesNameNoRuleThatIsNotThere() {
    for (Case one : Cases.all()) {
      for (Expected finding : one.expected()) {
        assertTrue(Rule.named(finding.rule()).isPresent(), () -> one + ": " + finding);
      }
    }
  }

  @Test
  void everyIncidentIsSeenByThisEngine() {
    for (Case one : Cases.all()) {
      if (one.file().getParent().endsWith("incidents")) {
        assertTrue(
            one.expectedOf(Engine.SOURCE).stream().anyMatch(finding -> !finding.possible()),
            one.name());
      }
    }
  }
}
