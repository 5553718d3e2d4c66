package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Op;
import java.util.function.IntFunction;

/** The static type an op gives its register where the text does not state one. */
final class ImpliedType {
  private ImpliedType() {}

  /** Null where the op says nothing of the type. */
  static String of(Op op, IntFunction<String> typeOf) {
    if (op instanceof Op.New made) {
      return made.constructor().owner();
    } else if (op instanceof Op.Call call) {
      return call.method().result();
    } else if (op instanceof Op.GetField read) {
      return read.field().type();
    } else if (op instanceof Op.NewArray array) {
      return array.elementType() + "[]";
    } else if (op instanceof Op.ArrayLoad load) {
      String array = typeOf.apply(load.array());
      return array != null && array.endsWith("[]") ? array.substring(0, array.length() - 2) : null;
    } else if (op instanceof Op.Move move) {
      return typeOf.apply(move.source());
    } else if (op instanceof Op.Cast cast) {
      return cast.type();
    } else if (op instanceof Op.Const constant) {
      return of(constant.value());
    } else if (op instanceof Op.Concat) {
      return "java.lang.String";
    } else if (op instanceof Op.Closure closure) {
      return closure.functional();
    } else if (op instanceof Op.Caught caught) {
      return caught.type();
    }
    return null;
  }

  private static String of(Object constant) {
    if (constant instanceof Boolean) {
      return "boolean";
    } else if (constant instanceof Integer) {
      return "int";
    } else if (constant instanceof Long) {
      return "long";
    } else if (constant instanceof Float) {
      return "float";
    } else if (constant instanceof Double) {
      return "double";
    } else if (constant instanceof String) {
      return "java.lang.String";
    } else if (constant instanceof Op.TypeConstant) {
      return "java.lang.Class";
    }
    return null;
  }
}
