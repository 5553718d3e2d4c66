package dev.holdfast.gate.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a scan looked at and what it missed, so that silence is not mistaken for health. */
public final class Coverage {
  private static final int NAMED = 5;

  private final Set<Gap> gaps = new LinkedHashSet<>();
  private int files;
  private int classes;
  private long lines;
  private int unresolvedCalls;

  public void addFile(int lineCount) {
    files++;
    lines += lineCount;
  }

  public void addClass() {
    classes++;
  }

  public void addUnresolvedCalls(int count) {
    unresolvedCalls += count;
  }

  public void add(Gap gap) {
    gaps.add(gap);
  }

  public int files() {
    return files;
  }

  /** Class files that were read. */
  public int classes() {
    return classes;
  }

  public long lines() {
    return lines;
  }

  public int unresolvedCalls() {
    return unresolvedCalls;
  }

  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  public List<Gap> gaps(Gap.Kind kind) {
    return gaps.stream().filter(gap -> gap.kind() == kind).toList();
  }

  public boolean isComplete() {
    return unresolvedCalls == 0 && gaps.stream().noneMatch(Gap::leavesHole);
  }

  /** One line for people: what was looked at, and what was not. */
  public String summary() {
    StringBuilder line = new StringBuilder();
    if (files > 0 || classes == 0) {
      line.append(count(files, "file")).append(", ").append(count(lines, "line"));
    }
    if (classes > 0) {
      String all = count(classes, "class").replace("classs", "classes");
      line.append(files > 0 ? ", " : "").append(all);
    }
    int unresolved = gaps(Gap.Kind.UNRESOLVED).size();
    if (unresolved > 0) {
      line.append(", ").append(count(unresolved, "file")).append(" with unresolved types");
    }
    if (unresolvedCalls > 0) {
      line.append(", ").append(count(unresolvedCalls, "call site")).append(" not resolved");
    }
    appendNamed(line, Gap.Kind.UNPARSED, "could not be parsed");
    appendNamed(line, Gap.Kind.SKIPPED, "skipped");
    int crashed = gaps(Gap.Kind.CRASHED).size();
    if (crashed > 0) {
      line.append(", the analysis failed in ").append(count(crashed, "place"));
    }
    return line.toString();
  }

  private void appendNamed(StringBuilder line, Gap.Kind kind, String what) {
    List<Gap> found = gaps(kind);
    if (found.isEmpty()) {
      return;
    }
    line.append(", ").append(count(found.size(), "file")).append(' ').append(what).append(": ");
    List<String> names = new ArrayList<>();
    for (Gap gap : found.subList(0, Math.min(NAMED, found.size()))) {
      names.add(gap.text().isEmpty() ? gap.where() : gap.where() + " (" + gap.text() + ")");
    }
    line.append(String.join(", ", names));
    if (found.size() > NAMED) {
      line.append(" and ").append(found.size() - NAMED).append(" more");
    }
  }

  /** A count with its noun, for example {@code 1 file} or {@code 12,345 lines}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
