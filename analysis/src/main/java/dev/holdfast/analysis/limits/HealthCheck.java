package dev.holdfast.analysis.limits;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Hierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by its names what answers whether a service is well: it is called when something hangs, and
 * must not hang with it.
 */
final class HealthCheck {
  private static final Set<String> WHOLE =
      Set.of("ready", "isready", "live", "islive", "alive", "isalive", "ping");
  private static final Set<String> ALONE =
      Set.of("healthy", "healthcheck", "healthchecker", "liveness", "readiness");

  /** What may follow on "health"; a health insurance is something else. */
  private static final Set<String> AFTER_HEALTH =
      Set.of(
          "check",
          "checks",
          "checker",
          "indicator",
          "probe",
          "contributor",
          "monitor",
          "endpoint",
          "controller",
          "resource",
          "status");

  private final Calls calls;
  private final Hierarchy hierarchy;

  HealthCheck(Calls calls) {
    this.calls = calls;
    this.hierarchy = calls.hierarchy();
  }

  /** Whether a body belongs to a health check. */
  boolean has(MethodRef method) {
    return is(method) || isAround(method.owner()) && Entries.all(method, calls, this::is);
  }

  /** Whether a class, or the one around it, has such a method at all. */
  private boolean isAround(String type) {
    int nested = type.lastIndexOf('$');
    ClassView view = calls.contracts().world().find(type);
    return view != null && view.methods().stream().anyMatch(one -> is(one.method()))
        || nested > 0 && isAround(type.substring(0, nested));
  }

  private boolean is(MethodRef method) {
    String[] parts = method.name().split("\\$");
    String name = parts.length > 1 && parts[0].equals("lambda") ? parts[1] : method.name();
    if (WHOLE.contains(name.toLowerCase(Locale.ROOT)) || saysHealth(name) || isNamed(method)) {
      return true;
    }
    for (String above : hierarchy.ancestors(method.owner())) {
      if (saysHealth(simple(above))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(MethodRef method) {
    for (String part : simple(method.owner()).split("\\$")) {
      if (saysHealth(part)) {
        return true;
      }
    }
    return false;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static boolean saysHealth(String name) {
    List<String> words = words(name);
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      if (ALONE.contains(words.get(i))
          || words.get(i).equals("health") && (last || AFTER_HEALTH.contains(words.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split("(?<=[a-z0-9])(?=[A-Z])|_")) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
