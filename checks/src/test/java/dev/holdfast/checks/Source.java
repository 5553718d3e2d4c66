package dev.holdfast.checks;

import java.net.URI;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory. */
final class Source extends SimpleJavaFileObject {
  private final String text;

  Source(String path, String... lines) {
    super(URI.create("mem:///" + path), Kind.SOURCE);
    this.text = String.join("\n", lines) + "\n";
  }

  /** As if it lay there. */
  Source(Path file, String... lines) {
    super(file.toUri(), Kind.SOURCE);
    this.text = String.join("\n", lines) + "\n";
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
