package dev.holdfast.analysis.racing;

import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.waiting.Frame;
import java.util.ArrayList;
import java.util.List;

/** Races between a task and what the body that starts it does afterwards, other tasks included. */
final class LocalRaces {
  private final List<Frame> frames;
  private final List<Tasks.Task> started;
  private final Accesses accesses;
  private final Tasks tasks;
  private final Meetings meetings;
  private final Guards guards;

  LocalRaces(
      List<Frame> frames,
      List<Tasks.Task> started,
      Accesses accesses,
      Tasks tasks,
      Meetings meetings,
      Guards guards) {
    this.frames = frames;
    this.started = started;
    this.accesses = accesses;
    this.tasks = tasks;
    this.meetings = meetings;
    this.guards = guards;
  }

  /** The race of one access in a task that can be told most certainly, or null. */
  Race of(Tasks.Task task, Access access) {
    Race found = null;
    for (Access other : outside(task)) {
      if (conflict(access, other)
          && meetings.follows(
              task.around(), task.start(), position(other, task), made(access, task))) {
        Race race = new Race(access, other, Race.Kind.STARTER, isUnguarded(access, other));
        found = race.isMoreCertain(found) ? race : found;
      }
    }
    for (Tasks.Task next : started) {
      if (next.around() != task.around() || next != task && Tasks.isAfter(next, task)) {
        continue;
      }
      for (Access other : within(next.frame())) {
        if (conflict(access, other)
            && meetings.follows(task.around(), task.start(), next.start(), made(access, task))) {
          boolean definite = isUnguarded(access, other) && tasks.runsMany(task);
          Race race = new Race(access, other, Race.Kind.TASKS, definite);
          found = race.isMoreCertain(found) ? race : found;
        }
      }
    }
    return found;
  }

  /** The race of a function that several threads run at once, as one of them does, or null. */
  Race inParallel(Access access) {
    Frame at = access.frame();
    if (!access.changes() || isGuarded(access)) {
      return null;
    }
    if (access.isReference() && tasks.isParallel(at, at.useOf(access.index()))) {
      return new Race(access, access, Race.Kind.TASKS, true);
    }
    for (; at.isLambda() && at != access.root().frame(); at = at.around()) {
      if (tasks.isParallel(at.around(), at.use())) {
        return new Race(access, access, Race.Kind.TASKS, true);
      }
    }
    return null;
  }

  /** What a body and its lambdas do. */
  List<Access> within(Frame task) {
    List<Access> found = new ArrayList<>();
    for (Frame frame : frames) {
      if (isInside(frame, task)) {
        found.addAll(accesses.in(frame));
      }
    }
    return found;
  }

  /** What the body that starts a task does itself, with the lambdas it runs. */
  private List<Access> outside(Tasks.Task task) {
    List<Access> found = new ArrayList<>();
    for (Frame frame : frames) {
      if (isInside(frame, task.around()) && !isInTask(frame, task.around())) {
        found.addAll(accesses.in(frame));
      }
    }
    found.removeIf(tasks::isHandedOver);
    return found;
  }

  private static boolean isInside(Frame frame, Frame outer) {
    for (Frame at = frame; at != null; at = at.around()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  /** Whether a body, or one between it and another around it, runs on a thread of its own. */
  private boolean isInTask(Frame frame, Frame outer) {
    for (Frame at = frame; at != outer; at = at.around()) {
      for (Tasks.Task task : started) {
        if (task.frame() == at) {
          return true;
        }
      }
      if (at.use() == null) {
        return true; // nobody knows when it runs
      }
    }
    return false;
  }

  /** The op of the body around a task at which an access happens. */
  private static int position(Access access, Tasks.Task task) {
    Frame at = access.frame();
    int index = access.index();
    for (; at != task.around(); at = at.around()) {
      index = at.use().index();
    }
    return index;
  }

  /** The op of the body around a task that makes the collection anew each time it runs, or -1. */
  private static int made(Access access, Tasks.Task task) {
    boolean here =
        access.root().frame() == task.around() && !(access.root().op() instanceof Op.GetField);
    return here ? access.root().index() : -1;
  }

  private boolean conflict(Access one, Access other) {
    return one.place().equals(other.place())
        && (one.changes() || other.changes())
        && !(isGuarded(one) && isGuarded(other));
  }

  private boolean isUnguarded(Access one, Access other) {
    return !isGuarded(one) && !isGuarded(other);
  }

  private boolean isGuarded(Access access) {
    return guards.isGuarded(access.frame(), access.index());
  }
}
