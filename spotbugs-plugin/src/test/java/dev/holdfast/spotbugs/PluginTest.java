package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Mechanism;
import dev.holdfast.rulebook.Rule;
import edu.umd.cs.findbugs.BugPattern;
import edu.umd.cs.findbugs.BugRanker;
import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.Priorities;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plugin as SpotBugs' own loader reads it, held to the rulebook. */
class PluginTest {
  @Test
  void everyMechanismHasItsDetector() throws Exception {
    Set<String> expected =
        Arrays.stream(Rule.values())
            .map(rule -> MechanismDetector.className(rule.mechanism()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        SpotBugs.plugin().getDetectorFactories().stream()
            .map(DetectorFactory::getFullName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @EnumSource(Mechanism.class)
  void theDetectorStandsForItsMechanism(Mechanism mechanism) throws Exception {
    MechanismDetector detector =
        (MechanismDetector)
            Class.forName(MechanismDetector.className(mechanism))
                .getConstructor(edu.umd.cs.findbugs.BugReporter.class)
                .newInstance((Object) null);
    assertEquals(mechanism, detector.mechanism());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void spotBugsKnowsEveryRule(Rule rule) throws Exception {
    SpotBugs.plugin();
    BugPattern pattern = DetectorFactoryCollection.instance().lookupBugPattern(rule.spotbugsType());
    assertNotNull(pattern);
    assertEquals(rule.summary(), pattern.getShortDescription());
    assertEquals("HF", pattern.getAbbrev());
    assertEquals(rule.cwes().get(0), pattern.getCWEid());
    assertTrue(pattern.getDetailText().contains("What it flags"), pattern::getDetailText);
  }

  /** What a finding of the rule's own level is shown with. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void ranksAsItsLevelSays(Rule rule) throws Exception {
    SpotBugs.plugin();
    BugPattern pattern = DetectorFactoryCollection.instance().lookupBugPattern(rule.spotbugsType());
    int priority =
        rule.level() == Level.ERROR
            ? Priorities.HIGH_PRIORITY
            : rule.level() == Level.WARNING ? Priorities.NORMAL_PRIORITY : Priorities.LOW_PRIORITY;
    int rank = rule.level() == Level.ERROR ? 4 : rule.level() == Level.WARNING ? 10 : 18;
    assertEquals(rank, BugRanker.findRank(pattern, priority));
  }
}
