package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.flow.Known;
import dev.holdfast.protocol.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What is known on one path about one tracked object, in the manner of the Resource Leak Checker
 * (FSE 2021): a duty and the set of its must-aliases. Never changed once made.
 *
 * @param aliases registers that hold the object or something that is one duty with it
 * @param related registers that may reach it: containers, closures, parts
 * @param state of the automaton
 * @param doubts bits of {@link Doubt}
 * @param thrown whether the path has taken an exceptional edge since the object was made
 * @param flight type of the exception in flight, or null
 * @param entered for each handler that will rethrow: the type that entered it
 * @param known values of tested registers
 * @param marks places outside from which it can be reached
 */
record Fact(
    BitSet aliases,
    BitSet related,
    State state,
    int doubts,
    boolean thrown,
    String flight,
    List<Entered> entered,
    Known known,
    List<Mark> marks) {

  /** Op index of a {@code Caught} and the exception type that came in. */
  record Entered(int caught, String type) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Entered entered
          && entered.caught == caught
          && entered.type.equals(type);
    }

    @Override
    public int hashCode() {
      int hash = caught;
      return hash * 31 + type.hashCode();
    }
  }

  static Fact born(int register, Known known) {
    BitSet aliases = new BitSet();
    if (register >= 0) {
      aliases.set(register);
    }
    return new Fact(aliases, new BitSet(), State.HELD, 0, false, null, List.of(), known, List.of());
  }

  Fact withState(State next) {
    return new Fact(aliases, related, next, doubts, thrown, flight, entered, known, marks);
  }

  Fact doubting(int doubt) {
    return new Fact(aliases, related, state, doubts | doubt, thrown, flight, entered, known, marks);
  }

  Fact without(int settled) {
    return new Fact(
        aliases, related, state, doubts & ~settled, thrown, flight, entered, known, marks);
  }

  Fact withSets(BitSet newAliases, BitSet newRelated) {
    return new Fact(newAliases, newRelated, state, doubts, thrown, flight, entered, known, marks);
  }

  Fact withKnown(Known next) {
    return next.equals(known)
        ? this
        : new Fact(aliases, related, state, doubts, thrown, flight, entered, next, marks);
  }

  Fact withMarks(List<Mark> next) {
    return new Fact(aliases, related, state, doubts, thrown, flight, entered, known, next);
  }

  Fact marked(Mark mark) {
    if (marks.contains(mark)) {
      return this;
    }
    List<Mark> next = new ArrayList<>(marks);
    next.add(mark);
    return withMarks(next);
  }

  Fact inFlight(String type) {
    return new Fact(aliases, related, state, doubts, true, type, entered, known, marks);
  }

  /** The handler whose {@code Caught} has this index is entered; it will rethrow later. */
  Fact caught(int op, boolean rethrows) {
    List<Entered> next = entered;
    if (rethrows && flight != null) {
      next = new ArrayList<>(entered);
      next.removeIf(e -> e.caught() == op);
      next.add(new Entered(op, flight));
    }
    return new Fact(aliases, related, state, doubts, thrown, null, next, known, marks);
  }

  /** Only what can still be read, or is to be remembered. */
  Fact prunedTo(BitSet live, BitSet remembered) {
    Fact next = withSets(only(aliases, live), only(related, live));
    return next.withKnown(known.only(remembered));
  }

  // Written out, as in Member: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Fact fact
        && fact.state == state
        && fact.doubts == doubts
        && fact.thrown == thrown
        && fact.aliases.equals(aliases)
        && fact.related.equals(related)
        && Objects.equals(fact.flight, flight)
        && fact.entered.equals(entered)
        && fact.known.equals(known)
        && fact.marks.equals(marks);
  }

  @Override
  public int hashCode() {
    int hash = aliases.hashCode();
    hash = hash * 31 + related.hashCode();
    hash = hash * 31 + state.hashCode();
    hash = hash * 31 + doubts;
    hash = hash * 31 + Boolean.hashCode(thrown);
    hash = hash * 31 + Objects.hashCode(flight);
    hash = hash * 31 + entered.hashCode();
    hash = hash * 31 + known.hashCode();
    return hash * 31 + marks.hashCode();
  }

  private static BitSet only(BitSet set, BitSet live) {
    BitSet rest = (BitSet) set.clone();
    rest.and(live);
    return rest;
  }
}
