package dev.holdfast.spotbugs;

import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.classfile.IClassObserver;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** SpotBugs through its API, with the plugin as it was just compiled and its detectors alone. */
final class SpotBugs {
  private static final Path CLASSES = Path.of("target/classes");
  private static Plugin plugin;

  private SpotBugs() {}

  /** The plugin as SpotBugs' own loader reads it. */
  static synchronized Plugin plugin() throws Exception {
    if (plugin == null) {
      DetectorFactoryCollection.instance();
      plugin = Plugin.loadCustomPlugin(jar().toFile(), null);
      plugin.setGloballyEnabled(true);
    }
    return plugin;
  }

  private static Path jar() throws Exception {
    Path jar = Path.of("target/plugin-of-classes.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  /** All bugs and errors in these classes, against the class path of the tests. */
  static SortedBugCollection analyze(Path... classes) throws Exception {
    return analyze(type -> {}, classes);
  }

  /**
   * Likewise.
   *
   * @param observer hears of each class before the detectors do
   */
  static SortedBugCollection analyze(IClassObserver observer, Path... classes) throws Exception {
    plugin();
    Project project = new Project();
    for (Path root : classes) {
      project.addFile(root.toString());
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      project.addAuxClasspathEntry(entry);
    }
    BugCollectionBugReporter reporter = new BugCollectionBugReporter(project);
    reporter.setPriorityThreshold(Priorities.LOW_PRIORITY);
    reporter.setRankThreshold(20);
    try (FindBugs2 engine = new FindBugs2()) {
      engine.setProject(project);
      engine.setBugReporter(reporter);
      engine.addClassObserver(observer);
      engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
      engine.setUserPreferences(onlyOurs());
      engine.finishSettings();
      engine.execute();
    }
    return (SortedBugCollection) reporter.getBugCollection();
  }

  private static UserPreferences onlyOurs() throws Exception {
    UserPreferences preferences = UserPreferences.createDefaultUserPreferences();
    preferences.enableAllDetectors(false);
    for (DetectorFactory factory : plugin().getDetectorFactories()) {
      preferences.enableDetector(factory, true);
    }
    return preferences;
  }

  /** Bugs of the plugin, in the order of their lines. */
  static List<BugInstance> bugs(BugCollection collection) {
    return collection.getCollection().stream()
        .filter(bug -> bug.getType().startsWith("HF_"))
        .sorted(
            java.util.Comparator.comparingInt(
                bug -> bug.getPrimarySourceLineAnnotation().getStartLine()))
        .toList();
  }

  /** Bugs in classes compiled from these sources, by file name. */
  static List<BugInstance> bugs(Path folder, Map<String, String> sources) throws Exception {
    return bugs(analyze(Compiled.of(folder, sources)));
  }
}
