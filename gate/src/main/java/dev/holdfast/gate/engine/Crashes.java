package dev.holdfast.gate.engine;

import dev.holdfast.checks.Notice;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import java.util.ArrayList;
import java.util.List;

/** Notes what failed inside the scan itself: told in the coverage, traced only for who asks. */
final class Crashes {
  private final Coverage coverage;
  private final List<Throwable> traces = new ArrayList<>();

  Crashes(Coverage coverage) {
    this.coverage = coverage;
  }

  void add(String doing, String file, Throwable crash) {
    traces.add(crash);
    coverage.add(new Gap(Gap.Kind.CRASHED, file, 0, doing + ": " + crash));
  }

  /** What the witness itself has to say: mistakes in stubs, and methods it could not analyse. */
  void tell(Notice notice) {
    Gap.Kind kind =
        switch (notice.kind()) {
          case ERROR -> Gap.Kind.MISTAKE;
          case WARNING, MANDATORY_WARNING -> Gap.Kind.NOTE;
          default -> Gap.Kind.CRASHED;
        };
    coverage.add(new Gap(kind, "", 0, notice.text()));
  }

  List<Throwable> traces() {
    return List.copyOf(traces);
  }
}
