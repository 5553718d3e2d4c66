package dev.holdfast.spotbugs;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.bytecode.ClassFinding;
import dev.holdfast.analysis.bytecode.Place;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding and which one it is of those that only their place tells apart: SpotBugs compares bugs
 * without their lines, and would take two equal calls in one method for one.
 *
 * @param number from 1
 */
record NumberedFinding(ClassFinding located, int number) {
  static List<NumberedFinding> of(List<ClassFinding> all) {
    Map<Object, Integer> seen = new HashMap<>();
    List<NumberedFinding> numbered = new ArrayList<>();
    for (ClassFinding one : all) {
      NumberedFinding first = new NumberedFinding(one, 1);
      List<Object> key = new ArrayList<>(List.of(first.rule(), one.method()));
      key.add(first.called());
      numbered.add(new NumberedFinding(one, seen.merge(key, 1, Integer::sum)));
    }
    return numbered;
  }

  Finding finding() {
    return located.finding();
  }

  Rule rule() {
    return finding().rule();
  }

  Place place() {
    return (Place) finding().site().handle();
  }

  /** What the offending expression calls, or null. */
  MethodRef called() {
    return place().called();
  }
}
