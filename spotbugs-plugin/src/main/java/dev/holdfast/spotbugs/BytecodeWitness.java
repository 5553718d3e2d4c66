package dev.holdfast.spotbugs;

import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.bytecode.ClassFileWorld;
import dev.holdfast.analysis.bytecode.ClassFiles;
import dev.holdfast.analysis.bytecode.ClassWitness;
import dev.holdfast.analysis.bytecode.Unread;
import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.StubProblem;
import edu.umd.cs.findbugs.ba.AnalysisContext;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the class files say: one for each run of SpotBugs, kept in its analysis cache and gone with
 * it. Analyses each class once, whichever detector asks first.
 */
final class BytecodeWitness {
  /** Offset of the version in a class file, and the version of Java 0, so to speak. */
  private static final int MAJOR = 6;

  private static final int MAJOR_OF_ZERO = 44;

  private final AnalysedClassPath classPath;
  private final ClassFiles files;
  private final Settings settings;
  private final Catalog catalog;

  /** One for each release that classes were compiled for: facts may depend on it. */
  private final Map<Integer, Release> releases = new HashMap<>();

  private ClassDescriptor lastType;
  private List<NumberedFinding> lastFindings;

  private static final class Release {
    private final ClassFileWorld world;
    private final ClassWitness witness;
    private int told;

    Release(ClassFileWorld world, ClassWitness witness) {
      this.world = world;
      this.witness = witness;
    }
  }

  BytecodeWitness(IAnalysisCache cache, Properties properties) {
    this.classPath = new AnalysedClassPath(cache);
    Configuration options = PluginOptions.of(properties, classPath.configurationFile());
    this.files = classPath.or(ClassFiles.runningJdk());
    this.settings = options.settings();
    this.catalog = Catalog.with(options.stubs(), classPath.shippedStubs());
    options.problems().forEach(BytecodeWitness::tell);
    for (StubProblem problem : catalog.problems()) {
      tell(problem.toString());
    }
  }

  /** All findings in a class, the same list for everyone who asks. */
  synchronized List<NumberedFinding> findings(ClassDescriptor type) {
    if (!type.equals(lastType)) {
      lastFindings = analyze(type.getDottedClassName());
      lastType = type;
    }
    return lastFindings;
  }

  private List<NumberedFinding> analyze(String className) {
    try {
      Release release = releases.computeIfAbsent(release(className), this::open);
      List<NumberedFinding> found = NumberedFinding.of(release.witness.findings(className));
      tellUnread(release);
      return found;
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
      // an Error that gets out would end the whole run of SpotBugs
      tellCrash(className, crash);
      return List.of();
    }
  }

  /** What the class was compiled for; 0 where it cannot be read, which the world then says. */
  private int release(String className) {
    try {
      byte[] file = classPath.find(className);
      return file == null || file.length < MAJOR + 2
          ? 0
          : ((file[MAJOR] & 0xff) << 8 | file[MAJOR + 1] & 0xff) - MAJOR_OF_ZERO;
    } catch (IOException e) {
      return 0;
    }
  }

  private Release open(int release) {
    ClassFileWorld world = new ClassFileWorld(files, release, classPath::isApplicationClass);
    return new Release(
        world, new ClassWitness(world, catalog, settings, BytecodeWitness::tellCrash));
  }

  /** What could not be read of the analysed classes; of libraries, that is nobody's concern. */
  private void tellUnread(Release release) {
    if (release.world.unreadCount() == release.told) {
      return;
    }
    List<Unread> unread = release.world.unread();
    for (Unread problem : unread.subList(Math.min(release.told, unread.size()), unread.size())) {
      if (classPath.isApplicationClass(type(problem.name()))) {
        tell("could not read " + problem);
      }
    }
    release.told = release.world.unreadCount();
  }

  /** The class that a class or method named so stands in. */
  private static String type(String name) {
    int parameters = name.indexOf('(');
    return parameters < 0 ? name : name.substring(0, name.lastIndexOf('.', parameters));
  }

  private static void tell(String text) {
    AnalysisContext.logError("Holdfast: " + text);
  }

  private static void tellCrash(String what, Throwable crash) {
    AnalysisContext.currentAnalysisContext()
        .getLookupFailureCallback()
        .logError("Holdfast could not analyse " + what + "; the rest is analysed", crash);
  }
}
