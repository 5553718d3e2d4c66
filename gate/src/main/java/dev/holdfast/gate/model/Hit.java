package dev.holdfast.gate.model;

import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.Comparator;
import java.util.List;

/**
 * A finding bound to places in files, free of the compiler that found it.
 *
 * @param member the method it was found in, for example {@code com.acme.Gateway.fetch}
 * @param site the class file and line a finding was read from, as in {@code
 *     app.jar!/com/acme/Gateway.class:41}; null where it was read from source
 * @param anchor the statement it stands in, white space and comments evened out: what identifies it
 *     from one version to the next where line numbers cannot
 * @param changes that mend it, all of them together; none where no fix is sure
 */
public record Hit(
    Rule rule,
    Level level,
    boolean definite,
    Place place,
    String member,
    String site,
    String anchor,
    String message,
    String remedy,
    List<Hop> hops,
    List<Change> changes) {
  /** File, then line and column, then rule: the order of every report. */
  public static final Comparator<Hit> ORDER =
      Comparator.comparing((Hit hit) -> hit.place().file().display())
          .thenComparing(hit -> hit.place().region().startLine())
          .thenComparing(hit -> hit.place().region().startColumn())
          .thenComparing(Hit::rule)
          .thenComparing(Hit::message);

  public Hit {
    hops = List.copyOf(hops);
    changes = List.copyOf(changes);
  }

  /** Whether it fails a scan: proven by a path, and no mere suggestion. */
  public boolean fails() {
    return definite && level != Level.SUGGESTION;
  }
}
