package dev.holdfast.gate.engine;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import dev.holdfast.checks.Notice;
import dev.holdfast.checks.Options;
import dev.holdfast.checks.SourceFinding;
import dev.holdfast.checks.SourceWitness;
import dev.holdfast.checks.fix.Fix;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What speaks about attributed sources: the checks, or in tests whoever stands in for them. */
public interface Witness {
  List<SourceFinding> findings(CompilationUnitTree unit);

  /** What mends a finding, where that is sure. */
  default Optional<Fix> fix(SourceFinding found) {
    return Optional.empty();
  }

  /** What there is to say beside findings, after all units. */
  List<Notice> notices();

  /** The checks themselves, for each compilation anew. */
  static Function<Context, Witness> checks(Options options) {
    return context ->
        new Witness() {
          private SourceWitness witness;

          @Override
          public List<SourceFinding> findings(CompilationUnitTree unit) {
            if (witness == null) {
              witness = SourceWitness.of(context, () -> options.near(address(unit)));
            }
            return witness.findings(unit);
          }

          @Override
          public Optional<Fix> fix(SourceFinding found) {
            return witness == null ? Optional.empty() : witness.fix(found);
          }

          @Override
          public List<Notice> notices() {
            return witness == null ? List.of() : witness.notices();
          }
        };
  }

  private static URI address(CompilationUnitTree unit) {
    return unit.getSourceFile() instanceof CompiledSource source
        ? source.path().toUri()
        : unit.getSourceFile().toUri();
  }
}
