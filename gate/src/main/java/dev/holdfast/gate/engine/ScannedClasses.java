package dev.holdfast.gate.engine;

import dev.holdfast.analysis.bytecode.ClassFiles;
import dev.holdfast.analysis.bytecode.ClassOutline;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.gate.project.ClassRoot;
import dev.holdfast.gate.project.Names;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The class files of a jar or folder, or one of them alone, by the names they give themselves,
 * wherever in it they lie: that also finds the classes of a web application, and no name of an
 * entry leads anywhere.
 */
final class ScannedClasses implements ClassFiles {
  private static final String SUFFIX = ".class";
  private static final String VERSIONS = "META-INF/versions/";
  private static final int FIRST_MULTI_RELEASE = 9;

  private final ClassRoot root;
  private final Names names;
  private final Coverage coverage;
  private final JarFile jar;

  /** What the names of class files are relative to. */
  private final Path base;

  private final Map<String, Found> classes = new LinkedHashMap<>();
  private final Map<String, List<String>> packages = new HashMap<>();

  /** A class file: what it is called in the jar or folder, and where its bytes are. */
  private record Found(ClassOutline outline, String name, Content content) {}

  private interface Content {
    byte[] read() throws IOException;
  }

  ScannedClasses(ClassRoot root, Names names, Coverage coverage) throws IOException {
    this.root = root;
    this.names = names;
    this.coverage = coverage;
    boolean alone = root.path().toString().endsWith(SUFFIX) && Files.isRegularFile(root.path());
    this.base = alone ? root.path().getParent() : root.path();
    if (Files.isDirectory(root.path())) {
      this.jar = null;
      readFolder();
    } else if (alone) {
      this.jar = null;
      readFile();
    } else {
      Runtime.Version version =
          root.release() < FIRST_MULTI_RELEASE
              ? JarFile.baseVersion()
              : Runtime.Version.parse(String.valueOf(root.release()));
      this.jar = new JarFile(root.path().toFile(), false, ZipFile.OPEN_READ, version);
      readJar();
    }
  }

  private void readFolder() throws IOException {
    try (Stream<Path> files = Files.walk(root.path())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.path().relativize(file).toString().replace('\\', '/');
        add(name, () -> Files.readAllBytes(file));
      }
    }
  }

  private void readFile() {
    Path file = root.path();
    add(file.getFileName().toString(), () -> Files.readAllBytes(file));
  }

  /** The folder of packages that a lone class file lies in, to be known and not judged. */
  List<Path> neighbours() {
    if (jar != null || base.equals(root.path())) {
      return List.of();
    }
    Path folder = base;
    for (ClassOutline outline : outlines()) {
      Path declared = Path.of(outline.name().replace('.', '/') + SUFFIX);
      for (int i = 1; i < declared.getNameCount() && root.path().endsWith(declared); i++) {
        folder = folder.getParent();
      }
    }
    return List.of(folder);
  }

  private void readJar() {
    try (Stream<JarEntry> entries = jar.versionedStream()) {
      for (JarEntry entry : entries.toList()) {
        add(entry.getRealName(), () -> bytes(entry));
      }
    }
  }

  private byte[] bytes(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private void add(String name, Content content) {
    boolean isVersion = jar != null && !jar.isMultiRelease() && name.startsWith(VERSIONS);
    if (!name.endsWith(SUFFIX) || name.endsWith("-info" + SUFFIX) || isVersion) {
      return;
    }
    try {
      ClassOutline outline = ClassOutline.of(content.read());
      Found before = classes.putIfAbsent(outline.name(), new Found(outline, name, content));
      if (before != null) {
        skipped(display(name), "the same class as " + before.name());
      }
    } catch (IOException | RuntimeException e) {
      skipped(display(name), ClassOutline.problem(e));
    }
  }

  private void skipped(String file, String why) {
    coverage.add(new Gap(Gap.Kind.SKIPPED, file, 0, why));
  }

  List<ClassOutline> outlines() {
    return classes.values().stream().map(Found::outline).toList();
  }

  boolean contains(String binaryName) {
    return classes.containsKey(binaryName);
  }

  @Override
  public byte[] find(String binaryName) throws IOException {
    Found found = classes.get(binaryName);
    return found == null ? null : found.content().read();
  }

  @Override
  public List<String> classesIn(String packageName) {
    if (packages.isEmpty()) {
      for (String name : new TreeSet<>(classes.keySet())) {
        String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        packages.computeIfAbsent(owner, key -> new ArrayList<>()).add(name);
      }
    }
    return packages.getOrDefault(packageName, List.of());
  }

  /** Package and name of the source file of a class; null where the class file does not say. */
  String sourcePath(String binaryName) {
    Found found = classes.get(binaryName);
    String file = found == null ? null : found.outline().sourceFile();
    if (file == null) {
      return null;
    }
    return binaryName.substring(0, binaryName.lastIndexOf('.') + 1).replace('.', '/') + file;
  }

  /** The class file under the name people know it by. */
  SourceFile file(String binaryName) {
    Found found = classes.get(binaryName);
    String name = found == null ? binaryName.replace('.', '/') + SUFFIX : found.name();
    return SourceFile.compiled(display(name), uri(name));
  }

  private String display(String name) {
    String folder = names.display(base) + (jar == null ? "/" : "!/");
    return (folder.equals("./") ? "" : folder) + printable(name);
  }

  /** Names come from strangers, and go to a terminal. */
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private URI uri(String name) {
    URI folder = base.toUri();
    String path = folder.getPath().replaceFirst("/$", "") + (jar == null ? "/" : "!/") + name;
    try {
      return new URI("file", null, path, null);
    } catch (URISyntaxException e) {
      return folder;
    }
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}
