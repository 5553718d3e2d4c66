package dev.holdfast.analysis.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from body to callee and on, answering each question once. An answer that rests on a
 * question still open further up holds as long as that one is open; one that rests on the end of
 * the budget holds for those who ask from as deep or deeper.
 */
final class Descent {
  private final int deepest;
  private int depth;

  /** Depth of the outermost open question met again since the innermost was begun. */
  private int cycle = Question.NEVER;

  /** Whether the end of the budget was met since the innermost question was begun. */
  private boolean cut;

  /** For each depth the questions whose answers rest on the one open there. */
  private final List<List<Question<?>>> resting = new ArrayList<>();

  /**
   * @param deepest how many bodies below the one under analysis are looked into
   */
  Descent(int deepest) {
    this.deepest = deepest;
    for (int i = 0; i <= deepest; i++) {
      resting.add(new ArrayList<>());
    }
  }

  /** The answer, or what can be said without one where there is a cycle or no budget is left. */
  <T> T ask(Question<T> question) {
    if (question.holdsFrom <= depth + 1) {
      cut |= question.holdsFrom > 0;
      cycle = Math.min(cycle, question.restsOn);
      return question.answer;
    }
    if (question.askedAt > 0) {
      cycle = Math.min(cycle, question.askedAt);
      return question.unknown();
    }
    if (depth == deepest) {
      cut = true;
      return question.unknown();
    }
    int cycleAround = cycle;
    boolean cutAround = cut;
    cycle = Question.NEVER;
    cut = false;
    depth++;
    question.askedAt = depth;
    try {
      T found = question.find();
      keep(question, found);
      return found;
    } finally {
      question.askedAt = 0;
      forgetResting();
      depth--;
      cycle = Math.min(cycle > depth ? Question.NEVER : cycle, cycleAround);
      cut |= cutAround;
    }
  }

  private <T> void keep(Question<T> question, T found) {
    question.answer = found;
    question.holdsFrom = cut ? depth : 0;
    question.restsOn = cycle < depth ? cycle : Question.NEVER;
    if (cycle < depth) {
      resting.get(cycle).add(question);
    }
  }

  private void forgetResting() {
    for (Question<?> question : resting.get(depth)) {
      question.answer = null;
      question.holdsFrom = Question.NEVER;
      question.restsOn = Question.NEVER;
    }
    resting.get(depth).clear();
  }
}
