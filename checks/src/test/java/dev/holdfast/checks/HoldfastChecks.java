package dev.holdfast.checks;

import com.google.errorprone.bugpatterns.BugChecker;
import java.util.List;
import java.util.ServiceLoader;

/** The checks as Error Prone finds them. */
final class HoldfastChecks {
  private HoldfastChecks() {}

  static List<Class<? extends BugChecker>> all() {
    return ServiceLoader.load(BugChecker.class).stream()
        .<Class<? extends BugChecker>>map(ServiceLoader.Provider::type)
        .filter(type -> type.getPackageName().equals("dev.holdfast.checks"))
        .toList();
  }
}
