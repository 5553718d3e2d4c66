package dev.holdfast.cases.stubs;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Entry;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Member;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a stub declares with what one version of a library has. */
final class Truth {
  /** What came with a later JDK than the oldest that is supported: since when. */
  private static final Map<String, Integer> LATER =
      Map.of(
          "java.net.http.HttpClient.shutdown", 21,
          "java.net.http.HttpClient.awaitTermination", 21,
          "java.net.http.HttpClient.shutdownNow", 21,
          "java.net.http.HttpClient.close", 21,
          "java.util.concurrent.ExecutorService.close", 19,
          "java.lang.Thread.startVirtualThread", 21,
          "java.lang.Thread$Builder", 21,
          "java.io.Reader.readAllAsString", 25,
          "java.io.Reader.readAllLines", 25);

  private final Catalog catalog;
  private final Library library;
  private final ReflectedProgram program;

  Truth(Catalog catalog, Library library) {
    this.catalog = catalog;
    this.library = library;
    this.program = new ReflectedProgram(library, Runtime.version().feature());
  }

  /**
   * What is false about a declaration: one line each, with its place and the nearest thing there
   * is.
   *
   * @param complete whether it has to be there
   */
  List<String> problems(Entry entry, boolean complete) {
    List<String> problems = new ArrayList<>();
    if (!isInThisJdk(entry)) {
      return problems;
    }
    Class<?> type = library.find(entry.type());
    if (type == null) {
      if (complete) {
        problems.add(entry + ": " + library + " has no such type");
      }
      return problems;
    }
    if (entry.isType()) {
      return problems;
    }
    if (entry.isField()) {
      if (complete && Stream.of(type.getFields()).noneMatch(f -> isMeant(f, entry))) {
        problems.add(entry + ": " + library + " has no such field");
      }
      return problems;
    }
    List<Signature> all = Signature.named(type, entry.member());
    List<Signature> meant = all.stream().filter(s -> s.matches(entry.parameters())).toList();
    if (meant.isEmpty()) {
      if (complete) {
        problems.add(entry + ": " + library + " has no such member; " + nearest(type, entry, all));
      }
      return problems;
    }
    if (complete) {
      result(entry, meant.get(0), problems);
    }
    for (Signature member : all) {
      if (meant.contains(member) || speaksFor(entry, member)) {
        place(entry, member, problems);
      }
    }
    return problems;
  }

  /** Real overloads besides the one written that the declaration speaks for. */
  List<String> spokenForInPassing(Entry entry) {
    Class<?> type = entry.parameters() == null ? null : library.find(entry.type());
    if (type == null || entry.facts().isEmpty()) {
      return List.of();
    }
    return Signature.named(type, entry.member()).stream()
        .filter(member -> !member.matches(entry.parameters()) && speaksFor(entry, member))
        .map(Signature::toString)
        .toList();
  }

  private boolean isInThisJdk(Entry entry) {
    Integer since = LATER.get(entry.type() + "." + entry.member());
    if (since == null) {
      since = LATER.getOrDefault(entry.type(), 0);
    }
    return since <= Runtime.version().feature();
  }

  private static boolean isMeant(Field field, Entry entry) {
    return field.getName().equals(entry.member())
        && Signature.isWritten(field.getType(), entry.result());
  }

  private static void result(Entry entry, Signature member, List<String> problems) {
    String written = entry.result();
    if (!member.isConstructor() && !Signature.isWritten(member.result(), written)) {
      problems.add(
          entry + ": results in " + member.result().getSimpleName() + ", not in " + written);
    }
  }

  /** Facts as the catalog gives them for the real overload, not as the stub writes them. */
  private void place(Entry entry, Signature member, List<String> problems) {
    Contract contract = contract(entry, member);
    if (!contract.mentioned()) {
      problems.add(entry + ": the catalog does not know " + member);
    }
    for (Fact fact : contract.facts()) {
      if (fact.origin().startsWith(entry.file())) {
        String wrong = Placement.problem(fact, member);
        if (wrong != null) {
          problems.add(
              fact.origin()
                  + " "
                  + entry.type()
                  + "."
                  + member
                  + ": @"
                  + fact.word().annotation()
                  + " on "
                  + fact.slot()
                  + ": "
                  + wrong);
        }
      }
    }
  }

  private boolean speaksFor(Entry entry, Signature member) {
    Set<String> origins =
        entry.facts().stream().map(Fact::origin).collect(Collectors.toCollection(TreeSet::new));
    return contract(entry, member).facts().stream().anyMatch(f -> origins.contains(f.origin()));
  }

  private Contract contract(Entry entry, Signature member) {
    return catalog.contract(new Member(entry.type(), entry.member(), member.descriptor()), program);
  }

  private static String nearest(Class<?> type, Entry entry, List<Signature> overloads) {
    if (!overloads.isEmpty()) {
      return "there is "
          + overloads.stream().map(Signature::toString).sorted().collect(Collectors.joining(", "));
    }
    return Signature.names(type).stream()
        .min(Comparator.comparingInt(name -> edits(name, entry.member())))
        .map(name -> "the nearest is " + name)
        .orElse("it has none at all");
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int kept = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(kept, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
