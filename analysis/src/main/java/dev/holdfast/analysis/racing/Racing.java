package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.waiting.Frame;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain collections that two threads use at once with no lock between them. A lambda is judged with
 * the body around it.
 */
public final class Racing {
  private final Calls calls;
  private final Neighbours neighbours;
  private final Confinement confinement;
  private final Tasks tasks;
  private final Meetings meetings;
  private final Guards guards;
  private final ThreadWords words;

  public Racing(Calls calls) {
    this.calls = calls;
    this.words = new ThreadWords(calls.contracts());
    this.neighbours = new Neighbours(calls);
    this.confinement = new Confinement(calls, neighbours);
    this.tasks = new Tasks(calls, neighbours, words);
    this.meetings = new Meetings(calls, words);
    this.guards = new Guards(calls, neighbours, words);
  }

  /** Findings of this mechanism in the body and its lambdas: one for each collection. */
  public List<Finding> findings(Scope scope) {
    if (Neighbours.isLambda(scope.body().method())) {
      return List.of();
    }
    Accesses accesses = new Accesses(calls, confinement);
    List<Frame> frames = neighbours.frames(scope);
    List<Tasks.Task> started = new ArrayList<>();
    for (Frame frame : frames) {
      Tasks.Task task = tasks.of(frame);
      if (task != null) {
        started.add(task);
      }
    }
    LocalRaces local = new LocalRaces(frames, started, accesses, tasks, meetings, guards);
    FieldRaces fields = new FieldRaces(calls, neighbours, accesses, tasks, meetings, guards, words);
    Map<String, Race> races = new LinkedHashMap<>();
    for (Tasks.Task task : started) {
      List<Access> within = local.within(task.frame());
      within.forEach(access -> keep(races, local.of(task, access)));
      fields
          .reached(within, List.of(task.frame()))
          .forEach(access -> keep(races, fields.withCallers(task, access)));
    }
    for (Frame frame : isParallel(frames) ? frames : List.<Frame>of()) {
      accesses.in(frame).forEach(access -> keep(races, local.inParallel(access)));
    }
    for (Frame frame : frames) {
      List<Access> within = accesses.in(frame);
      if (within.stream().anyMatch(Access::changes) && fields.mayServe(frame)) {
        within.forEach(access -> keep(races, fields.ofRequests(access)));
      }
    }
    List<Finding> findings = new ArrayList<>();
    races.values().forEach(race -> findings.add(finding(scope, race)));
    return findings;
  }

  private boolean isParallel(List<Frame> frames) {
    for (Frame frame : frames) {
      for (Op op : frame.values().ops()) {
        if (op instanceof Op.Call call
            && calls.contracts().of(call.method()).says(Word.SHARED, Slot.RESULT)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void keep(Map<String, Race> races, Race race) {
    if (race != null) {
      String place =
          race.where().load() == null
              ? race.where().place()
              : race.where().load().field().toString();
      if (race.isMoreCertain(races.get(place))) {
        races.put(place, race);
      }
    }
  }

  private Finding finding(Scope scope, Race race) {
    Access where = race.where();
    String type = ShortNames.type(confinement.type(where.root()));
    String name = where.load() == null ? name(where) : where.load().field().name();
    String does = where.changes() ? "changed" : "read";
    int line = race.other().site().line();
    String meets =
        switch (race.kind()) {
          case STARTER ->
              "by a task on another thread while the method that started it goes on in line "
                  + line;
          case TASKS -> "by several threads at once";
          case CALLERS ->
              "by a task on another thread while "
                  + race.other().frame().outermost().method().name()
                  + "() may be called";
          case REQUESTS -> "by whichever requests are served at the same time";
        };
    List<Finding.Step> steps = new ArrayList<>();
    steps.add(new Finding.Step(where.site(), does + " here"));
    if (race.other() != where) {
      steps.add(
          new Finding.Step(
              race.other().site(), (race.other().changes() ? "changed" : "read") + " here"));
    }
    return new Finding(
        Rule.UNSAFE_SHARED_MAP,
        Rule.UNSAFE_SHARED_MAP.level(),
        race.definite(),
        scope.body().method(),
        where.site(),
        (name == null ? "this " + type : name + " is a plain " + type + " and")
            + " is "
            + does
            + " here "
            + meets
            + ", with no lock in common: entries get lost, or a loop over it fails",
        "use a concurrent collection, hold one lock at both places, or let the task make its own",
        steps);
  }

  /** What the source calls a collection that is made in the body, or null. */
  private static String name(Access access) {
    int made = access.root().op().target();
    for (Op op : access.root().frame().values().ops()) {
      if (op instanceof Op.Move move && move.source() == made) {
        return access.root().frame().scope().body().name(move.target());
      }
    }
    return access.root().name();
  }
}
