package dev.holdfast.gate.engine;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.bytecode.ClassFiles;
import dev.holdfast.analysis.bytecode.ClassFinding;
import dev.holdfast.analysis.bytecode.ClassOutline;
import dev.holdfast.analysis.bytecode.ClassWitness;
import dev.holdfast.analysis.bytecode.Unread;
import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.catalog.Catalog;
import dev.holdfast.checks.Notice;
import dev.holdfast.checks.Options;
import dev.holdfast.checks.TeamCatalog;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Progress;
import dev.holdfast.gate.project.ClassRoot;
import dev.holdfast.gate.project.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;

/** Collects what class files say, where the sources of the same scan have not said it. */
public final class ClassEngine {
  private final Options options;
  private final KnownSources known;
  private final Crashes crashes;
  private final Names names;
  private final Coverage coverage;
  private final Progress progress;

  /**
   * @param sources what judged the sources of this scan, and is done with them
   */
  public ClassEngine(
      Options options, Engine sources, Names names, Coverage coverage, Progress progress) {
    this.options = options;
    this.known = sources.sources();
    this.crashes = sources.crashes();
    this.names = names;
    this.coverage = coverage;
    this.progress = progress;
  }

  public List<Hit> scan(List<ClassRoot> roots) {
    List<Hit> hits = new ArrayList<>();
    for (ClassRoot root : roots) {
      progress.show("reading " + root.name());
      try (ScannedClasses classes = new ScannedClasses(root, names, coverage);
          ClassFiles libraries = libraries(root, classes);
          SourcesAtHand sources = new SourcesAtHand(known, root.sources(), names, coverage)) {
        hits.addAll(new Run(root, classes, libraries, sources).hits());
      } catch (IOException | RuntimeException e) {
        coverage.add(new Gap(Gap.Kind.SKIPPED, root.name(), 0, "not readable: " + e));
      }
    }
    return hits;
  }

  private static ClassFiles libraries(ClassRoot root, ScannedClasses classes) {
    List<Path> all = new ArrayList<>(classes.neighbours());
    all.addAll(root.classPath());
    return ClassFiles.of(all, root.release());
  }

  /** One jar, folder or class file. */
  private final class Run {
    private final ScannedClasses classes;
    private final ClassFiles all;
    private final ClassPlacing placing;
    private final Settings settings;
    private final Catalog catalog;

    /** One for each release that classes were compiled for: facts may depend on it. */
    private final Map<Integer, Release> releases = new HashMap<>();

    private final Map<String, Boolean> isThere = new HashMap<>();

    Run(ClassRoot root, ScannedClasses classes, ClassFiles libraries, SourcesAtHand sources) {
      this.classes = classes;
      this.all = classes.or(libraries).or(ClassFiles.runningJdk());
      this.placing = new ClassPlacing(classes, sources);
      List<Path> shipping = new ArrayList<>(List.of(root.path()));
      shipping.addAll(root.classPath());
      Configuration configured = options.near(root.path().toUri()).configuration();
      for (String problem : configured.problems()) {
        crashes.tell(new Notice(Diagnostic.Kind.ERROR, problem));
      }
      this.settings = configured.settings();
      TeamCatalog team = TeamCatalog.of(configured.stubs(), shipping);
      team.notices().forEach(crashes::tell);
      this.catalog = team.catalog();
    }

    List<Hit> hits() {
      List<Hit> hits = new ArrayList<>();
      for (ClassOutline outline : classes.outlines()) {
        progress.show("judging " + outline.name());
        coverage.addClass();
        Release release = releases.computeIfAbsent(outline.release(), Release::new);
        for (ClassFinding found : release.witness.findings(outline.name())) {
          Hit hit = placing.hit(found);
          if (!known.settle(hit)) {
            hits.add(hit);
          }
        }
        noteUnresolved(outline);
      }
      Set<Unread> unread = new HashSet<>();
      releases.values().forEach(release -> unread.addAll(release.world.unread()));
      unread.stream()
          .sorted(java.util.Comparator.comparing(Unread::name))
          .forEach(this::noteUnread);
      return hits;
    }

    /** Of what cannot be read in libraries the unresolved calls tell enough. */
    private void noteUnread(Unread problem) {
      String name = problem.name();
      int parameters = name.indexOf('(');
      String type = parameters < 0 ? name : name.substring(0, name.lastIndexOf('.', parameters));
      if (classes.contains(type)) {
        String method = parameters < 0 ? "" : name.substring(type.length() + 1, parameters) + ": ";
        String file = classes.file(type).display();
        coverage.add(new Gap(Gap.Kind.SKIPPED, file, 0, method + problem.reason()));
      }
    }

    private void noteUnresolved(ClassOutline outline) {
      int calls = 0;
      for (Map.Entry<String, Integer> callee : outline.callees().entrySet()) {
        calls += isThere(callee.getKey()) ? 0 : callee.getValue();
      }
      if (calls > 0) {
        coverage.addUnresolvedCalls(calls);
        String file = classes.file(outline.name()).display();
        coverage.add(new Gap(Gap.Kind.UNRESOLVED, file, 0, ""));
      }
    }

    private boolean isThere(String type) {
      return isThere.computeIfAbsent(
          type,
          name -> {
            try {
              return all.find(name) != null;
            } catch (IOException | RuntimeException e) {
              return false;
            }
          });
    }

    /** The classes as a program compiled for one release sees them. */
    private final class Release {
      private final ClassFileWorld world;
      private final ClassWitness witness;

      Release(int number) {
        world = new ClassFileWorld(all, number, classes::contains);
        witness =
            new ClassWitness(
                world,
                catalog,
                settings,
                (where, crash) -> crashes.add("judging " + where, "", crash));
      }
    }
  }
}
