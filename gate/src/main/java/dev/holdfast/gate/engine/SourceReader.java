package dev.holdfast.gate.engine;

import dev.holdfast.gate.model.Coverage;
import dev.holdfast.gate.model.Gap;
import dev.holdfast.gate.model.SourceFile;
import dev.holdfast.gate.project.Names;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads Java files as text, and says of those that are none why they were left out. */
final class SourceReader {
  /** More than any file people write; the compiler needs some hundred times as much memory. */
  private static final long MAX_BYTES = 8L << 20;

  /** Text does not hold NUL characters; what does within this length is no text. */
  private static final int SNIFFED = 8 * 1024;

  private final Names names;
  private final Coverage coverage;

  SourceReader(Names names, Coverage coverage) {
    this.names = names;
    this.coverage = coverage;
  }

  /**
   * The file's text, or null where there is none to compile.
   *
   * @param charset null where nobody says: UTF-8
   * @param counts whether the user asked for this file, so that they hear about it
   */
  SourceFile read(Path file, Charset charset, boolean counts) {
    String name = names.display(file);
    String problem;
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        problem = size / (1 << 20) + " MB, more than " + MAX_BYTES / (1 << 20);
      } else {
        byte[] bytes = Files.readAllBytes(file);
        if (!isBinary(bytes, charset)) {
          return new SourceFile(name, file.toUri(), decode(bytes, charset, name, counts));
        }
        problem = "not text";
      }
    } catch (AccessDeniedException e) {
      problem = "not readable";
    } catch (IOException e) {
      problem = "not readable: " + e.getMessage();
    }
    if (counts) {
      coverage.add(new Gap(Gap.Kind.SKIPPED, name, 0, problem));
    }
    return null;
  }

  private static boolean isBinary(byte[] bytes, Charset charset) {
    if (charset != null && charset.name().matches("(?i)(x-)?utf-(16|32).*")) {
      return false; // these hold zero bytes
    }
    for (int i = 0; i < Math.min(SNIFFED, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private String decode(byte[] bytes, Charset charset, String name, boolean counts) {
    Charset expected = charset == null ? StandardCharsets.UTF_8 : charset;
    String text;
    try {
      text = expected.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (counts) {
        coverage.add(
            Gap.note(name + " is not " + expected + "; read as ISO-8859-1 (see --encoding)"));
      }
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
