package dev.holdfast.analysis.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The operand stack of one block, symbolic: moving entries about costs no op. */
final class OperandStack {
  private final List<Entry> entries = new ArrayList<>();

  void load(List<Entry> start) {
    entries.clear();
    entries.addAll(start);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void push(Entry entry) {
    entries.add(entry);
  }

  Entry pop() {
    if (entries.isEmpty()) {
      throw new Unlowerable("operand stack runs empty");
    }
    return entries.remove(entries.size() - 1);
  }

  /** The entries of so many words from the top, in the order they were pushed. */
  List<Entry> popWords(int words) {
    List<Entry> popped = new ArrayList<>();
    int left = words;
    while (left > 0) {
      Entry entry = pop();
      left -= entry.wide() ? 2 : 1;
      popped.add(0, entry);
    }
    if (left < 0) {
      throw new Unlowerable("half of a long on the operand stack");
    }
    return popped;
  }

  /** Copies the top words below so many further words: every {@code dup} is one of these. */
  void duplicate(int words, int below, UnaryOperator<Entry> shared) {
    List<Entry> top = new ArrayList<>(popWords(words));
    top.replaceAll(shared);
    List<Entry> between = popWords(below);
    entries.addAll(top);
    entries.addAll(between);
    entries.addAll(top);
  }

  void replace(UnaryOperator<Entry> change) {
    entries.replaceAll(change);
  }
}
