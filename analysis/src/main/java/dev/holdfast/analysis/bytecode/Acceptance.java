package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.List;

/** Hears what the declarations around a place in a class file say about findings there. */
final class Acceptance {
  private static final String GENERATED = "Generated";

  private final ClassFileWorld world;
  private final Contracts contracts;

  Acceptance(ClassFileWorld world, Contracts contracts) {
    this.world = world;
    this.contracts = contracts;
  }

  /** Whether a declaration around this method accepts the rule, or was not written by hand. */
  boolean covers(MethodRef method, Rule rule) {
    MethodRef around = method;
    String type = method.owner();
    while (type != null) {
      if (around != null && accepts(around.member(), rule) || accepts(Member.type(type), rule)) {
        return true;
      }
      ClassView view = world.find(type);
      if (view != null && isGenerated(view.notes())) {
        return true;
      }
      Enclosing enclosing = Enclosing.of(world.read(type));
      type = enclosing.type();
      around = enclosing.method();
    }
    return false;
  }

  private boolean accepts(Member member, Rule rule) {
    for (Fact fact : contracts.of(member).facts()) {
      if (fact.word() == Word.ACCEPTED) {
        for (String named : fact.argument("rule", "").split(",")) {
          if (named.equals(rule.ruleName()) || named.equals(rule.spotbugsType())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isGenerated(List<Note> notes) {
    return notes.stream().anyMatch(note -> simpleName(note.type()).equals(GENERATED));
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
