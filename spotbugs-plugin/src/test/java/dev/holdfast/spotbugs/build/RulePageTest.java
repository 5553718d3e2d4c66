package dev.holdfast.spotbugs.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulePageTest {
  private static String html(String markdown) {
    return RulePage.html(List.of(markdown.split("\n")));
  }

  @Test
  void theTitleIsLeftOutAndHeadingsAreKept() {
    assertEquals(
        "<p>A.</p>\n<h3>Why it hurts</h3>\n<p>B.</p>\n",
        html(
            """
        # UnclosedHttpClient

        A.

        ## Why it hurts
        B.
        """));
  }

  @Test
  void listsMayRunOverSeveralLines() {
    assertEquals(
        "<p>These:</p>\n<ul>\n<li>one and one</li>\n<li>two</li>\n</ul>\n<p>End.</p>\n",
        html(
            """
        These:

        - one
          and one
        - two

        End.
        """));
  }

  @Test
  void codeIsTakenAsItStands() {
    assertEquals(
        "<pre>\nMap&lt;String, ?&gt; m;\n\n- `x`\n</pre>\n",
        html(
            """
        ```java
        Map<String, ?> m;

        - `x`
        ```
        """));
  }

  @Test
  void onlyLinksToTheWebAreLinks() {
    assertEquals(
        "<p><a href=\"https://a.b/c\">web</a>, the page, <code>x &lt; y</code>, <b>not</b></p>\n",
        html("[web](https://a.b/c), [the\npage](../x.md), `x < y`, **not**"));
  }

  @Test
  void tablesKeepTheirCells() {
    assertEquals(
        "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td><code>c</code></td><td>d</td></tr>\n</table>\n",
        html("| a | b |\n|---|---|\n| `c` | d |"));
  }
}
