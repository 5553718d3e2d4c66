package dev.holdfast.gate.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the source folder of a lone Java file from the package it declares. */
final class SourceRoot {
  private static final int HEAD = 16 * 1024;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\r\n]*", Pattern.DOTALL);
  private static final Pattern PACKAGE =
      Pattern.compile("(?:^|[\\s;)])package\\s+([\\w$]+(?:\\s*\\.\\s*[\\w$]+)*)\\s*;");

  private SourceRoot() {}

  /** The folder its package starts from; its own folder where the two do not match. */
  static Path of(Path file) {
    Path folder = file.getParent();
    Path root = folder;
    String name = packageName(file);
    while (!name.isEmpty() && root != null && root.getFileName() != null) {
      int dot = name.lastIndexOf('.');
      if (!root.getFileName().toString().equals(name.substring(dot + 1))) {
        return folder;
      }
      root = root.getParent();
      name = dot < 0 ? "" : name.substring(0, dot);
    }
    return name.isEmpty() && root != null ? root : folder;
  }

  private static String packageName(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      Matcher matcher = PACKAGE.matcher(COMMENT.matcher(head).replaceAll(" "));
      return matcher.find() ? matcher.group(1).replaceAll("\\s", "") : "";
    } catch (IOException e) {
      return ""; // whoever reads the whole file reports it
    }
  }
}
