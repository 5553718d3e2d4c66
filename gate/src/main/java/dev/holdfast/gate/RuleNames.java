package dev.holdfast.gate;

import dev.holdfast.catalog.Spelling;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.rulebook.Rule;
import java.util.Arrays;
import java.util.List;

/** Finds rules by the names people type. */
final class RuleNames {
  private RuleNames() {}

  static Rule find(String written) throws InputException {
    String name = written.strip();
    for (Rule rule : Rule.values()) {
      if (rule.ruleName().equalsIgnoreCase(name)) {
        return rule;
      }
    }
    List<String> names = Arrays.stream(Rule.values()).map(Rule::ruleName).toList();
    String nearest = Spelling.nearest(name, names, 5);
    String hint =
        nearest == null ? "there are " + String.join(", ", names) : "did you mean " + nearest + "?";
    throw new InputException("--rule " + name + ": no such rule; " + hint);
  }
}
