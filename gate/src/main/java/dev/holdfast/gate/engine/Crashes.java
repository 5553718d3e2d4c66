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

  /** What the witness itself had to say; it isolates the crash of each method on its own. */
  void tell(Notice notice) {
    coverage.add(new Gap(Gap.Kind.CRASHED, "", 0, notice.text()));
  }

  List<Throwable> traces() {
    return List.copyOf(traces);
  }
}
