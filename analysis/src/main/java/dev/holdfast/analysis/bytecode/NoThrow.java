package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;
import java.util.Set;

/**
 * Calls that get no RAISE edges because the language, not a library, puts them there: boxing (JLS
 * 5.1.7, 5.1.8), the constructors every class must call (JLS 8.8.7), and what a try-with-resources
 * does with a second exception (JLS 14.20.3). What is known about APIs is not kept here but in
 * stubs.
 */
public final class NoThrow {
  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");
  private static final Set<String> ROOTS =
      Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record");

  private NoThrow() {}

  /** Whether a call of this method raises nothing that counts. */
  public static boolean never(MethodRef method) {
    return isBoxing(method)
        || method.isConstructor() && ROOTS.contains(method.owner())
        || method.name().equals("addSuppressed")
            && method.descriptor().equals("(Ljava/lang/Throwable;)V");
  }

  /** Boxing and unboxing, written or not: both compile to the same call. */
  static boolean isBoxing(MethodRef method) {
    if (!BOXES.contains(method.owner())) {
      return false;
    }
    String descriptor = method.descriptor();
    return method.name().equals("valueOf") && descriptor.charAt(2) == ')'
        || method.name().endsWith("Value") && descriptor.startsWith("()");
  }
}
