package dev.holdfast.spotbugs.build;

import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Mechanism;
import dev.holdfast.rulebook.Rule;
import dev.holdfast.spotbugs.MechanismDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes, while the plugin is built, what SpotBugs wants to be told of it, from the rulebook and
 * the pages of the rules: a rule is one row there and nothing here.
 */
public final class PluginFiles {
  private static final String CODE = "HF";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private PluginFiles() {}

  /** Takes the folder of the pages, the version, and the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    Path pages = Path.of(arguments[0]);
    Path target = Path.of(arguments[2]);
    Files.createDirectories(target);
    Files.writeString(target.resolve("findbugs.xml"), findbugs(arguments[1]));
    Files.writeString(target.resolve("messages.xml"), messages(pages));
    Files.writeString(target.resolve("bugrank.txt"), ranks());
  }

  private static String findbugs(String version) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(
        """
        <FindbugsPlugin pluginid="dev.holdfast.spotbugs" version="%s" provider="Holdfast">
        """
            .formatted(Html.escape(version)));
    for (Mechanism mechanism : reported()) {
      text.append(
          "  <Detector class=\"%s\" speed=\"fast\" reports=\"%s\"/>\n"
              .formatted(detector(mechanism), types(mechanism)));
    }
    text.append("  <EngineRegistrar class=\"dev.holdfast.spotbugs.WitnessRegistrar\"/>\n");
    for (Rule rule : Rule.values()) {
      text.append(
          "  <BugPattern abbrev=\"%s\" type=\"%s\" category=\"%s\" cweid=\"%d\"/>\n"
              .formatted(CODE, rule.spotbugsType(), category(rule), rule.cwes().get(0)));
    }
    return text.append("</FindbugsPlugin>\n").toString();
  }

  private static String messages(Path pages) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(
        """
        <MessageCollection>
          <Plugin>
            <ShortDescription>Holdfast</ShortDescription>
            <Details><![CDATA[
        <p>Finds what lets backends run dry: unclosed HTTP clients and responses, exchanges without a
        time limit, misused pooled objects, and deep digs into untyped maps.</p>
        ]]></Details>
          </Plugin>
        """);
    for (Mechanism mechanism : reported()) {
      text.append(
          "  <Detector class=\"%s\">\n    <Details><![CDATA[\n".formatted(detector(mechanism)));
      text.append("<ul>\n");
      rules(mechanism)
          .forEach(rule -> text.append("<li>%s</li>\n".formatted(Html.escape(rule.summary()))));
      text.append("</ul>\n]]></Details>\n  </Detector>\n");
    }
    for (Rule rule : Rule.values()) {
      Path page = pages.resolve(rule.ruleName() + ".md");
      text.append("  <BugPattern type=\"%s\">\n".formatted(rule.spotbugsType()));
      text.append(
          "    <ShortDescription>%s</ShortDescription>\n".formatted(Html.escape(rule.summary())));
      text.append("    <LongDescription>{2}, in {1}</LongDescription>\n");
      text.append("    <Details><![CDATA[\n").append(RulePage.html(Files.readAllLines(page)));
      text.append("]]></Details>\n  </BugPattern>\n");
    }
    text.append("  <BugCode abbrev=\"%s\">Holdfast</BugCode>\n".formatted(CODE));
    return text.append("</MessageCollection>\n").toString();
  }

  private static String ranks() {
    StringBuilder text = new StringBuilder();
    for (Rule rule : Rule.values()) {
      text.append("%d BugPattern %s\n".formatted(rank(rule.level()), rule.spotbugsType()));
    }
    return text.toString();
  }

  /**
   * SpotBugs adds nothing for high confidence, 2 for normal and 5 for low: definite findings come
   * out at 4, 10 and 18.
   */
  private static int rank(Level level) {
    return switch (level) {
      case ERROR -> 4;
      case WARNING -> 8;
      case SUGGESTION -> 13;
    };
  }

  private static String category(Rule rule) {
    return switch (rule.family()) {
      case UNCLOSED, TIMEOUT, POOL -> "CORRECTNESS";
      case NESTED_MAP -> "STYLE";
      case RETAINED -> "PERFORMANCE";
      case INPUT -> "SECURITY";
    };
  }

  private static List<Mechanism> reported() {
    return Arrays.stream(Mechanism.values())
        .filter(mechanism -> !rules(mechanism).isEmpty())
        .toList();
  }

  private static List<Rule> rules(Mechanism mechanism) {
    return Arrays.stream(Rule.values()).filter(rule -> rule.mechanism() == mechanism).toList();
  }

  private static String types(Mechanism mechanism) {
    return rules(mechanism).stream().map(Rule::spotbugsType).collect(Collectors.joining(","));
  }

  private static String detector(Mechanism mechanism) {
    return MechanismDetector.className(mechanism);
  }
}
