package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.model.JavacElements;
import com.sun.tools.javac.model.JavacTypes;
import com.sun.tools.javac.util.Context;
import dev.holdfast.analysis.Analyzer;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.Settings;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.catalog.Catalog;
import dev.holdfast.checks.fix.Fix;
import dev.holdfast.checks.fix.Fixes;
import dev.holdfast.checks.frontend.JavacWorld;
import dev.holdfast.checks.frontend.SourceBodies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The analysis over the bodies that javac has trees of. */
final class SourceEngine implements Engine {
  private final Analyzer analyzer;
  private final SourceBodies bodies;
  private final Fixes fixes;

  SourceEngine(Context context, Settings settings, Catalog catalog) {
    this.analyzer = new Analyzer(JavacWorld.instance(context), catalog, settings);
    this.bodies = new SourceBodies(context, analyzer);
    this.fixes =
        new Fixes(
            JavacTrees.instance(context),
            JavacTypes.instance(context),
            JavacElements.instance(context),
            analyzer.contracts(),
            settings.timeout());
  }

  @Override
  public void bodies(CompilationUnitTree unit, Consumer<Body> consumer) {
    bodies.forEach(unit, (tree, body) -> consumer.accept(body));
  }

  @Override
  public List<Finding> findings(Body body) {
    return analyzer.analyze(body);
  }

  @Override
  public Optional<Fix> fix(Finding finding, TreePath path) {
    return fixes.of(finding, path);
  }

  @Override
  public int seen() {
    return bodies.seen();
  }

  @Override
  public int lowered() {
    return bodies.lowered();
  }

  @Override
  public Map<String, Integer> givenUp() {
    return bodies.reasons();
  }

  @Override
  public Map<String, String> defects() {
    return bodies.defects();
  }
}
