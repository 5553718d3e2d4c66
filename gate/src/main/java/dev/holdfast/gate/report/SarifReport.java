package dev.holdfast.gate.report;

import dev.holdfast.gate.model.Change;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.Hit;
import dev.holdfast.gate.model.Hop;
import dev.holdfast.gate.model.Outcome;
import dev.holdfast.gate.model.Place;
import dev.holdfast.gate.model.Region;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The result as SARIF 2.1.0, with all that code scanning on GitHub asks for. */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT_ID = "SRCROOT";
  private static final int MAX_DESCRIPTION = 1024;

  private final Path root;
  private final Fingerprints fingerprints = new Fingerprints();

  /**
   * @param root what the paths in the report are relative to: the top of the repository
   */
  public SarifReport(Path root) {
    this.root = root;
  }

  public String of(Outcome outcome, int exitCode) {
    List<Object> results = Json.array();
    for (Hit hit : outcome.hits()) {
      results.add(result(hit));
    }
    String base = root.toUri().toString();
    Json.Obj run =
        Json.obj("tool", Json.obj("driver", driver()))
            .with("automationDetails", Json.obj("id", "holdfast/"))
            .with("columnKind", "utf16CodeUnits")
            .with(
                "originalUriBaseIds",
                Json.obj(ROOT_ID, Json.obj("uri", base.endsWith("/") ? base : base + "/")))
            .with("invocations", List.of(invocation(outcome, exitCode)))
            .with("results", results);
    return Json.write(
        Json.obj("$schema", SCHEMA).with("version", "2.1.0").with("runs", List.of(run)));
  }

  private static Json.Obj driver() {
    List<Object> rules = Json.array();
    for (Rule rule : Rule.values()) {
      rules.add(rule(rule));
    }
    return Json.obj("name", "Holdfast").with("version", Version.current()).with("rules", rules);
  }

  private static Json.Obj rule(Rule rule) {
    List<Object> tags = Json.array();
    tags.add(rule.family().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    for (int cwe : rule.cwes()) {
      tags.add("external/cwe/cwe-" + cwe);
    }
    String page = RulePages.markdown(rule);
    String introduction = RulePages.introduction(rule);
    return Json.obj("id", rule.ruleName())
        .with("name", rule.ruleName())
        .with("shortDescription", Json.obj("text", rule.summary()))
        .with("fullDescription", Json.obj("text", cut(introduction)))
        .with("help", Json.obj("text", page).with("markdown", page))
        .with("defaultConfiguration", Json.obj("level", level(rule.level(), true)))
        .with(
            "properties",
            Json.obj("precision", "high")
                .with("problem.severity", severity(rule.level()))
                .with("tags", tags));
  }

  private static String cut(String text) {
    return text.length() <= MAX_DESCRIPTION ? text : text.substring(0, MAX_DESCRIPTION - 3) + "...";
  }

  private static String severity(Level level) {
    return level == Level.SUGGESTION ? "recommendation" : level.name().toLowerCase(Locale.ROOT);
  }

  private static String level(Level level, boolean definite) {
    return !definite || level == Level.SUGGESTION ? "note" : level.name().toLowerCase(Locale.ROOT);
  }

  private Json.Obj result(Hit hit) {
    String path = path(hit.place());
    return Json.obj("ruleId", hit.rule().ruleName())
        .with("ruleIndex", hit.rule().ordinal())
        .with("level", level(hit.level(), hit.definite()))
        .with("message", Json.obj("text", message(hit)))
        .with("locations", List.of(location(hit.place(), null, hit.member())))
        .with("codeFlows", codeFlows(hit))
        .with("fixes", fixes(hit))
        .with(
            "partialFingerprints", Json.obj("primaryLocationLineHash", fingerprints.of(hit, path)))
        .with("properties", hit.site() == null ? null : Json.obj("site", hit.site()));
  }

  private static String message(Hit hit) {
    String remedy = hit.remedy().isEmpty() ? "" : " " + sentence(hit.remedy());
    return sentence(hit.message()) + remedy;
  }

  private static String sentence(String text) {
    String end = text.endsWith(".") ? "" : ".";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
  }

  private List<Object> codeFlows(Hit hit) {
    if (hit.hops().isEmpty()) {
      return null;
    }
    List<Object> locations = Json.array();
    for (Hop hop : hit.hops()) {
      locations.add(Json.obj("location", location(hop.place(), hop.text(), null)));
    }
    Json.Obj threadFlow = Json.obj("locations", locations);
    return List.of(Json.obj("threadFlows", List.of(threadFlow)));
  }

  private List<Object> fixes(Hit hit) {
    if (hit.changes().isEmpty()) {
      return null;
    }
    List<Object> replacements = Json.array();
    for (Change change : hit.changes()) {
      Region region = change.region();
      replacements.add(
          Json.obj(
                  "deletedRegion",
                  Json.obj("startLine", region.startLine())
                      .with("startColumn", region.startColumn())
                      .with("endLine", region.endLine())
                      .with("endColumn", region.endColumn()))
              .with("insertedContent", Json.obj("text", change.text())));
    }
    Json.Obj file =
        Json.obj("artifactLocation", artifact(hit.place())).with("replacements", replacements);
    return List.of(
        Json.obj("description", Json.obj("text", sentence(hit.remedy())))
            .with("artifactChanges", List.of(file)));
  }

  private Json.Obj location(Place place, String message, String member) {
    Json.Obj logical =
        member == null ? null : Json.obj("fullyQualifiedName", member).with("kind", "function");
    return Json.obj(
            "physicalLocation",
            Json.obj("artifactLocation", artifact(place)).with("region", region(place)))
        .with("logicalLocations", logical == null ? null : List.of(logical))
        .with("message", message == null ? null : Json.obj("text", message));
  }

  private static Json.Obj region(Place place) {
    Region region = place.region();
    if (!place.file().isText()) {
      return place.line() > 0 ? Json.obj("startLine", place.line()) : null;
    }
    return Json.obj("startLine", region.startLine())
        .with("startColumn", region.startColumn())
        .with("endLine", region.endLine())
        .with("endColumn", region.endColumn())
        .with("snippet", Json.obj("text", place.file().line(region.startLine())));
  }

  private Json.Obj artifact(Place place) {
    URI uri = place.file().uri();
    boolean below = "file".equals(uri.getScheme()) && Path.of(uri).startsWith(root);
    return below
        ? Json.obj("uri", path(place)).with("uriBaseId", ROOT_ID)
        : Json.obj("uri", uri.toString());
  }

  /** The path below the root, as a relative URI; the whole URI where it is not below. */
  private String path(Place place) {
    URI uri = place.file().uri();
    if (!"file".equals(uri.getScheme()) || !Path.of(uri).startsWith(root)) {
      return uri.toString();
    }
    String relative = root.relativize(Path.of(uri)).toString().replace('\\', '/');
    try {
      // "./" keeps a colon in the first segment from being read as a scheme
      String encoded = new URI(null, null, "./" + relative, null).toASCIIString();
      return encoded.substring(2);
    } catch (URISyntaxException e) {
      return uri.toString();
    }
  }

  private static Json.Obj invocation(Outcome outcome, int exitCode) {
    List<Object> notifications = Json.array();
    for (Gap gap : outcome.coverage().gaps()) {
      String where = gap.where().isEmpty() ? "" : gap.where() + " ";
      notifications.add(
          Json.obj("level", gap.kind() == Gap.Kind.NOTE ? "note" : "warning")
              .with("message", Json.obj("text", where + gap.describe()))
              .with("descriptor", Json.obj("id", gap.kind().name().toLowerCase(Locale.ROOT))));
    }
    if (outcome.coverage().unresolvedCalls() > 0) {
      notifications.add(
          Json.obj("level", "warning")
              .with("message", Json.obj("text", outcome.coverage().summary()))
              .with("descriptor", Json.obj("id", "coverage")));
    }
    return Json.obj("executionSuccessful", true)
        .with("exitCode", exitCode)
        .with("toolExecutionNotifications", notifications);
  }
}
