package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What came out of reading stub files.
 *
 * @param types every declaration, nested ones behind the type around them
 * @param unknown annotations that are no words and do not say where they come from
 */
record Reading(List<TypeStub> types, List<Mark> unknown, List<StubProblem> problems) {
  Reading() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** The same problems and unknown annotations, other declarations. */
  Reading further() {
    return new Reading(new ArrayList<>(), unknown, problems);
  }

  void problem(String file, int line, int column, String message) {
    problems.add(new StubProblem(file, line, column, message));
  }
}
