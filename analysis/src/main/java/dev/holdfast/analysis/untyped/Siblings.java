package dev.holdfast.analysis.untyped;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells reads of one and the same dug-out map as one dig, at the deepest and first of them, where
 * each level was asked for its type: what is left open there is the type of the leaves alone.
 */
final class Siblings {
  private static final int NAMED = 5;

  private Siblings() {}

  /** The digs to tell, in the order of the ops, each with the others that it stands for. */
  static Map<Integer, List<Dig>> of(Map<Integer, Dig> deep, Predicate<Dig> asks) {
    List<Integer> deepestFirst = new ArrayList<>(deep.keySet());
    deepestFirst.sort(
        Comparator.<Integer>comparingInt(index -> -deep.get(index).depth())
            .thenComparing(Comparator.naturalOrder()));
    Map<Integer, List<Dig>> told = new LinkedHashMap<>();
    for (int index : deepestFirst) {
      Dig dig = deep.get(index);
      List<Dig> others = null;
      for (Map.Entry<Integer, List<Dig>> leader : told.entrySet()) {
        if (others == null && isBeside(dig, deep.get(leader.getKey())) && asks.test(dig)) {
          others = leader.getValue();
        }
      }
      if (others == null) {
        told.put(index, new ArrayList<>());
      } else {
        others.add(dig);
      }
    }
    Map<Integer, List<Dig>> inOrder = new LinkedHashMap<>();
    deep.keySet().stream().filter(told::containsKey).forEach(i -> inOrder.put(i, told.get(i)));
    return inOrder;
  }

  /** Whether the map that a dig reads last is one that the other reads or goes through. */
  private static boolean isBeside(Dig dig, Dig other) {
    int above = dig.chain().size() - 1;
    return !dig.endless()
        && !other.endless()
        && dig.root() == other.root()
        && above < other.chain().size()
        && dig.chain().subList(0, above).equals(other.chain().subList(0, above));
  }

  /** The keys of the others as a clause to add to what is said of the dig, or nothing. */
  static String also(Dig dig, List<Dig> others) {
    Set<String> keys = new LinkedHashSet<>();
    for (Dig other : others) {
      keys.add(other.keys().get(other.keys().size() - 1));
    }
    keys.remove("*");
    keys.remove(dig.keys().get(dig.keys().size() - 1));
    if (keys.isEmpty()) {
      return "";
    }
    String names = String.join(", ", keys.stream().limit(NAMED).toList());
    return ", and so "
        + (keys.size() == 1 ? "is 1 more key" : "are " + keys.size() + " more keys")
        + " beside it: "
        + names
        + (keys.size() > NAMED ? " and others" : "");
  }
}
