package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a misspelt word from an annotation of somebody else's. Runs once all stubs are read: any of
 * them may declare the annotation.
 */
final class UnknownWords {
  private static final int MISSPELT = 2;

  private final Meanings meanings;
  private final List<StubProblem> problems;
  private final List<String> words = new ArrayList<>();

  /** The message for each name seen, "" for a name that is all right. */
  private final Map<String, String> seen = new HashMap<>();

  private UnknownWords(Meanings meanings, List<StubProblem> problems) {
    this.meanings = meanings;
    this.problems = problems;
    for (Word word : Word.values()) {
      words.add(word.annotation());
    }
  }

  static void check(Layer layer, Meanings meanings, List<StubProblem> problems) {
    UnknownWords check = new UnknownWords(meanings, problems);
    for (TypeStub type : layer.all()) {
      check.marks(type, type.marks);
      for (MemberStub member : type.members) {
        check.marks(type, member.marks());
        check.marks(type, member.receiver());
        for (int i = 0; !member.isField() && i < member.parameters().size(); i++) {
          check.marks(type, member.parameters().get(i).marks());
        }
      }
    }
  }

  private void marks(TypeStub type, List<Mark> marks) {
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (!mark.foreign() && Word.named(mark.name()) == null) {
        String message = message(mark.name());
        if (!message.isEmpty()) {
          problems.add(new StubProblem(type.file, mark.line(), mark.column(), message));
        }
      }
    }
  }

  private String message(String name) {
    String known = seen.get(name);
    if (known == null) {
      known = "";
      if (!meanings.isDeclared(name) && !name.equals("When")) {
        String nearest = Spelling.nearest(name, words, MISSPELT);
        if (nearest == null && Spelling.edits(name, "When") == 1) {
          nearest = "When";
        }
        if (nearest != null) {
          known = "unknown word @" + name + "; did you mean @" + nearest + "?";
        }
      }
      seen.put(name, known);
    }
    return known;
  }
}
