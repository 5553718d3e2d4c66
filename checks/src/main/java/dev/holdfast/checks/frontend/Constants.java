package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;

/** Constant values of types as the IR has them: javac keeps booleans and chars as integers. */
final class Constants {
  private Constants() {}

  static Object of(Type constant) {
    Object value = constant.constValue();
    if (constant.hasTag(TypeTag.BOOLEAN) && value instanceof Integer number) {
      return number != 0;
    }
    return value;
  }

  /** The constant as string concatenation shows it. */
  static String text(Type constant) {
    return constant.stringValue();
  }
}
