package dev.holdfast.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an annotation in a stub says: a word, or the words that the declaration of the annotation
 * carries in some stub ({@code @Acquires @interface MustBeClosed {}}), where its {@code @Target}
 * lets it stand.
 */
final class Meanings {
  private static final int DEEPEST = 8;

  private final List<Declarations> ranks;

  /** The first of these that declares an annotation of a simple name says what it means. */
  Meanings(List<Declarations> ranks) {
    this.ranks = ranks;
  }

  boolean isDeclared(String name) {
    return rank(name) != null;
  }

  /** Whether some stub speaks of exactly this annotation type, not only of one of its name. */
  boolean isDeclared(String name, String type) {
    Declarations rank = rank(name);
    return rank != null && rank.hasAnnotation(name, type);
  }

  private Declarations rank(String name) {
    for (int i = 0; i < ranks.size(); i++) {
      if (ranks.get(i).hasAnnotation(name)) {
        return ranks.get(i);
      }
    }
    return null;
  }

  /** Adds the facts of an annotation of a stub. */
  void add(Mark mark, Map<String, String> arguments, Place place, List<Fact> facts) {
    add(mark.name(), null, mark.word(), arguments, place, facts, 0);
  }

  /**
   * Adds the facts of an annotation of the program, of this binary name, that is no word itself.
   */
  boolean addForeign(
      String name, String type, Map<String, String> arguments, Place place, List<Fact> facts) {
    return add(name, type, null, arguments, place, facts, 0);
  }

  /** Returns whether the annotation means anything here, be it that a word does not hold. */
  private boolean add(
      String name,
      String type,
      Word word,
      Map<String, String> arguments,
      Place place,
      List<Fact> facts,
      int depth) {
    if (word != null) {
      if (!"".equals(arguments.get("value"))) {
        place.add(word, arguments, facts);
      }
      return true;
    }
    boolean meant = false;
    Declarations rank = rank(name);
    if (rank == null || depth > DEEPEST) {
      return false;
    }
    for (TypeStub declaration : rank.annotation(name, type)) {
      if (!place.admits(targets(declaration))) {
        continue;
      }
      for (Mark carried : declaration.marks) {
        if (carried.name().equals(name)) {
          continue;
        }
        if ("".equals(arguments.get("value"))) {
          meant |= carried.word() != null || isDeclared(carried.name());
        } else {
          Map<String, String> passed = passed(carried, declaration, arguments);
          for (Place meantPlace : place.named(arguments.get("value"))) {
            meant |=
                add(carried.name(), null, carried.word(), passed, meantPlace, facts, depth + 1);
          }
        }
      }
    }
    return meant;
  }

  private static String targets(TypeStub declaration) {
    for (Mark mark : declaration.marks) {
      if (mark.name().equals("Target")) {
        return mark.arguments().get("value");
      }
    }
    return null;
  }

  /**
   * An argument that names an element of the declared annotation stands for what is given there.
   */
  private static Map<String, String> passed(
      Mark carried, TypeStub declaration, Map<String, String> given) {
    if (carried.arguments().isEmpty() || declaration.members.isEmpty()) {
      return carried.arguments();
    }
    Set<String> elements = new HashSet<>();
    for (MemberStub element : declaration.members) {
      elements.add(element.name());
    }
    Map<String, String> passed = new HashMap<>();
    for (Map.Entry<String, String> argument : carried.arguments().entrySet()) {
      String value = argument.getValue();
      if (!elements.contains(value)) {
        passed.put(argument.getKey(), value);
      } else if (given.containsKey(value)) {
        passed.put(argument.getKey(), given.get(value));
      }
    }
    return passed;
  }
}
