package dev.holdfast.analysis.scopes;

import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;

/** How long a container lets objects live, and what it puts in. */
final class Lifespans {
  private final Contracts contracts;

  Lifespans(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Whether there is one object of a type for the whole process, and nothing says otherwise. */
  boolean isSingleton(String type) {
    boolean found = false;
    for (Fact fact : contracts.ofType(type).facts()) {
      if (isLife(fact)) {
        if (!fact.value("").equals("PROCESS")) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /**
   * How long objects of a type live if that is shorter: {@code REQUEST} or {@code PROTOTYPE}; null
   * where they may live longer, or where a proxy stands for them.
   */
  String shorter(String type) {
    String shorter = null;
    for (Fact fact : contracts.ofType(type).facts()) {
      String life = isLife(fact) ? fact.value("") : "PROCESS";
      if (life.equals("REQUEST") || life.equals("PROTOTYPE")) {
        if (fact.argument("proxied", "false").equals("true")) {
          return null;
        }
        shorter = life;
      } else if (!life.equals("PROCESS")) {
        return null;
      }
    }
    return shorter;
  }

  /**
   * Whether nobody says how long objects of a type live, but of those that inherit from it, as far
   * as its package shows, that they are singletons.
   */
  boolean hasSingletonHeirs(String type) {
    if (contracts.ofType(type).says(Word.LIVES, Slot.TYPE)) {
      return false;
    }
    boolean found = false;
    String inPackage = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    List<String> neighbours = contracts.world().classesIn(inPackage);
    for (String name : neighbours == null ? List.<String>of() : neighbours) {
      if (contracts.hierarchy().ancestors(name).contains(type)) {
        if (!isSingleton(name)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static boolean isLife(Fact fact) {
    return fact.word() == Word.LIVES && fact.slot().equals(Slot.TYPE);
  }

  /**
   * The same of what a container makes: what its class says. An object that is short-lived by
   * nature, a request, is given to others as a proxy.
   */
  String shorterBean(String type) {
    ClassView view = contracts.world().find(type);
    return view == null || view.notes().isEmpty() ? null : shorter(type);
  }

  /** Whether a container fills what carries these annotations, once and with no proxy. */
  boolean isInjected(List<Note> notes, Slot slot) {
    return says(notes, slot, "START") && !isLazy(notes, slot);
  }

  /** Whether what is put in there looks the object up each time it is used. */
  boolean isLazy(List<Note> notes, Slot slot) {
    return says(notes, slot, "REQUEST");
  }

  private boolean says(List<Note> notes, Slot slot, String life) {
    for (Note note : notes) {
      if (note.slot().equals(slot)
          && contracts.ofType(note.type()).says(Word.LIVES, Slot.TYPE, life)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a method that makes an object for a container gives it a scope of its own. */
  boolean namesScope(List<Note> notes) {
    for (Note note : notes) {
      Contract annotation = contracts.ofType(note.type());
      if (note.slot().equals(Slot.RESULT)
          && annotation.says(Word.LIVES, Slot.TYPE)
          && !annotation.says(Word.LIVES, Slot.TYPE, "START")) {
        return true;
      }
    }
    return false;
  }
}
