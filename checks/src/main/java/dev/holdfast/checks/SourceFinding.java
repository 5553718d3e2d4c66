package dev.holdfast.checks;

import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.rulebook.Rule;

/**
 * A finding at its place in the source: the name of the called member.
 *
 * @param finding what is wrong
 * @param path to the offending expression
 * @param startOffset first character of the name, in UTF-16 units from the start of the file
 * @param endOffset the character after its last
 * @param line 1-based
 * @param column 1-based, a tab counts as one
 */
public record SourceFinding(
    Finding finding, TreePath path, int startOffset, int endOffset, int line, int column) {
  public Rule rule() {
    return finding.rule();
  }
}
