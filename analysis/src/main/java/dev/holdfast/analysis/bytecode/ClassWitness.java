package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.Analyzer;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What the class files say: analyses each class once for all rules. Holds the memo of summaries:
 * one instance a run. For one thread.
 */
public final class ClassWitness {
  private final ClassFileWorld world;
  private final Analyzer analyzer;
  private final OpeningMethods openings;
  private final Acceptance acceptance;
  private final BiConsumer<String, Throwable> crashes;

  /**
   * @param crashes hears of each defect of ours, and where; it costs one method and nothing else
   */
  public ClassWitness(
      ClassFileWorld world,
      Catalog catalog,
      Settings settings,
      BiConsumer<String, Throwable> crashes) {
    this.world = world;
    this.analyzer = new Analyzer(world, catalog, settings);
    this.openings = new OpeningMethods(world, analyzer, crashes);
    this.acceptance = new Acceptance(world, new Contracts(world, catalog));
    this.crashes = crashes;
  }

  /**
   * All findings in a class, those shown only on demand included and those that the code accepts
   * left out.
   *
   * @param className binary name
   */
  public List<ClassFinding> findings(String className) {
    CodeReader file = world.read(className);
    if (file == null) {
      return List.of();
    }
    try {
      OpeningScan scan = OpeningScan.of(file, openings);
      return scan == null ? List.of() : findings(className, scan);
    } catch (RuntimeException | StackOverflowError e) {
      world.note(new Unread(className, "broken class file"));
      return List.of();
    }
  }

  private List<ClassFinding> findings(String className, OpeningScan scan) {
    Map<Object, ClassFinding> places = new LinkedHashMap<>();
    for (Body body : world.bodies(className, scan::wants)) {
      MethodRef declared = scan.declared(body.method());
      try {
        for (Finding finding : analyzer.analyze(body)) {
          if (!acceptance.covers(declared, finding.rule())) {
            Object key = key(finding, body.method());
            places.merge(key, new ClassFinding(finding, declared), ClassWitness::moreCertain);
          }
        }
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError crash) {
        crashes.accept(className + "." + body.method().name(), crash);
      }
    }
    return List.copyOf(places.values());
  }

  /** Field initialisers are copied into each constructor, and count once. */
  private static Object key(Finding finding, MethodRef body) {
    String method = body.isConstructor() ? "" : body.name() + body.descriptor();
    return List.of(finding.rule(), finding.site(), method);
  }

  private static ClassFinding moreCertain(ClassFinding known, ClassFinding other) {
    boolean better = other.finding().isShownByDefault() && !known.finding().isShownByDefault();
    return better ? other : known;
  }
}
