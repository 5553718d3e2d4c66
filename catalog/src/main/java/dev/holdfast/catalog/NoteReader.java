package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the annotations that the program itself carries say about a member. */
final class NoteReader {
  private static final String WORDS = "dev.holdfast.annotations.";
  private static final String JDK = "java.";

  private final Meanings meanings;

  /** Annotations on annotation types; asked for again with every annotated member otherwise. */
  private final Map<Program, Map<String, List<Note>>> carried =
      Collections.synchronizedMap(new WeakHashMap<>());

  NoteReader(Meanings meanings) {
    this.meanings = meanings;
  }

  /**
   * What the nearest declaration that speaks says, be it the member or one that it overrides; null
   * if none does. Acceptances of findings say nothing about a member and are added to the list.
   *
   * <p>XXX: a method whose erasure differs from the one that it overrides does not find its
   * annotations.
   */
  Contract contract(Member member, Lineage lineage, Program program, List<Fact> accepted) {
    boolean constructor = member.name().equals("<init>");
    int distance = 0;
    if (member.owner().startsWith(JDK)) {
      return null; // nor does what it inherits from carry annotations of anybody else
    }
    for (String type = lineage.get(0); type != null; type = lineage.get(++distance)) {
      if (type.startsWith(JDK)) {
        continue;
      }
      Member declared =
          distance == 0 ? member : new Member(type, member.name(), member.descriptor());
      List<Fact> facts = new ArrayList<>();
      boolean spoke = read(declared, constructor, program, facts);
      if (constructor) {
        spoke |= ofConstructors(type, program, facts);
      }
      for (int i = facts.size() - 1; i >= 0; i--) {
        if (facts.get(i).word() == Word.ACCEPTED) {
          Fact fact = facts.remove(i);
          if (distance == 0) {
            accepted.add(0, fact);
          }
        }
      }
      if (spoke) {
        return new Contract(true, facts, "");
      }
      if (constructor) {
        break;
      }
    }
    return null;
  }

  private boolean read(Member member, boolean constructor, Program program, List<Fact> facts) {
    boolean spoke = false;
    for (Note note : program.notes(member)) {
      String place = member.owner();
      if (!member.isType() && !constructor) {
        place = place + "." + member.name();
      }
      String origin = "@" + simple(note.type()) + " on " + place;
      Place at = new Place(note.slot(), constructor, origin, program.release());
      spoke |= add(note, note.arguments(), at, program, facts, new HashSet<>());
    }
    return spoke;
  }

  private boolean ofConstructors(String type, Program program, List<Fact> facts) {
    List<Fact> onType = new ArrayList<>();
    read(Member.type(type), false, program, onType);
    boolean spoke = false;
    for (Fact fact : onType) {
      if (fact.word() == Word.WAITS || fact.word() == Word.ACQUIRES) {
        spoke = true;
        boolean said = false;
        for (Fact own : facts) {
          said |= own.word() == fact.word() && own.slot().kind() == Slot.Kind.RESULT;
        }
        if (!said) {
          facts.add(new Fact(fact.word(), Slot.RESULT, fact.arguments(), fact.origin()));
        }
      }
    }
    return spoke;
  }

  /** Returns whether the note means a word other than an acceptance. */
  private boolean add(
      Note note,
      Map<String, String> arguments,
      Place at,
      Program program,
      List<Fact> facts,
      Set<String> seen) {
    String type = note.type();
    if (type.startsWith("java.lang.") || !seen.add(type)) {
      return false;
    }
    String simple = simple(type);
    if (type.startsWith(WORDS)) {
      Word word = Word.named(simple);
      if (word == null) {
        return false;
      }
      if (!"".equals(arguments.get("value"))) {
        at.add(word, canonical(arguments), facts);
      }
      return word != Word.ACCEPTED;
    }
    boolean meant = false;
    if (!meanings.isDeclared(simple, type)) {
      for (Note above : carried(type, program)) {
        meant |= add(above, above.arguments(), at, program, facts, seen);
      }
    }
    if (meant || !meanings.isDeclared(simple)) {
      return meant;
    }
    int before = facts.size();
    boolean spoke = meanings.addForeign(simple, type, arguments, at, facts);
    for (int i = before; i < facts.size(); i++) {
      spoke &= facts.get(i).word() != Word.ACCEPTED;
    }
    return spoke;
  }

  private List<Note> carried(String annotation, Program program) {
    Map<String, List<Note>> known = carried.get(program);
    if (known == null) {
      known = new ConcurrentHashMap<>();
      carried.put(program, known);
    }
    List<Note> notes = known.get(annotation);
    if (notes == null) {
      notes = program.notes(Member.type(annotation));
      known.put(annotation, notes);
    }
    return notes;
  }

  private static Map<String, String> canonical(Map<String, String> arguments) {
    if (!arguments.containsKey("waiting")
        && !arguments.containsKey("idleCount")
        && !arguments.containsKey("closedBy")) {
      return arguments;
    }
    Map<String, String> canonical = new HashMap<>();
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      boolean closers = argument.getKey().equals("closedBy");
      String value = argument.getValue();
      canonical.put(
          Vocabulary.canonical(argument.getKey()), closers ? ClosedBy.indexesOf(value) : value);
    }
    return canonical;
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
