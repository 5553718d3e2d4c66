package dev.holdfast.gate.report;

import dev.holdfast.gate.model.Progress;
import java.io.PrintStream;

/** One line on the terminal that says what is going on, once a scan takes long. */
public final class TerminalProgress implements Progress, AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long PERIOD_NANOS = 100_000_000L;
  private static final int WIDTH = 79;

  private final PrintStream err;
  private long next = System.nanoTime() + PATIENCE_NANOS;
  private boolean dirty;

  public TerminalProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void show(String text) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + PERIOD_NANOS;
      String line = text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text;
      err.print("\r" + line + " ".repeat(WIDTH - line.length()));
      err.flush();
      dirty = true;
    }
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (dirty) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
  }
}
