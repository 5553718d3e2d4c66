package dev.holdfast.gate.model;

/**
 * Something the scan could not look at, or only in part.
 *
 * @param file display name of the file it is about, or "" where it is about none
 * @param line 1-based, 0 where unknown
 * @param text why, or "" where the kind says it all
 */
public record Gap(Kind kind, String file, int line, String text) {
  /** What was missed, and whether that leaves the analysis incomplete. */
  public enum Kind {
    /** The file's syntax could not be read in full. */
    UNPARSED,
    /** Types that the class path does not have. */
    UNRESOLVED,
    /** The file was not looked at. */
    SKIPPED,
    /** The analysis of a method, file or module failed. */
    CRASHED,
    /** Something given to the scan is wrong, a stub for example; the rest of it counts. */
    MISTAKE,
    /** Worth knowing; what it means for the result shows in the other gaps. */
    NOTE
  }

  public static Gap note(String text) {
    return new Gap(Kind.NOTE, "", 0, text);
  }

  public boolean leavesHole() {
    return kind != Kind.NOTE;
  }

  /** One sentence for a machine-readable report. */
  public String describe() {
    String what =
        switch (kind) {
          case UNPARSED -> "could not be parsed in full";
          case UNRESOLVED -> "uses types that are not on the class path";
          case SKIPPED -> "was skipped";
          case CRASHED, MISTAKE, NOTE -> "";
        };
    return what.isEmpty() || text.isEmpty() ? what + text : what + ": " + text;
  }

  /** The place as {@code file:line}, as far as it is known. */
  public String where() {
    return line > 0 ? file + ":" + line : file;
  }
}
