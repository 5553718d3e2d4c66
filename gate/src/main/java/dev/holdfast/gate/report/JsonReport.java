package dev.holdfast.gate.report;

import dev.holdfast.gate.model.Change;
import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Hop;
import dev.holdfast.gate.model.Outcome;
import dev.holdfast.gate.model.Place;
import dev.holdfast.gate.model.Region;
import java.util.List;
import java.util.Locale;

/** The result as our own JSON, described in {@code docs/json-report.md}. */
public final class JsonReport {
  /** Counts up when a member changes its meaning or goes; new members may come at any time. */
  private static final int FORMAT_VERSION = 1;

  private JsonReport() {}

  public static String of(Outcome outcome) {
    Fingerprints fingerprints = new Fingerprints();
    List<Object> findings = Json.array();
    for (Hit hit : outcome.hits()) {
      findings.add(finding(hit, fingerprints.of(hit, hit.place().file().display())));
    }
    return Json.write(
        Json.obj("format", "holdfast")
            .with("formatVersion", FORMAT_VERSION)
            .with("tool", Json.obj("name", "Holdfast").with("version", Version.current()))
            .with("findings", findings)
            .with("coverage", coverage(outcome.coverage()))
            .with("milliseconds", outcome.time().toMillis()));
  }

  private static Json.Obj finding(Hit hit, String fingerprint) {
    List<Object> path = Json.array();
    for (Hop hop : hit.hops()) {
      path.add(place(hop.place()).with("text", hop.text()));
    }
    return Json.obj("rule", hit.rule().ruleName())
        .with("level", hit.level().name().toLowerCase(Locale.ROOT))
        .with("definite", hit.definite())
        .with("fails", hit.fails())
        .with("place", place(hit.place()))
        .with("member", hit.member())
        .with("site", hit.site())
        .with("message", hit.message())
        .with("remedy", hit.remedy())
        .with("path", path)
        .with("changes", hit.changes().isEmpty() ? null : changes(hit))
        .with("page", hit.rule().page())
        .with("fingerprint", fingerprint);
  }

  private static List<Object> changes(Hit hit) {
    List<Object> changes = Json.array();
    for (Change change : hit.changes()) {
      changes.add(region(change.region()).with("text", change.text()));
    }
    return changes;
  }

  private static Json.Obj region(Region region) {
    return Json.obj("startLine", region.startLine())
        .with("startColumn", region.startColumn())
        .with("endLine", region.endLine())
        .with("endColumn", region.endColumn());
  }

  private static Json.Obj place(Place place) {
    Region region = place.region();
    if (!place.file().isText()) {
      return Json.obj("file", place.file().display())
          .with("startLine", place.line() > 0 ? place.line() : null);
    }
    return Json.obj("file", place.file().display())
        .with("startLine", region.startLine())
        .with("startColumn", region.startColumn())
        .with("endLine", region.endLine())
        .with("endColumn", region.endColumn());
  }

  private static Json.Obj coverage(Coverage coverage) {
    List<Object> gaps = Json.array();
    for (Gap gap : coverage.gaps()) {
      gaps.add(
          Json.obj("kind", gap.kind().name().toLowerCase(Locale.ROOT))
              .with("file", gap.file().isEmpty() ? null : gap.file())
              .with("line", gap.line() > 0 ? gap.line() : null)
              .with("text", gap.describe()));
    }
    return Json.obj("complete", coverage.isComplete())
        .with("files", coverage.files())
        .with("lines", coverage.lines())
        .with("classes", coverage.classes())
        .with("unresolvedCalls", coverage.unresolvedCalls())
        .with("gaps", gaps);
  }
}
