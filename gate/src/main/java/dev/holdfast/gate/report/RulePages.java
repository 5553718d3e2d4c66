package dev.holdfast.gate.report;

import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the rules, as they are packed into the program. */
final class RulePages {
  private RulePages() {}

  /** The page as Markdown; the rule's summary where it has no page. */
  static String markdown(Rule rule) {
    try (InputStream in = RulePages.class.getResourceAsStream("/" + rule.page())) {
      return in == null
          ? rule.summary() + "."
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first paragraph below the title, on one line; the summary where there is none. */
  static String introduction(Rule rule) {
    for (String paragraph : markdown(rule).split("\\R\\s*\\R")) {
      String text = paragraph.strip().replaceAll("\\s+", " ");
      if (!text.isEmpty() && !text.startsWith("#")) {
        return text;
      }
    }
    return rule.summary() + ".";
  }
}
