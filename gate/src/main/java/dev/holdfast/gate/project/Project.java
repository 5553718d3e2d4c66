package dev.holdfast.gate.project;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.model.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The code a user points at, ready to be compiled. Holds jars open until it is closed. */
public final class Project implements AutoCloseable {
  /** Attributed trees take about this many bytes of heap for each byte of source. */
  private static final int HEAP_PER_SOURCE_BYTE = 100;

  private final Request request;
  private final Names names;
  private final Coverage coverage;
  private final Progress progress;
  private final Discovery discovery;
  private final Map<Path, Reactor> reactors = new HashMap<>();

  /**
   * What the user asks for.
   *
   * @param classPath null to find it out
   * @param release 0 to find it out
   * @param charset null to find it out
   */
  public record Request(
      List<Path> paths,
      boolean tests,
      String classPath,
      int release,
      Charset charset,
      boolean offline) {}

  public Project(Request request, Names names, Coverage coverage, Progress progress) {
    this.request = request;
    this.names = names;
    this.coverage = coverage;
    this.progress = progress;
    this.discovery = new Discovery(names, request.tests(), coverage);
  }

  /** What to compile and what to read as it was compiled; never both empty. */
  public record Inputs(List<Compilation> compilations, List<ClassRoot> classRoots) {}

  public Inputs inputs() throws InputException {
    for (Path path : request.paths()) {
      discovery.add(names.resolve(path));
    }
    List<Module> modules = discovery.modules();
    List<Discovery.Compiled> compiled = discovery.compiled();
    if (modules.isEmpty() && compiled.isEmpty()) {
      String where =
          String.join(
              ", ", request.paths().stream().map(p -> names.display(names.resolve(p))).toList());
      String hint = request.tests() ? "" : " (tests are scanned only with --tests)";
      List<Gap> notes = coverage.gaps(Gap.Kind.NOTE);
      String found = notes.isEmpty() ? "" : "; " + notes.get(0).text();
      throw new InputException("no Java sources or class files in " + where + hint + found);
    }
    Map<Module, Reactor> reactorOf = new LinkedHashMap<>();
    for (Module module : modules) {
      if (module.pom() != null) {
        reactorOf.put(module, reactor(module.pom()));
      }
    }
    for (Discovery.Compiled one : compiled) {
      if (one.module().pom() != null) {
        reactorOf.put(one.module(), reactor(one.module().pom()));
      }
    }
    Map<Path, List<Path>> jars = askMaven(reactorOf);
    Grouping grouping = new Grouping(Runtime.getRuntime().maxMemory() / HEAP_PER_SOURCE_BYTE);
    for (Module module : modules) {
      grouping.add(input(module, reactorOf.get(module), jars));
    }
    List<ClassRoot> roots = new ArrayList<>();
    for (Discovery.Compiled one : compiled) {
      roots.add(classRoot(one, reactorOf.get(one.module()), jars, compiled));
    }
    return new Inputs(grouping.compilations(), roots);
  }

  private ClassRoot classRoot(
      Discovery.Compiled root,
      Reactor reactor,
      Map<Path, List<Path>> jars,
      List<Discovery.Compiled> given) {
    Set<Path> sources = new LinkedHashSet<>();
    Set<Path> classPath = new LinkedHashSet<>();
    if (request.classPath() != null) {
      classPath.addAll(ClassPathOption.parse(request.classPath(), names));
    }
    classPath.addAll(ManifestClassPath.of(root.path()));
    if (root.module().pom() == null) {
      sources.addAll(BuildOutput.sourcesOf(root.path()));
    } else {
      addMaven(root.module(), reactor, jars, sources, classPath);
    }
    sources.add(JarContents.sourcesBeside(root.path()));
    given.stream()
        .map(Discovery.Compiled::path)
        .filter(JarContents::isOnClassPath)
        .forEach(classPath::add);
    classPath.remove(root.path());
    if (reactor == null && request.classPath() == null) {
      noteJarsInside(root);
    }
    return new ClassRoot(
        root.module().name(),
        root.path(),
        ClassPathOption.sound(List.copyOf(classPath), names, coverage),
        List.copyOf(sources),
        request.release() > 0 ? request.release() : Runtime.version().feature());
  }

  private void noteJarsInside(Discovery.Compiled root) {
    int inside = JarContents.jarsInside(root.path()).size();
    if (inside > 0) {
      coverage.add(
          Gap.note(
              root.module().name()
                  + ": the libraries inside ("
                  + Coverage.count(inside, "jar")
                  + ") are not read; to know them, unpack them and give --classpath 'folder/*'"));
    }
  }

  private Reactor reactor(Pom pom) throws InputException {
    for (Reactor known : reactors.values()) {
      if (known.modules().stream().anyMatch(module -> module.file().equals(pom.file()))) {
        return known;
      }
    }
    Reactor reactor = Reactor.around(pom);
    reactors.put(reactor.top(), reactor);
    return reactor;
  }

  private Map<Path, List<Path>> askMaven(Map<Module, Reactor> reactorOf) {
    if (request.classPath() != null) {
      return Map.of();
    }
    Map<Reactor, Set<Path>> wanted = new LinkedHashMap<>();
    reactorOf.forEach(
        (module, reactor) -> {
          Set<Path> poms = wanted.computeIfAbsent(reactor, r -> new LinkedHashSet<>());
          poms.add(module.pom().file());
          reactor.siblings(module.pom()).forEach(sibling -> poms.add(sibling.file()));
        });
    String command = Maven.onPath();
    MavenClassPaths maven =
        new MavenClassPaths(
            command == null ? null : new Maven(command),
            new ClassPathCache(ClassPathCache.userFolder()),
            !request.offline(),
            coverage,
            progress,
            names);
    Map<Path, List<Path>> jars = new HashMap<>();
    boolean tests = reactorOf.keySet().stream().anyMatch(Module::tests);
    wanted.forEach((reactor, poms) -> jars.putAll(maven.of(reactor, poms, tests)));
    return jars;
  }

  private Grouping.Input input(Module module, Reactor reactor, Map<Path, List<Path>> jars)
      throws InputException {
    Set<Path> sourcePath = new LinkedHashSet<>();
    Set<Path> classPath = new LinkedHashSet<>();
    if (request.classPath() != null) {
      classPath.addAll(ClassPathOption.parse(request.classPath(), names));
    }
    if (module.pom() == null) {
      addPlain(module, sourcePath, classPath);
    } else {
      addMaven(module, reactor, jars, sourcePath, classPath);
    }
    return new Grouping.Input(
        module,
        List.copyOf(sourcePath),
        ClassPathOption.sound(List.copyOf(classPath), names, coverage),
        settings(module),
        charset(module),
        bytes(module));
  }

  private void addPlain(Module module, Set<Path> sourcePath, Set<Path> classPath) {
    for (Path root : module.roots()) {
      if (root.getFileSystem() == FileSystems.getDefault()) {
        sourcePath.add(root);
        BuildOutput.above(root).forEach(classPath::add);
      }
    }
  }

  private void addMaven(
      Module module,
      Reactor reactor,
      Map<Path, List<Path>> jars,
      Set<Path> sourcePath,
      Set<Path> classPath) {
    // of a part, or of files beside the source folders, the rest is found where it lies
    sourcePath.addAll(module.pom().sourceRoots(false));
    BuildOutput.of(module.pom().base(), module.tests()).forEach(classPath::add);
    classPath.addAll(jars.getOrDefault(module.pom().file(), List.of()));
    for (Pom sibling : reactor.siblings(module.pom())) {
      sourcePath.addAll(sibling.sourceRoots(false));
      if (module.tests()) {
        sourcePath.addAll(sibling.sourceRoots(true)); // test-jar dependencies
      }
      BuildOutput.of(sibling.base(), module.tests()).forEach(classPath::add);
      classPath.addAll(jars.getOrDefault(sibling.file(), List.of()));
    }
  }

  private CompilerSettings settings(Module module) {
    CompilerSettings settings = module.settings();
    return request.release() > 0 ? settings.atLevel(request.release()) : settings;
  }

  private Charset charset(Module module) throws InputException {
    if (request.charset() != null || module.pom() == null) {
      return request.charset();
    }
    String name = module.pom().encoding();
    try {
      return name == null || name.contains("${") ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      coverage.add(Gap.note(names.display(module.pom().file()) + ": unknown encoding " + name));
      return null;
    }
  }

  private static long bytes(Module module) {
    long bytes = 0;
    for (Path file : module.files()) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        continue; // whoever reads the file reports it
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    discovery.close();
  }
}
