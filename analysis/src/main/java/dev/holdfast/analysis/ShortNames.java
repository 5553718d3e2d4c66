package dev.holdfast.analysis;

import dev.holdfast.analysis.ir.MethodRef;

/** Names as findings say them: short enough to read, the same in every rule. */
public final class ShortNames {
  private ShortNames() {}

  /** A type without its package: {@code HttpClient.Builder}; what has no name keeps its number. */
  public static String type(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1).replaceAll("\\$(?=\\D)", ".");
  }

  /** What is called: {@code new Socket} or {@code Socket.connect()}. */
  public static String call(MethodRef method) {
    return method.isConstructor()
        ? "new " + type(method.owner())
        : type(method.owner()) + "." + method.name() + "()";
  }
}
