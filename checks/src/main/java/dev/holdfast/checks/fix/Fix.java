package dev.holdfast.checks.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of one source file that mends a finding, whoever applies it.
 *
 * @param edits in no order, none of them inside another; the first is the change, what follows are
 *     arguments of calls further down that go with it
 * @param imports that it takes
 */
public record Fix(List<Edit> edits, List<Import> imports) {
  public Fix {
    edits = List.copyOf(edits);
    imports = List.copyOf(imports);
  }

  static Fix of(int start, int end, String text) {
    return new Fix(List.of(new Edit(start, end, text)), List.of());
  }

  /** The same with more edits. */
  Fix and(List<Edit> more) {
    List<Edit> both = new ArrayList<>(edits);
    both.addAll(more);
    return new Fix(both, imports);
  }

  /**
   * Text in the place of other text.
   *
   * @param start in UTF-16 units from the start of the file
   * @param end the character after the last that goes
   * @param text what comes
   */
  public record Edit(int start, int end, String text) {}

  /**
   * A type to import.
   *
   * @param name qualified
   * @param edit that adds it among the others, and leaves them as they are
   */
  public record Import(String name, Edit edit) {}

  /** All edits, those for imports included. */
  public List<Edit> all() {
    List<Edit> all = new ArrayList<>(edits);
    imports.forEach(one -> all.add(one.edit()));
    return all;
  }

  /** The file as it is afterwards. */
  public String applyTo(String source) {
    StringBuilder changed = new StringBuilder(source);
    all().stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> changed.replace(edit.start(), edit.end(), edit.text()));
    return changed.toString();
  }
}
