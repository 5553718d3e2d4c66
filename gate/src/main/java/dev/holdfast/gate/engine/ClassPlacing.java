package dev.holdfast.gate.engine;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.bytecode.ClassFinding;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Hop;
import dev.holdfast.gate.model.Place;
import dev.holdfast.gate.model.Region;
import dev.holdfast.gate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Gives findings in class files their place: in the source where that is at hand. */
final class ClassPlacing {
  private final ScannedClasses classes;
  private final SourcesAtHand sources;

  ClassPlacing(ScannedClasses classes, SourcesAtHand sources) {
    this.classes = classes;
    this.sources = sources;
  }

  Hit hit(ClassFinding found) {
    Finding finding = found.finding();
    List<Hop> hops = new ArrayList<>();
    for (Finding.Step step : finding.steps()) {
      hops.add(new Hop(place(step.site()), step.text()));
    }
    MethodRef called = bytecode(finding.site()).called();
    return new Hit(
        finding.rule(),
        finding.level(),
        finding.definite(),
        place(finding.site()),
        found.method().owner().replace('$', '.') + "." + found.method().name(),
        inClassFile(finding.site()).toString(),
        called == null ? "" : called.owner() + "." + called.name() + called.descriptor(),
        finding.message(),
        finding.remedy(),
        hops,
        List.of());
  }

  private static dev.holdfast.analysis.bytecode.Place bytecode(Site site) {
    return (dev.holdfast.analysis.bytecode.Place) site.handle();
  }

  private Place inClassFile(Site site) {
    int line = Math.max(0, site.line());
    return new Place(classes.file(bytecode(site).owner()), new Region(line, 0, line, 0));
  }

  private Place place(Site site) {
    dev.holdfast.analysis.bytecode.Place read = bytecode(site);
    String path = classes.sourcePath(read.owner());
    SourceFile source = path == null || site.line() < 1 ? null : sources.find(path);
    // an older or newer source than the one compiled has other lines
    if (source == null || site.line() > source.lineCount()) {
      return inClassFile(site);
    }
    return new Place(source, region(source, site.line(), read.called()));
  }

  /** The name of the called method in its line, as the source shows it; else the whole line. */
  private static Region region(SourceFile source, int line, MethodRef called) {
    Region whole = source.lineRegion(line);
    if (called == null) {
      return whole;
    }
    String type = called.owner().replaceFirst(".*[.$]", "");
    String name = called.isConstructor() ? type : called.name();
    int at = source.line(line).indexOf(name + "(");
    return at < 0 ? whole : new Region(line, at + 1, line, at + 1 + name.length());
  }
}
