package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Family;
import dev.holdfast.rulebook.Rule;
import java.util.EnumSet;
import java.util.Set;

/** What a call makes in the eyes of a rule: whom it waits for, and which limits it needs. */
enum Subject {
  /** Waiting while sending is left to the rules on connections. */
  HTTP(Rule.MISSING_HTTP_TIMEOUT, Word.WAITS, "HTTP", Limit.CONNECT, Limit.READ, Limit.BORROW),
  POOL(Rule.UNBOUNDED_POOL_WAIT, Word.WAITS, "POOL", Limit.BORROW),
  SERVER(Rule.MISSING_SERVER_TIMEOUT, Word.WAITS, "SERVER", Limit.READ, Limit.WRITE),
  SOCKET(Rule.MISSING_SOCKET_TIMEOUT, Word.WAITS, "SOCKET", Limit.CONNECT, Limit.READ),
  /** What bounds each read of a connection bounds its statements, too. */
  DATABASE(Rule.MISSING_QUERY_TIMEOUT, Word.WAITS, "DATABASE", Limit.CONNECT, Limit.QUERY),
  RPC(Rule.MISSING_RPC_DEADLINE, Word.WAITS, "RPC", Limit.CALL),
  /** Bounded in number or in age: one of the two is enough. */
  IDLE(Rule.UNBOUNDED_IDLE_CONNECTIONS, Word.WAITS, "POOL", Limit.IDLE, Limit.IDLE_COUNT),
  /** The same for what it keeps. */
  CACHE(Rule.UNBOUNDED_CACHE, Word.UNBOUNDED, "CACHE", Limit.SIZE, Limit.AGE),
  /** Of tasks; a queue by itself may be somebody's data. */
  QUEUE(Rule.UNBOUNDED_EXECUTOR_QUEUE, Word.UNBOUNDED, "QUEUE", Limit.SIZE);

  private static final Subject[] ALL = values();

  private final Rule rule;
  private final Word word;
  private final String kind;
  private final Set<Limit> limits;

  Subject(Rule rule, Word word, String kind, Limit first, Limit... rest) {
    this.rule = rule;
    this.word = word;
    this.kind = kind;
    this.limits = EnumSet.of(first, rest);
  }

  Rule rule() {
    return rule;
  }

  /** The fact that makes the result of a method such a thing, or null. */
  Fact in(Contract contract, MethodRef method) {
    Fact fact = contract.fact(word, Slot.RESULT);
    if (fact == null) {
      fact = contract.fact(word, Slot.TYPE);
    }
    return fact != null && speaksOf(fact) && makes(contract, method) ? fact : null;
  }

  /** Whether a call makes something; one of a socket may only wait for what was made before. */
  private boolean makes(Contract contract, MethodRef method) {
    return this != SOCKET || !LimitWords.isUse(contract, method);
  }

  /** Which of its limits nothing may be known to hold: none where the fact is silent on one. */
  Set<Limit> lacks(Fact fact) {
    Set<Limit> open = EnumSet.copyOf(limits);
    if (isAmount() && word == Word.WAITS) {
      boolean said = limits.stream().allMatch(l -> fact.argument(l.element(), null) != null);
      return said ? open : EnumSet.noneOf(Limit.class);
    }
    if (word == Word.WAITS) {
      open.retainAll(LimitWords.waits(fact, true));
    }
    return open;
  }

  /** Takes away what is covered: all that is left is missing. */
  void settle(Set<Limit> open, Bounded bounded) {
    if (isAmount()) {
      if (open.stream().anyMatch(bounded::holds)) {
        open.clear();
      }
    } else {
      open.removeIf(bounded::covers);
      if (this == DATABASE && bounded.covers(Limit.READ)) {
        open.remove(Limit.QUERY);
      }
    }
  }

  /** Whether it gathers things, and any limit of them will do, rather than waits. */
  boolean isAmount() {
    return this == IDLE || this == CACHE || this == QUEUE;
  }

  /**
   * Whether a rule that is heard judges what a method makes that has this fact about its result.
   */
  static boolean isAny(Fact fact, Contract contract, MethodRef method, Settings settings) {
    for (Subject subject : ALL) {
      if (fact.word() == subject.word
          && (settings.isHeard(subject.rule) || subject.mayDropLimit(settings))
          && subject.speaksOf(fact)
          && subject.makes(contract, method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody wants to know if a limit that is at hand is not passed on to it. */
  private boolean mayDropLimit(Settings settings) {
    return rule.family() == Family.TIMEOUT && settings.isHeard(Rule.DROPPED_DEADLINE);
  }

  /** Whether what a method makes keeps what it gets, rather than being something to read. */
  static boolean gathers(Contract contract) {
    Fact fact = contract.fact(Word.UNBOUNDED, Slot.RESULT);
    return fact != null && (CACHE.speaksOf(fact) || QUEUE.speaksOf(fact));
  }

  /** Whether a fact is about this kind. */
  boolean speaksOf(Fact fact) {
    return fact.argument(word == Word.WAITS ? "on" : "value", "").equals(kind);
  }

  /** What comes of these limits missing, as a predicate. */
  String complaint(Set<Limit> missing) {
    return switch (this) {
      case IDLE -> "keeps idle connections without a limit on their number or age";
      case CACHE -> "keeps all that it ever got";
      case QUEUE -> "lets any number of tasks wait in its queue";
      default -> "can wait for ever " + Wording.listed(missing, this::waiting);
    };
  }

  /** What is missing, by name. */
  String named(Set<Limit> missing) {
    return switch (this) {
      case IDLE -> "limit";
      case CACHE -> "limit on size or age";
      case QUEUE -> "limit on its queue";
      case RPC -> "deadline";
      default -> Wording.listed(missing, this::timeout);
    };
  }

  /** How to mend it, where the catalog gives no advice that does. */
  String remedy(Set<Limit> missing, String advice) {
    if (this == QUEUE) {
      return "give its queue a capacity, and say what becomes of a task when it is full";
    }
    return advice.isEmpty()
        ? (isAmount() ? "give it a " : "set its ") + named(missing) + " where it is made"
        : advice;
  }

  private String timeout(Limit limit) {
    String read = this == HTTP ? "response" : Limit.READ.element();
    if (this == DATABASE && limit == Limit.CONNECT) {
      return "login timeout";
    }
    return (limit == Limit.READ ? read : limit.element()) + " timeout";
  }

  private String waiting(Limit limit) {
    return switch (limit) {
      case CONNECT -> this == DATABASE ? "to log in" : "to connect";
      case READ ->
          switch (this) {
            case SERVER -> "for what a client sends";
            case SOCKET -> "for data";
            default -> "for the response";
          };
      case WRITE -> "for a client to read";
      case CALL -> "for the answer";
      case QUERY -> "for the database";
      case BORROW -> this == POOL ? "for something to borrow" : "for a connection of its pool";
      default -> "to " + limit.element();
    };
  }
}
