package dev.holdfast.gate.engine;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import dev.holdfast.checks.Notice;
import dev.holdfast.checks.Options;
import dev.holdfast.checks.SourceFinding;
import dev.holdfast.checks.SourceWitness;
import java.util.List;
import java.util.function.Function;

/** What speaks about attributed sources: the checks, or in tests whoever stands in for them. */
public interface Witness {
  List<SourceFinding> findings(CompilationUnitTree unit);

  /** What there is to say beside findings, after all units. */
  List<Notice> notices();

  /** The checks themselves, for each compilation anew. */
  static Function<Context, Witness> checks(Options options) {
    return context -> {
      SourceWitness witness = SourceWitness.of(context, () -> options);
      return new Witness() {
        @Override
        public List<SourceFinding> findings(CompilationUnitTree unit) {
          return witness.findings(unit);
        }

        @Override
        public List<Notice> notices() {
          return witness.notices();
        }
      };
    };
  }
}
