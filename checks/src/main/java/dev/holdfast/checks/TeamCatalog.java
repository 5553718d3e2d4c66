package dev.holdfast.checks;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.ShippedStubs;
import dev.holdfast.catalog.StubProblem;
import dev.holdfast.catalog.StubSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * The catalog of one class path. What is wrong in the team's stubs is an error, because they can
 * mend it; what is wrong in those of a library is a warning.
 */
public record TeamCatalog(Catalog catalog, List<Notice> notices) {
  public TeamCatalog {
    notices = List.copyOf(notices);
  }

  /**
   * @param team the team's own stubs
   */
  public static TeamCatalog of(List<StubSource> team, List<Path> classPath) {
    Catalog catalog = Catalog.with(team, ShippedStubs.on(classPath));
    Set<String> names = new HashSet<>();
    team.forEach(source -> names.add(source.name()));
    List<Notice> notices = new ArrayList<>();
    for (StubProblem problem : catalog.problems()) {
      Diagnostic.Kind kind =
          names.contains(problem.file()) ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
      notices.add(new Notice(kind, problem.toString()));
    }
    return new TeamCatalog(catalog, notices);
  }
}
