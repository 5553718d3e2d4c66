package dev.holdfast.gate.project;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the paths a user names into modules with Java files. */
final class Discovery implements AutoCloseable {
  private final Names names;
  private final boolean tests;
  private final Coverage coverage;
  private final Map<Path, Module> mavenModules = new LinkedHashMap<>();
  private final List<Module> otherModules = new ArrayList<>();
  private final List<Compiled> compiled = new ArrayList<>();
  private final List<FileSystem> jars = new ArrayList<>();
  private final Set<Path> brokenPoms = new HashSet<>();

  /**
   * A jar, folder of class files or class file, and a module without sources that knows its class
   * path.
   */
  record Compiled(Path path, Module module) {}

  Discovery(Names names, boolean tests, Coverage coverage) {
    this.names = names;
    this.tests = tests;
    this.coverage = coverage;
  }

  /** Adds what one path stands for. */
  void add(Path path) throws InputException {
    if (!Files.exists(path)) {
      throw new InputException("no such file or folder: " + names.display(path));
    }
    if (!Files.isReadable(path)) {
      throw new InputException("not readable: " + names.display(path));
    }
    Path real = real(path);
    String name = String.valueOf(real.getFileName());
    if (Files.isDirectory(real)) {
      addFolder(real);
    } else if (name.endsWith(".java")) {
      addFile(real);
    } else if (name.endsWith(".class")) {
      addCompiled(real, owner(real));
    } else if (JarContents.isJarName(name)) {
      addJar(real);
    } else {
      throw new InputException(
          names.display(path) + ": neither a folder, a .java or .class file nor a jar");
    }
  }

  private Path real(Path path) throws InputException {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new InputException("not readable: " + names.display(path), e);
    }
  }

  private void addFolder(Path folder) {
    Pom owner = owner(folder);
    if (owner == null || !addPart(owner, folder)) {
      int modules = mavenModules.size();
      Walk walk = new Walk(folder);
      walk.run();
      if (walk.javaFiles.isEmpty() && mavenModules.size() == modules) {
        if (walk.hasClasses) {
          addCompiled(folder, owner);
        } else if (walk.jars > 0) {
          String jars = Coverage.count(walk.jars, "jar");
          coverage.add(
              Gap.note(jars + " in " + names.display(folder) + ": name those to be scanned"));
        }
      }
      addPlain(folder, walk.javaFiles, owner);
    }
  }

  private void addFile(Path file) {
    Pom owner = owner(file);
    if (owner == null || !addPart(owner, file)) {
      List<Path> roots = List.of(SourceRoot.of(file));
      otherModules.add(
          new Module(names.display(file), owner, roots, List.of(file), Set.of(file), true));
    }
  }

  /** The Maven module that a path lies in; null where there is none. */
  private Pom owner(Path path) {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      Pom pom = pom(above);
      if (pom != null) {
        return pom.isAggregator() ? null : pom;
      }
    }
    return null;
  }

  /** A path below a source folder of a Maven module: that module, cut to what is asked for. */
  private boolean addPart(Pom pom, Path path) {
    boolean inMain = pom.sourceRoots(false).stream().anyMatch(path::startsWith);
    boolean inTests = pom.sourceRoots(true).stream().anyMatch(path::startsWith);
    if (inMain || inTests) {
      addMaven(pom, path, inTests || tests);
    }
    return inMain || inTests;
  }

  private Pom pom(Path folder) {
    Path file = folder.resolve("pom.xml");
    if (!Files.isRegularFile(file) || brokenPoms.contains(file)) {
      return null;
    }
    try {
      return Pom.read(file);
    } catch (InputException e) {
      brokenPoms.add(file);
      coverage.add(Gap.note(e.getMessage() + "; its folder is read as plain Java files"));
      return null;
    }
  }

  private void addMaven(Pom pom, Path limit, boolean withTests) {
    List<Path> roots = new ArrayList<>(pom.sourceRoots(false));
    if (withTests) {
      roots.addAll(pom.sourceRoots(true));
    }
    Set<Path> files = new LinkedHashSet<>();
    for (Path root : roots) {
      Walk walk = new Walk(root);
      walk.insideSources = true;
      walk.run();
      files.addAll(walk.javaFiles);
    }
    Set<Path> reported = new HashSet<>(files);
    if (!limit.equals(pom.base())) {
      reported.removeIf(file -> !file.startsWith(limit));
    }
    Module before = mavenModules.get(pom.file());
    if (before != null) {
      reported.addAll(before.reported());
      files.addAll(before.files());
    }
    String name = names.display(pom.base());
    mavenModules.put(
        pom.file(), new Module(name, pom, roots, List.copyOf(files), reported, withTests));
  }

  /**
   * @param owner the Maven module whose class path the files may want, or null
   */
  private void addPlain(Path base, List<Path> javaFiles, Pom owner) {
    Set<Path> roots = new LinkedHashSet<>();
    List<Path> files = new ArrayList<>();
    for (Path file : javaFiles) {
      Path root = SourceRoot.of(file);
      Path relative = root.startsWith(base) ? base.relativize(root) : Path.of("");
      if ((tests || !Folders.isTests(relative)) && !isOutput(relative)) {
        roots.add(root);
        files.add(file);
      }
    }
    if (!files.isEmpty()) {
      Module module =
          new Module(
              names.display(base), owner, List.copyOf(roots), files, new HashSet<>(files), tests);
      otherModules.add(module);
    }
  }

  /** A folder named {@code build} that is a package, by what its files declare, is none. */
  private static boolean isOutput(Path relativeRoot) {
    for (Path part : relativeRoot) {
      if (Folders.isOutputName(part.toString())) {
        return true;
      }
    }
    return false;
  }

  private void addCompiled(Path path, Pom owner) {
    Module module = new Module(names.display(path), owner, List.of(), List.of(), Set.of(), tests);
    compiled.add(new Compiled(path, module));
  }

  private void addJar(Path jar) throws InputException {
    try {
      JarContents contents = JarContents.of(jar);
      if (contents == JarContents.NEITHER) {
        List<String> inside = JarContents.jarsInside(jar);
        throw new InputException(
            names.display(jar)
                + ": holds neither class files nor Java sources"
                + (inside.isEmpty()
                    ? ""
                    : "; unpack it and scan the jars inside, as " + inside.get(0)));
      }
      if (contents == JarContents.CLASSES) {
        Pom beside = pomBeside(jar);
        addCompiled(jar, beside == null ? owner(jar) : beside);
        return;
      }
      FileSystem files = FileSystems.newFileSystem(jar);
      jars.add(files);
      Path root = files.getPath("/");
      Walk walk = new Walk(root);
      walk.insideSources = true;
      walk.run();
      otherModules.add(
          new Module(
              names.display(jar),
              pomBeside(jar),
              List.of(root),
              walk.javaFiles,
              new HashSet<>(walk.javaFiles),
              false));
    } catch (IOException | ProviderNotFoundException e) {
      throw new InputException(names.display(jar) + ": not a readable jar: " + e.getMessage(), e);
    }
  }

  /** In a Maven repository the POM lies beside the sources, and knows their class path. */
  private Pom pomBeside(Path jar) throws InputException {
    String name = jar.getFileName().toString();
    Path pom = jar.resolveSibling(name.replaceFirst("(-sources)?\\.jar$", ".pom"));
    return name.endsWith(".jar") && Files.isRegularFile(pom) ? Pom.read(pom) : null;
  }

  List<Module> modules() {
    List<Module> modules = new ArrayList<>(mavenModules.values());
    modules.addAll(otherModules);
    modules.removeIf(module -> module.reported().isEmpty());
    return modules;
  }

  List<Compiled> compiled() {
    return List.copyOf(compiled);
  }

  @Override
  public void close() {
    for (FileSystem jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        // it was only read
      }
    }
  }

  /** Collects Java files in path order; Maven modules on the way are added as such. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final List<Path> javaFiles = new ArrayList<>();
    private final Set<Path> aggregators = new HashSet<>();
    private boolean insideSources;
    private boolean hasClasses;
    private int jars;

    Walk(Path start) {
      this.start = start;
    }

    void run() {
      try {
        Files.walkFileTree(start, this);
      } catch (IOException e) {
        skipped(start, e);
      }
      javaFiles.sort(null);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (insideSources) {
        Path name = folder.getFileName();
        boolean hidden = name != null && Folders.isHidden(name.toString());
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }
      boolean sourcesOfAggregator =
          aggregators.contains(folder.getParent()) && folder.endsWith("src");
      if (!folder.equals(start) && (Folders.isSkipped(folder) || sourcesOfAggregator)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Pom pom = pom(folder);
      if (pom == null) {
        return FileVisitResult.CONTINUE;
      }
      addMaven(pom, pom.base(), tests);
      for (Path module : pom.modules()) {
        Pom elsewhere = module.startsWith(start) ? null : pom(module.getParent());
        if (elsewhere != null) {
          addMaven(elsewhere, elsewhere.base(), tests);
        }
      }
      if (!pom.isAggregator()) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      aggregators.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      hasClasses |= name.endsWith(".class");
      jars += JarContents.isJarName(name) ? 1 : 0;
      boolean isCode = name.endsWith(".java") && !name.equals("module-info.java");
      if (isCode && !Folders.isHidden(name) && Files.isRegularFile(file)) {
        javaFiles.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      skipped(file, e);
      return FileVisitResult.CONTINUE;
    }

    private void skipped(Path file, IOException e) {
      String why = e instanceof AccessDeniedException ? "not readable" : e.toString();
      coverage.add(new Gap(Gap.Kind.SKIPPED, names.display(file), 0, why));
    }
  }
}
