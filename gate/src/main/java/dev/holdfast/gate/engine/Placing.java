package dev.holdfast.gate.engine;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.checks.SourceFinding;
import dev.holdfast.checks.fix.Fix;
import dev.holdfast.gate.model.Change;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Hop;
import dev.holdfast.gate.model.Place;
import dev.holdfast.gate.model.Region;
import dev.holdfast.gate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes findings out of the compiler's trees, so that these can be forgotten. */
final class Placing {
  private final SourcePositions positions;
  private final Map<CompilationUnitTree, SourceFile> files;

  Placing(SourcePositions positions, Map<CompilationUnitTree, SourceFile> files) {
    this.positions = positions;
    this.files = files;
  }

  Hit hit(SourceFinding found, Optional<Fix> fix, CompilationUnitTree unit) {
    SourceFile file = files.get(unit);
    Finding finding = found.finding();
    List<Hop> hops = new ArrayList<>();
    for (Finding.Step step : finding.steps()) {
      hops.add(new Hop(place(step.site(), unit, file), step.text()));
    }
    List<Change> changes = new ArrayList<>();
    for (Fix.Edit edit : fix.map(Fix::all).orElse(List.of())) {
      changes.add(new Change(file.region(edit.start(), edit.end()), edit.text()));
    }
    return new Hit(
        finding.rule(),
        finding.level(),
        finding.definite(),
        new Place(file, file.region(found.startOffset(), found.endOffset())),
        finding.method().owner().replace('$', '.') + "." + finding.method().name(),
        null,
        Anchor.of(found.path()),
        finding.message(),
        finding.remedy(),
        hops,
        changes);
  }

  /** The step's place; a site without one in view keeps its line in the finding's own file. */
  private Place place(Site site, CompilationUnitTree home, SourceFile homeFile) {
    if (site.handle() instanceof Tree tree) {
      Place here = placeIn(tree, home);
      if (here != null) {
        return here;
      }
      for (CompilationUnitTree unit : files.keySet()) {
        Place there = unit == home ? null : placeIn(tree, unit);
        if (there != null) {
          return there;
        }
      }
    }
    return new Place(homeFile, homeFile.lineRegion(site.line()));
  }

  private Place placeIn(Tree tree, CompilationUnitTree unit) {
    if (TreePath.getPath(unit, tree) == null) {
      return null;
    }
    SourceFile file = files.get(unit);
    int start = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    Region region = file.region(start, Math.max(start, end));
    int line = region.startLine();
    if (line == region.endLine()) {
      return new Place(file, region);
    }
    // what spans lines is shown by its first: nobody reads a whole body as one station
    int endColumn = file.lineRegion(line).endColumn();
    return new Place(file, new Region(line, region.startColumn(), line, endColumn));
  }
}
