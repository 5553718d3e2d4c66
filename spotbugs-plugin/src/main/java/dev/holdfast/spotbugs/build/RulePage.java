package dev.holdfast.spotbugs.build;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The page of a rule as the HTML that SpotBugs shows beside a finding. Knows the few forms the
 * pages are written in: headings, paragraphs, lists, tables, fenced code, code, links and emphasis.
 */
final class RulePage {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern WEB_LINK = Pattern.compile("\\[([^]]+)]\\((https?:[^)]+)\\)");

  /** Points into the repository, which a reader of SpotBugs' report has not got. */
  private static final Pattern LOCAL_LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

  private final StringBuilder html = new StringBuilder();
  private String open = "";

  private RulePage() {}

  static String html(List<String> markdown) {
    RulePage page = new RulePage();
    boolean code = false;
    StringBuilder block = new StringBuilder();
    for (String line : markdown) {
      if (line.startsWith("```")) {
        page.flush(block);
        page.inside("");
        page.html.append(code ? "</pre>\n" : "<pre>\n");
        code = !code;
      } else if (code) {
        page.html.append(Html.escape(line)).append('\n');
      } else if (line.startsWith("#")) {
        page.flush(block);
        page.heading(line);
      } else if (line.startsWith("|")) {
        page.flush(block);
        page.row(line);
      } else if (line.isBlank()) {
        page.flush(block);
      } else {
        if (line.startsWith("- ")) {
          page.flush(block);
        }
        block.append(block.length() == 0 ? "" : " ").append(line.strip());
      }
    }
    page.flush(block);
    page.inside("");
    return page.html.toString();
  }

  /** The title is not repeated: it is the name of the bug pattern. */
  private void heading(String line) {
    int depth = line.indexOf(' ');
    if (depth > 1) {
      inside("");
      String text = inline(line.substring(depth + 1));
      html.append("<h3>").append(text).append("</h3>\n");
    }
  }

  private void row(String line) {
    if (line.matches("[|:\\- ]+")) {
      return;
    }
    inside("table");
    html.append("<tr>");
    for (String cell : line.substring(1, line.lastIndexOf('|')).split("\\|")) {
      html.append("<td>").append(inline(cell.strip())).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void flush(StringBuilder block) {
    if (block.length() == 0) {
      return;
    }
    String text = block.toString();
    block.setLength(0);
    if (text.startsWith("- ")) {
      inside("ul");
      html.append("<li>").append(inline(text.substring(2))).append("</li>\n");
    } else {
      inside("");
      html.append("<p>").append(inline(text)).append("</p>\n");
    }
  }

  private void inside(String element) {
    if (!element.equals(open)) {
      html.append(open.isEmpty() ? "" : "</" + open + ">\n");
      html.append(element.isEmpty() ? "" : "<" + element + ">\n");
      open = element;
    }
  }

  private static String inline(String text) {
    String html = Html.escape(text);
    html = WEB_LINK.matcher(html).replaceAll("<a href=\"$2\">$1</a>");
    html = LOCAL_LINK.matcher(html).replaceAll("$1");
    html = STRONG.matcher(html).replaceAll("<b>$1</b>");
    return CODE.matcher(html).replaceAll("<code>$1</code>");
  }
}
