package dev.holdfast.analysis.lifecycle;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.summary.Calls;
import java.util.StringJoiner;

/**
 * Names, for whoever calls a method, the operands that end the duty of its result: the connection
 * it was given, or the object whose {@code close()} disconnects the one in its field.
 */
final class Outside {
  private final Body body;
  private final Calls calls;

  Outside(Body body, Calls calls) {
    this.body = body;
    this.calls = calls;
  }

  /** In the manner of {@code closedBy}. */
  String closing(Tracked tracked) {
    StringJoiner names = new StringJoiner(",");
    for (String key : tracked.parents()) {
      String name = key.startsWith("p") ? operand(key.substring(1)) : null;
      if (name != null) {
        names.add(name);
      }
    }
    return names.toString();
  }

  private String operand(String key) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      int register = Integer.parseInt(key);
      return body.isStatic() ? key : register == 0 ? "this" : String.valueOf(register - 1);
    }
    boolean own = !body.isStatic() && key.startsWith("0.");
    return own && calls.summaries().closes(body.method().owner(), key.substring(dot + 1))
        ? "this"
        : null;
  }
}
