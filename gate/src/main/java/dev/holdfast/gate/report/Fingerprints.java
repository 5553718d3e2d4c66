package dev.holdfast.gate.report;

import dev.holdfast.gate.model.Hit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings so that they keep their name when lines move: by rule, file, member and statement,
 * and by their order where all that is equal.
 */
final class Fingerprints {
  private static final int BYTES = 12;

  private final Map<String, Integer> seen = new HashMap<>();

  /** To be asked once for each finding, in report order. */
  String of(Hit hit, String path) {
    String identity = String.join("\n", hit.rule().ruleName(), path, hit.member(), hit.anchor());
    int ordinal = seen.merge(identity, 1, Integer::sum);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES) + ":" + ordinal;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
