package dev.holdfast.analysis.summary;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the body of a method does, found out question by question when each is asked first. */
final class Summary {
  private final Summaries summaries;
  private final MethodRef method;
  private final List<Question<Fate>> fates = new ArrayList<>(4);
  private final Question<Acquisition> fresh = new Fresh();
  private final Question<Acquisition> owned = new Owned();
  private final Question<Set<String>> unchecked = new Unchecked();
  private final Question<Meaning.NullTest> nullTest = new NullTested();
  private final Question<Boolean> acquires = new CallsAcquirer();
  private Answers answers;

  Summary(Summaries summaries, MethodRef method) {
    this.summaries = summaries;
    this.method = method;
  }

  /** What happens to the object in an entry register; {@link Fate#NOT_SEEN} if nobody looked. */
  Fate fate(int register) {
    while (fates.size() <= register) {
      fates.add(new OfRegister(fates.size()));
    }
    return summaries.ask(fates.get(register));
  }

  /** The duty that the result carries because the body acquired it, or null. */
  Acquisition fresh() {
    return mayAcquire() ? summaries.ask(fresh) : null;
  }

  /**
   * The duty of the object that a constructor of the user's own closeable type makes: it has to be
   * closed because closing it releases what the constructor acquired.
   */
  Acquisition owned() {
    return mayOwn() ? summaries.ask(owned) : null;
  }

  private boolean mayOwn() {
    return method.isConstructor()
        && summaries.isSource(method)
        && summaries.calls().hierarchy().isSubtype(method.owner(), "java.lang.AutoCloseable")
        && summaries.ask(acquires);
  }

  /** Asked before the body is looked into: does it call anything that acquires at all? */
  private boolean mayAcquire() {
    return summaries.calls().mayAcquire(method)
        && (!summaries.isSource(method) || summaries.ask(acquires));
  }

  /**
   * Types of the unchecked exceptions that the body throws explicitly. The user's own code does so
   * to some end, the argument checks of a library are of no interest.
   */
  Set<String> unchecked() {
    return summaries.isSource(method) ? summaries.ask(unchecked) : Set.of();
  }

  /** What the boolean result says about an entry register, or null. */
  Meaning.NullTest nullTest() {
    return summaries.ask(nullTest);
  }

  /** The walk over the body, or null where there is none to be had. */
  private Answers answers() {
    if (answers == null) {
      Scope scope = summaries.scope(method);
      answers = scope == null ? null : summaries.answers(scope);
    }
    return answers;
  }

  private final class OfRegister extends Question<Fate> {
    private final int register;

    OfRegister(int register) {
      this.register = register;
    }

    @Override
    Fate find() {
      return answers() == null ? Fate.NOT_SEEN : answers().fate(register);
    }

    @Override
    Fate unknown() {
      return Fate.NOT_SEEN;
    }
  }

  private final class Fresh extends Question<Acquisition> {
    @Override
    Acquisition find() {
      return answers() == null ? null : answers().fresh();
    }

    @Override
    Acquisition unknown() {
      return null;
    }
  }

  private final class Owned extends Question<Acquisition> {
    @Override
    Acquisition find() {
      return answers() == null ? null : answers().owned();
    }

    @Override
    Acquisition unknown() {
      return null;
    }
  }

  private final class CallsAcquirer extends Question<Boolean> {
    @Override
    Boolean find() {
      for (MethodRef callee : summaries.called(method)) {
        if (mayAcquire(callee)) {
          return true;
        }
      }
      return false;
    }

    private static boolean acquires(Contract contract) {
      for (Fact fact : contract.facts()) {
        // a future passes on what another call says it owes
        boolean carried = Words.isCarried(fact) && !fact.slot().isParameter();
        if (fact.word() == Word.BORROWS
            || fact.word() == Word.ACQUIRES && !carried && !Words.isNothing(fact)) {
          return true;
        }
      }
      return false;
    }

    private boolean mayAcquire(MethodRef callee) {
      Contract contract = summaries.calls().contracts().of(callee);
      if (contract.mentioned()) {
        return acquires(contract);
      }
      if (callee.isConstructor()) {
        return summaries.of(callee).mayOwn();
      }
      if (!summaries.calls().mayAcquire(callee)) {
        return false;
      }
      MethodView declared = summaries.calls().hierarchy().resolve(callee);
      return declared != null
          && !declared.isAbstract()
          && summaries.of(declared.method()).mayAcquire();
    }

    @Override
    Boolean unknown() {
      return false;
    }
  }

  private final class Unchecked extends Question<Set<String>> {
    @Override
    Set<String> find() {
      return answers() == null ? Set.of() : answers().unchecked();
    }

    @Override
    Set<String> unknown() {
      return Set.of();
    }
  }

  private final class NullTested extends Question<Meaning.NullTest> {
    @Override
    Meaning.NullTest find() {
      return answers() == null ? null : answers().nullTest();
    }

    @Override
    Meaning.NullTest unknown() {
      return null;
    }
  }
}
