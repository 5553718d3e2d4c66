package dev.holdfast.checks;

import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.StubProblem;
import dev.holdfast.catalog.StubSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;

/**
 * The catalog of one compilation. What is wrong in the team's stubs is an error, because they can
 * mend it; what is wrong in those of a library is a warning.
 */
record TeamCatalog(Catalog catalog, List<Notice> notices) {
  static TeamCatalog of(Options options, JavaFileManager files) {
    List<StubSource> team = new ArrayList<>();
    for (String stub : options.stubs()) {
      try {
        team.addAll(StubSource.at(Path.of(stub)));
      } catch (InvalidPathException e) {
        team.add(new StubSource(stub, null, "is no path: " + e.getReason()));
      }
    }
    Catalog catalog = Catalog.with(team, ClassPathStubs.of(files));
    Set<String> own = new HashSet<>();
    team.forEach(source -> own.add(source.name()));
    List<Notice> notices = new ArrayList<>();
    for (StubProblem problem : catalog.problems()) {
      notices.add(
          new Notice(
              own.contains(problem.file()) ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
              problem.toString()));
    }
    return new TeamCatalog(catalog, notices);
  }
}
