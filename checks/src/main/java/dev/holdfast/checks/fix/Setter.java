package dev.holdfast.checks.fix;

import dev.holdfast.catalog.Limit;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * A call that sets limits.
 *
 * @param name of the method
 * @param links the argument list as written, cut before the calls that an argument chains
 * @param limits that it sets
 * @param result what the call results in
 * @param thrown what it may throw
 */
record Setter(
    String name,
    List<String> links,
    Set<Limit> limits,
    TypeMirror result,
    List<? extends TypeMirror> thrown) {

  /** {@code .connectTimeout(Duration.ofSeconds(10))}. */
  String call() {
    return "." + name + "(" + String.join("", links) + ")";
  }

  /** The same over several lines where it chains calls itself. */
  String call(String newLine, String indent) {
    String further = newLine + indent;
    return links.size() == 1
        ? call()
        : "." + name + "(" + further + String.join(further + indent, links) + ")";
  }
}
