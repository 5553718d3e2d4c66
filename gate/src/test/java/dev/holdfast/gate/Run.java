package dev.holdfast.gate;

import com.sun.tools.javac.util.Context;
import dev.holdfast.checks.Options;
import dev.holdfast.gate.engine.Witness;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** One run of the command in this process. */
record Run(int exitCode, String out, String err) {
  /** With {@link MarkedCalls} in place of the checks. */
  static Run in(Path folder, String... args) {
    return in(folder, options -> MarkedCalls::new, args);
  }

  static Run withChecks(Path folder, String... args) {
    return in(folder, Witness::checks, args);
  }

  private static Run in(
      Path folder, Function<Options, Function<Context, Witness>> witnesses, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), false, false);
    int exitCode = Holdfast.run(terminal, folder, witnesses, args);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
