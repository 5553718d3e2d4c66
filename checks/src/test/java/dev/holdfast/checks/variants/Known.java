package dev.holdfast.checks.variants;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a variant has another answer, each with the reason: because the rewriting is no idle one
 * for that rule, or because the analysis is not as far.
 */
final class Known {
  private Known() {}

  /** Lines {@code VARIANT Member: finding -- reason}, without the reason. */
  static Set<String> of(Variant variant) throws IOException {
    Set<String> known = new TreeSet<>();
    try (InputStream in = Known.class.getResourceAsStream("known.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        if (line.startsWith(variant + " ")) {
          String[] parts = line.substring(variant.name().length() + 1).split(" -- ", 2);
          if (parts.length < 2 || parts[1].isBlank()) {
            throw new IllegalStateException("no reason given: " + line);
          }
          known.add(parts[0]);
        }
      }
    }
    return known;
  }
}
