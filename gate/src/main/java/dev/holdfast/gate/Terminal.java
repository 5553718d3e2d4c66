package dev.holdfast.gate;

import java.io.PrintStream;

/**
 * Where a run of the command writes to.
 *
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal the same for {@code err}
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {
  /** This process; Java cannot tell about each stream, so the launcher says it. */
  static Terminal ofProcess() {
    String streams = System.getProperty("holdfast.terminal", "");
    return new Terminal(System.out, System.err, streams.contains("out"), streams.contains("err"));
  }
}
