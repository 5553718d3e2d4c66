package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.checks.fix.Fix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What finds defects in a compilation unit, body by body. */
interface Engine {
  /** Hands out the bodies that are worth analysing. */
  void bodies(CompilationUnitTree unit, Consumer<Body> consumer);

  List<Finding> findings(Body body);

  /** A change that mends a finding at an expression, where one is sure. */
  default Optional<Fix> fix(Finding finding, TreePath path) {
    return Optional.empty();
  }

  /** Bodies met so far, looked into or not. */
  int seen();

  /** Those that were lowered and handed out. */
  int lowered();

  /** Bodies that could not be lowered, by reason. */
  Map<String, Integer> givenUp();

  /**
   * What is to blame for it that is no property of the code, with the first place that shows it.
   */
  default Map<String, String> defects() {
    return Map.of();
  }

  /** Finds nothing: stands in where no engine could be started. */
  Engine NONE =
      new Engine() {
        @Override
        public void bodies(CompilationUnitTree unit, Consumer<Body> consumer) {}

        @Override
        public List<Finding> findings(Body body) {
          return List.of();
        }

        @Override
        public int seen() {
          return 0;
        }

        @Override
        public int lowered() {
          return 0;
        }

        @Override
        public Map<String, Integer> givenUp() {
          return Map.of();
        }
      };
}
