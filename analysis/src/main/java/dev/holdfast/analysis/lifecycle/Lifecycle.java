package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.limits.Entries;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.catalog.Duty;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.protocol.Bond;
import dev.holdfast.protocol.State;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lifecycle mechanism: must-call obligations (after the Resource Leak Checker, FSE 2021) and
 * the fate of borrowed objects. One walk an object; this class turns the ends of its paths into
 * findings.
 */
public final class Lifecycle {
  private final Scope scope;
  private final Calls calls;
  private final int budget;
  private final Keepers keepers;

  public Lifecycle(Scope scope, Calls calls, int budget) {
    this.scope = scope;
    this.calls = calls;
    this.budget = budget;
    this.keepers = new Keepers(calls);
  }

  /** Findings of this mechanism in the body, in the order of the acquiring ops. */
  public List<Finding> findings() {
    // the copies of a finally block are one place in the program: their paths count together
    Map<Site, List<End>> endsBySite = new LinkedHashMap<>();
    Map<Site, Acquired> acquiredBySite = new LinkedHashMap<>();
    Glance glance = new Glance(scope);
    List<Acquired> all = new ArrayList<>(Acquired.given(scope, calls));
    all.addAll(Acquired.in(scope, calls));
    for (Acquired acquired : all) {
      if (acquired.acquisition().rule() == null || glance.isOnly(acquired)) {
        continue;
      }
      List<End> ends = acquired.ends(scope, calls, budget);
      if (ends != null) {
        Site site = scope.values().op(acquired.index()).site();
        acquiredBySite.putIfAbsent(site, acquired);
        endsBySite.computeIfAbsent(site, key -> new ArrayList<>()).addAll(ends);
      }
    }
    List<Finding> findings = new ArrayList<>();
    Map<Site, Finding> leaks = new LinkedHashMap<>();
    acquiredBySite.forEach(
        (site, acquired) -> judge(acquired, endsBySite.get(site), findings, leaks));
    findings.addAll(new Foreign(scope, calls).findings());
    return findings;
  }

  private void judge(
      Acquired acquired, List<End> ends, List<Finding> findings, Map<Site, Finding> leaks) {
    Telling telling = new Telling(scope, calls, acquired);
    boolean goesOn = Acquired.goesOn(calls, acquired.acquisition());
    if (acquired.acquisition().bond() == Bond.BORROWED && !goesOn) {
      List<Finding> escapes = new Escapes(scope, calls, telling).findings(ends);
      findings.addAll(escapes);
      if (!escapes.isEmpty()) {
        // one defect, one finding: what escapes is not accused of being lost or used late as well
        return;
      }
    }
    if (acquired.acquisition().bond() == Bond.BORROWED) {
      misused(telling, goesOn, ends, findings);
    }
    List<End> accused =
        goesOn ? ends.stream().filter(end -> end.fact().doubts() == 0).toList() : ends;
    Finding leak = leak(acquired, telling, accused);
    if (leak == null && !acquired.isParameter()) {
      ownerless(acquired, telling, ends, findings);
    }
    if (leak != null && !isToldOfParent(acquired, leak, leaks)) {
      leaks.put(leak.site(), leak);
      findings.add(leak.definite() && !acquired.isParameter() ? hinted(leak, acquired) : leak);
    }
  }

  private Finding hinted(Finding leak, Acquired acquired) {
    Course course = acquired.course(scope, calls, budget);
    return leak.with(new Finding.Hint(Set.of(), course.staysInside(), course.releases()));
  }

  /** Kept in a field of the object from which nobody can ever close it. */
  private void ownerless(
      Acquired acquired, Telling telling, List<End> ends, List<Finding> findings) {
    if (acquired.acquisition().rule() != Rule.UNCLOSED_RESOURCE
        || !acquired.acquisition().closedBy().isEmpty()) {
      return;
    }
    for (End end : ends) {
      List<Mark> marks = end.fact().marks();
      if (end.kind() == End.Kind.EXIT
          && end.fact().state() == State.HELD
          && end.fact().doubts() == 0
          && marks.size() == 1
          && marks.get(0).isFieldOfReceiver()
          && isDeadEnd(marks.get(0))) {
        findings.add(telling.ownerless(end, marks.get(0)));
        return;
      }
    }
  }

  /** Whether closing what it came from, which is accused as well, would close it too. */
  private boolean isToldOfParent(Acquired acquired, Finding leak, Map<Site, Finding> leaks) {
    for (int origin : acquired.parents(scope, calls)) {
      Finding told =
          Values.isParameter(origin) ? null : leaks.get(scope.values().op(origin).site());
      if (told != null && !isWorse(leak, told)) {
        return true;
      }
    }
    return false;
  }

  private Finding leak(Acquired acquired, Telling telling, List<End> ends) {
    Finding worst = null;
    End shown = null;
    for (End end : ends) {
      if (isLeak(end, acquired) && !goesWithCallers(acquired, end)) {
        Finding finding = telling.leak(end);
        if (isPerhapsKept(acquired, end) || isLeftToItsOwner(acquired, end)) {
          finding = finding.possible();
        }
        boolean better = worst != null && !isWorse(worst, finding) && isPlainer(end, shown);
        if (worst == null || isWorse(finding, worst) || better) {
          worst = finding;
          shown = end;
        }
      }
    }
    boolean doubtful = worst != null && (isOnlyAsked(acquired) || isOfKeptParent(acquired));
    return doubtful ? worst.possible() : worst;
  }

  /**
   * Whether it came from a field that the class closes, and goes with what stands there: a
   * statement of the connection of a session.
   */
  private boolean isOfKeptParent(Acquired acquired) {
    if (acquired.isParameter()
        || acquired.acquisition().rule() != Rule.UNCLOSED_RESOURCE
        || acquired.acquisition().closedBy().isEmpty()
        || !(scope.values().op(acquired.index()) instanceof Op.Call call)
        || call.receiver() < 0) {
      return false;
    }
    int[] origins = scope.values().origins(acquired.index(), call.receiver());
    for (int origin : origins) {
      if (Values.isParameter(origin)
          || !(scope.values().op(origin) instanceof Op.GetField get)
          || !keepers.releases(get.field())) {
        return false;
      }
    }
    return origins.length > 0;
  }

  /** Whether it stands in a field, which somebody may look at before it is overwritten. */
  private boolean isPerhapsKept(Acquired acquired, End end) {
    boolean resource = acquired.acquisition().rule() == Rule.UNCLOSED_RESOURCE;
    return end.fact().marks().stream().anyMatch(m -> (resource || !isDeadEnd(m)) && overwrites(m));
  }

  /**
   * Whether an exception leaves a statement to whoever owns the connection that came in as an
   * argument: there it may well be closed.
   */
  private boolean isLeftToItsOwner(Acquired acquired, End end) {
    return acquired.acquisition().rule() == Rule.UNCLOSED_RESOURCE
        && (end.kind() == End.Kind.THROW || end.fact().thrown())
        && acquired.parents(scope, calls).stream().anyMatch(Values::isParameter);
  }

  /** Whether it goes with what each caller has opened, and is judged for. */
  private boolean goesWithCallers(Acquired acquired, End end) {
    if (!isLeftToItsOwner(acquired, end)) {
      return false;
    }
    List<Integer> owners = new ArrayList<>();
    for (int origin : acquired.parents(scope, calls)) {
      if (Values.isParameter(origin)) {
        owners.add(origin);
      }
    }
    return new LeftToCallers(scope, calls).isOpenedByEach(owners);
  }

  /**
   * Whether a client is made for what it can be asked ({@code make().getParams()}): one through
   * which nothing is sent may hold nothing yet.
   */
  private boolean isOnlyAsked(Acquired acquired) {
    if (acquired.isParameter() || acquired.acquisition().duty() != Duty.HTTP_CLIENT) {
      return false;
    }
    Values values = scope.values();
    boolean asked = false;
    for (int i = 0; i < values.ops().size(); i++) {
      Op op = values.op(i);
      if (op instanceof Op.Move || op instanceof Op.Cast || !values.takes(i, acquired.index())) {
        continue;
      }
      boolean asks =
          op instanceof Op.Call call
              && call.receiver() >= 0
              && call.arguments().isEmpty()
              && Calls.mayHold(call.method().result());
      if (!asks) {
        return false;
      }
      asked = true;
    }
    return asked;
  }

  /** Of two paths to the same verdict the one without undeclared exceptions convinces more. */
  private static boolean isPlainer(End one, End other) {
    return other.path().passesUndeclared() && !one.path().passesUndeclared();
  }

  private boolean isLeak(End end, Acquired acquired) {
    if (end.fact().state() != State.HELD) {
      return false;
    }
    if (end.fact().marks().isEmpty() || end.kind() == End.Kind.THROW && onlyReturned(end.fact())) {
      return true;
    }
    if (end.kind() == End.Kind.THROW && isLostWithItsObject(end.fact())) {
      return acquired.acquisition().rule() != Rule.UNCLOSED_HTTP_CLIENT
          && acquired.acquisition().rule() != Rule.UNCLOSED_HTTP_RESPONSE
          && !isIdleAtFirst(acquired);
    }
    // a response in a field that nobody closes, or that is overwritten, is as lost as any
    return acquired.acquisition().bond() == Bond.ACQUIRED
        && end.fact().marks().stream()
            .allMatch(
                m ->
                    acquired.acquisition().duty() == Duty.HTTP_RESPONSE && isDeadEnd(m)
                        || overwrites(m));
  }

  /** Whether it runs tasks: an executor that got none yet has no thread to lose. */
  private boolean isIdleAtFirst(Acquired acquired) {
    ClassView type = calls.contracts().world().find(acquired.acquisition().source().made());
    return type != null
        && type.methods().stream()
            .flatMap(method -> calls.contracts().of(method.method()).facts().stream())
            .anyMatch(fact -> fact.word() == Word.HANDED_OVER && fact.value("").equals("THREAD"));
  }

  /** Kept by the object under construction alone, of which nobody gets hold when that fails. */
  private boolean isLostWithItsObject(Fact fact) {
    return scope.body().method().isConstructor()
        && fact.marks().stream().allMatch(Mark::isFieldOfReceiver);
  }

  private boolean isDeadEnd(Mark mark) {
    return mark.route() == Mark.Route.FIELD
        && scope.values().op(mark.op()) instanceof Op.PutField put
        && keepers.seesAll(put.field())
        && !keepers.givesBack(put.field());
  }

  /** Stored by a method that may run again and never looks at what stands in the field. */
  private boolean overwrites(Mark mark) {
    if (mark.route() != Mark.Route.FIELD
        || !(scope.values().op(mark.op()) instanceof Op.PutField put)
        || scope.body().method().name().startsWith("<")
        || runsOnce()) {
      return false;
    }
    return scope.values().ops().stream()
        .noneMatch(op -> op instanceof Op.GetField get && get.field().equals(put.field()));
  }

  /** Whether a framework calls the method once for each object, before anything else. */
  private boolean runsOnce() {
    return Entries.all(
        scope.body().method(),
        calls,
        method -> calls.contracts().of(method).says(Word.LIVES, Slot.RESULT, "START"));
  }

  private static boolean onlyReturned(Fact fact) {
    return fact.marks().stream().allMatch(m -> m.route() == Mark.Route.RETURNED);
  }

  private static void misused(
      Telling telling, boolean counted, List<End> ends, List<Finding> findings) {
    Map<Site, Finding> bySite = new LinkedHashMap<>();
    for (End end : ends) {
      Finding finding =
          switch (end.kind()) {
            case USED_AFTER -> telling.usedAfter(end);
            // what is counted is given back as often as it was taken
            case RETURNED_TWICE -> counted ? null : telling.returnedTwice(end);
            case EXIT, THROW -> null;
          };
      if (finding != null) {
        bySite.merge(finding.site(), finding, (one, two) -> isWorse(two, one) ? two : one);
      }
    }
    findings.addAll(bySite.values());
  }

  static boolean isWorse(Finding one, Finding other) {
    if (one.definite() != other.definite()) {
      return one.definite();
    }
    return one.level().compareTo(other.level()) < 0;
  }
}
