package dev.holdfast.gate.project;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Class paths of Maven modules: remembered ones first, then Maven offline, then Maven online. */
final class MavenClassPaths {
  private static final Duration OFFLINE_LIMIT = Duration.ofMinutes(2);
  private static final Duration ONLINE_LIMIT = Duration.ofMinutes(10);

  private final Maven maven;
  private final ClassPathCache cache;
  private final boolean online;
  private final Coverage coverage;
  private final Progress progress;
  private final Names names;

  /**
   * @param maven null where there is no Maven
   * @param online whether Maven may download
   */
  MavenClassPaths(
      Maven maven,
      ClassPathCache cache,
      boolean online,
      Coverage coverage,
      Progress progress,
      Names names) {
    this.maven = maven;
    this.cache = cache;
    this.online = online;
    this.coverage = coverage;
    this.progress = progress;
    this.names = names;
  }

  /**
   * Jars by POM file. A module that is missing could not be resolved; the coverage says why.
   *
   * @param tests whether what only the tests depend on is wanted too
   */
  Map<Path, List<Path>> of(Reactor reactor, Set<Path> poms, boolean tests) {
    try {
      String key = ClassPathCache.key(PomMirror.inputs(reactor), tests);
      Map<Path, List<Path>> found = new LinkedHashMap<>(cache.read(key));
      if (!found.keySet().containsAll(poms)) {
        ask(reactor, poms, tests, found);
        cache.write(key, found);
      }
      return found;
    } catch (IOException | InputException e) {
      coverage.add(Gap.note("Maven could not be asked for class paths: " + e.getMessage()));
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private void ask(Reactor reactor, Set<Path> poms, boolean tests, Map<Path, List<Path>> found)
      throws IOException, InputException, InterruptedException {
    if (maven == null) {
      coverage.add(
          Gap.note("no mvn on the PATH, so the class path is not known; give it by --classpath"));
      return;
    }
    try (ScratchFolder folder = new ScratchFolder("holdfast-poms")) {
      PomMirror mirror = PomMirror.write(reactor, tests, folder.path());
      progress.show("asking Maven for the class path");
      String problem = run(mirror, reactor, poms, found, true, OFFLINE_LIMIT);
      if (!found.keySet().containsAll(poms) && online) {
        progress.show("asking Maven for the class path, now online");
        problem = run(mirror, reactor, poms, found, false, ONLINE_LIMIT);
      }
      reportMissing(poms, found, problem);
    }
  }

  private String run(
      PomMirror mirror,
      Reactor reactor,
      Set<Path> poms,
      Map<Path, List<Path>> found,
      boolean offline,
      Duration limit)
      throws IOException, InterruptedException {
    Map<Path, Path> copies = new LinkedHashMap<>();
    for (Path pom : poms) {
      if (!found.containsKey(pom)) {
        copies.put(pom, mirror.of(pom));
      }
    }
    Path top = mirror.of(reactor.top());
    Path log = top.resolveSibling("holdfast-maven.log");
    String problem = maven.classPaths(top, List.copyOf(copies.values()), offline, limit, log);
    for (Map.Entry<Path, Path> entry : copies.entrySet()) {
      Path output = entry.getValue().resolveSibling(Maven.OUTPUT);
      if (Files.isRegularFile(output)) {
        found.put(entry.getKey(), ClassPathCache.split(Files.readString(output)));
      }
    }
    return problem;
  }

  private void reportMissing(Set<Path> poms, Map<Path, List<Path>> found, String problem) {
    Set<String> missing = new LinkedHashSet<>();
    for (Path pom : poms) {
      if (!found.containsKey(pom)) {
        missing.add(names.display(pom.getParent()));
      }
    }
    if (!missing.isEmpty()) {
      String why = problem.isEmpty() ? "" : " (" + problem + ")";
      String advice = online ? "; give it by --classpath" : "; try again without --offline";
      coverage.add(
          Gap.note("Maven knows no class path of " + String.join(", ", missing) + why + advice));
    }
  }
}
