package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Acquisition;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Meaning;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the end of a path into words: what, where acquired, by which path, how to mend it. */
final class Telling {
  private final Scope scope;
  private final Calls calls;
  private final Acquired acquired;
  private final Acquisition acquisition;
  private final Site acquiredAt;
  private final String what;

  Telling(Scope scope, Calls calls, Acquired acquired) {
    this.scope = scope;
    this.calls = calls;
    this.acquired = acquired;
    this.acquisition = acquired.acquisition();
    Op op = scope.values().op(acquired.index());
    this.acquiredAt = op.site();
    this.what =
        acquired.isParameter() ? scope.body().method().name() + "()" : ShortNames.call(op.called());
  }

  /** The duty is open where a path ends. */
  Finding leak(End end) {
    Rule rule = acquisition.rule();
    boolean exceptional = end.kind() == End.Kind.THROW || end.fact().thrown();
    String verb = rule == Rule.POOLED_OBJECT_NOT_RETURNED ? "given back" : "closed";
    String message =
        subject() + " is not " + verb + (exceptional ? when(end) : " on this path: " + ending(end));
    return finding(rule, end, exceptional, acquiredAt, message, remedy(rule), ending(end));
  }

  /** The object is used after it was given back. */
  Finding usedAfter(End end) {
    Op op = scope.values().op(end.op());
    String message = subject() + " is used after it was given back";
    return finding(
        Rule.POOLED_OBJECT_USED_AFTER_RETURN,
        end,
        end.fact().thrown(),
        op.site(),
        message,
        "use it before it is given back, or copy out what is needed later",
        "used here, after it was given back");
  }

  /** The object is given back once more. */
  Finding returnedTwice(End end) {
    return finding(
        Rule.POOLED_OBJECT_RETURNED_TWICE,
        end,
        end.fact().thrown(),
        scope.values().op(end.op()).site(),
        subject() + " is given back a second time",
        "give it back once, in a finally block, and nowhere before",
        "given back here once more");
  }

  /** The object stands in a field that nobody can close. */
  Finding ownerless(End end, Mark mark) {
    return finding(
        Rule.OWNER_NOT_CLOSEABLE,
        end,
        false,
        acquiredAt,
        subject()
            + " is kept in the field "
            + mark.field()
            + ", and "
            + ShortNames.type(scope.body().method().owner())
            + " offers no way to close it",
        "give the class a close() that closes the field, and let it implement AutoCloseable",
        "kept from here on");
  }

  /** The object stays reachable through a mark. */
  Finding escape(End end, Mark mark, boolean definite, boolean givenBack) {
    String route =
        switch (mark.route()) {
          case RETURNED -> "is returned";
          case FIELD -> "is stored in a field";
          case CONTAINER ->
              keeper(mark) == null
                  ? "is put into a collection that outlives the method"
                  : "is kept by " + keeper(mark);
          case HANDED_ON -> "is handed to another owner";
          case THREAD -> "is captured by a task of another thread";
        };
    String message =
        subject()
            + " "
            + route
            + (givenBack
                ? " although it is given back to its pool"
                : " and nobody gives it back from there");
    Finding finding =
        finding(
            Rule.POOLED_OBJECT_ESCAPES,
            end,
            false,
            scope.values().op(mark.op()).site(),
            message,
            "pass on a copy, or let whoever keeps the object give it back",
            givenBack ? "given back, but still reachable" : "kept here");
    return definite && finding.definite() ? finding : finding.possible();
  }

  private Finding finding(
      Rule rule,
      End end,
      boolean exceptional,
      Site site,
      String message,
      String remedy,
      String last) {
    Level level = rule.level();
    if (acquisition.level() != null && acquisition.level().compareTo(level) > 0) {
      level = acquisition.level();
    }
    if (exceptional
        || rule == Rule.UNCLOSED_RESOURCE && new Once(calls).runs(scope.body().method())) {
      level = level.milder();
    }
    boolean definite = end.fact().doubts() == 0 && acquisition.certain();
    List<Finding.Step> steps = steps(end);
    steps.add(new Finding.Step(site == acquiredAt ? where(end) : site, last));
    return new Finding(rule, level, definite, scope.body().method(), site, message, remedy, steps);
  }

  private String subject() {
    String kind =
        acquisition.rule() == Rule.POOLED_OBJECT_NOT_RETURNED
            ? "The object borrowed by "
            : switch (acquisition.duty()) {
              case HTTP_CLIENT -> "The client made by ";
              case HTTP_RESPONSE -> "The response of ";
              case RESOURCE -> "The result of ";
            };
    return kind + what + (acquiredAt.line() > 0 ? " in line " + acquiredAt.line() : "");
  }

  private String when(End end) {
    // the first exception is the cause, what a handler throws on only its wrapping
    Path cause = null;
    for (Path at = end.path(); at != null; at = at.parent()) {
      cause = at.raisedBy() >= 0 ? at : cause;
    }
    return " when " + (cause == null ? "an exception is thrown" : thrower(cause));
  }

  private String thrower(Path at) {
    Op op = scope.values().op(at.raisedBy());
    String flight = at.fact().flight();
    String type = flight == null ? "an exception" : ShortNames.type(named(flight, at.raisedBy()));
    String line = op.site().line() > 0 ? " in line " + op.site().line() : "";
    return op.called() == null
        ? type + " is thrown" + line
        : ShortNames.call(op.called()) + " throws " + type + line;
  }

  /** The one exception that a callee throws on purpose says more than what the edge is called. */
  private String named(String flight, int index) {
    Op op = scope.values().op(index);
    if (!(op instanceof Op.Call || op instanceof Op.New)) {
      return flight;
    }
    Meaning meaning = calls.meaning(op);
    Set<String> types = new HashSet<>(meaning.unchecked());
    for (int i = 0; i < Operands.ofCall(op).size(); i++) {
      types.addAll(meaning.heldOn(i));
    }
    types.removeIf(type -> !calls.hierarchy().isSubtype(type, flight));
    return types.size() == 1
        ? types.iterator().next()
        : Raises.type(scope.values(), index, flight, calls.hierarchy());
  }

  private static String ending(End end) {
    return end.kind() == End.Kind.THROW
        ? "the method ends by the exception"
        : "the method ends and nothing has released it";
  }

  /** The place of the last op on the path that has one, or of the acquiring op. */
  private Site where(End end) {
    for (Path at = end.path().parent(); at != null; at = at.parent()) {
      List<Op> ops = scope.body().blocks().get(at.block()).ops();
      for (int i = ops.size() - 1; i >= at.position(); i--) {
        if (ops.get(i).site().line() > 0) {
          return ops.get(i).site();
        }
      }
    }
    return acquiredAt;
  }

  private List<Finding.Step> steps(End end) {
    List<Finding.Step> steps = new ArrayList<>();
    for (Path at = end.path(); at != null; at = at.parent()) {
      if (at.raisedBy() >= 0) {
        steps.add(new Finding.Step(scope.values().op(at.raisedBy()).site(), thrower(at)));
      }
    }
    for (Mark mark : end.fact().marks()) {
      steps.add(new Finding.Step(scope.values().op(mark.op()).site(), hop(mark)));
    }
    String verb = acquisition.rule() == Rule.POOLED_OBJECT_NOT_RETURNED ? "borrowed" : "acquired";
    steps.add(new Finding.Step(acquiredAt, verb + " here by " + what));
    Collections.reverse(steps);
    return steps;
  }

  /** The callee that keeps the object in one of its own fields, or null for a collection. */
  private String keeper(Mark mark) {
    return scope.values().op(mark.op()) instanceof Op.Call call
            && !calls.contracts().of(call.method()).mentioned()
        ? ShortNames.call(call.method())
        : null;
  }

  private String hop(Mark mark) {
    return switch (mark.route()) {
      case RETURNED -> "returned to the caller";
      case FIELD -> "stored in a field";
      case CONTAINER -> keeper(mark) == null ? "put into a collection" : "kept by " + keeper(mark);
      case HANDED_ON -> "handed to another owner";
      case THREAD -> "handed to another thread";
    };
  }

  private String remedy(Rule rule) {
    String advice = acquisition.advice();
    String more = advice.isEmpty() ? "" : ". " + advice;
    return switch (rule) {
      case UNCLOSED_HTTP_CLIENT ->
          "make one client and share it, and close it where its owner is closed; or use"
              + " try-with-resources"
              + more;
      case POOLED_OBJECT_NOT_RETURNED ->
          advice.isEmpty()
              ? "give it back in a finally block, or use try-with-resources where the object is"
                  + " closeable"
              : advice;
      default -> (closesItself() ? "use try-with-resources" : "close it in a finally block") + more;
    };
  }

  private boolean closesItself() {
    if (acquired.isParameter()) {
      return true;
    }
    MethodRef made = scope.values().op(acquired.index()).called();
    String type = made.made();
    return calls.hierarchy().isSubtype(type, "java.lang.AutoCloseable");
  }
}
