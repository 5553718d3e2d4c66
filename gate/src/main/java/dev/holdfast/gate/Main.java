package dev.holdfast.gate;

import java.nio.file.Path;

/** Where the JVM starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(Holdfast.run(terminal, Path.of(""), args));
  }
}
