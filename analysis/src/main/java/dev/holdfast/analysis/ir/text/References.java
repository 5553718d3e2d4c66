package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;

/** Methods, constructors and fields as text: {@code okhttp3.Call.execute(): okhttp3.Response}. */
final class References {
  private References() {}

  static String print(MethodRef method) {
    return Spelling.qualified(method.owner())
        + "."
        + Spelling.member(method.name())
        + types(method.parameters())
        + ": "
        + Spelling.qualified(method.result());
  }

  static String print(FieldRef field) {
    return (field.isStatic() ? "static " : "")
        + Spelling.qualified(field.owner())
        + "."
        + Spelling.name(field.name())
        + ": "
        + Spelling.qualified(field.type());
  }

  /** A constructor as {@code new} names it: its class and parameter types. */
  static String printConstructor(MethodRef constructor) {
    return Spelling.qualified(constructor.owner()) + types(constructor.parameters());
  }

  static MethodRef method(Line line, Imports imports) {
    MemberName name = memberName(line, imports);
    List<String> parameters = parameters(line, imports);
    line.expect(":");
    String result = TypeGrammar.erased(line, imports);
    return new MethodRef(name.owner, name.name, Descriptors.descriptor(parameters, result));
  }

  static MethodRef constructor(Line line, Imports imports) {
    String owner = TypeGrammar.erased(line, imports);
    return new MethodRef(
        owner, "<init>", Descriptors.descriptor(parameters(line, imports), "void"));
  }

  static FieldRef field(Line line, Imports imports) {
    boolean isStatic = line.takes("static");
    MemberName name = memberName(line, imports);
    line.expect(":");
    return new FieldRef(name.owner, name.name, TypeGrammar.erased(line, imports), isStatic);
  }

  /** Owner and simple name of a member. */
  record MemberName(String owner, String name) {}

  static MemberName memberName(Line line, Imports imports) {
    List<String> parts = line.qualified("a class and member");
    int last = parts.size() - 1;
    if (last == 0) {
      throw line.error("expected owner.name, found '" + parts.get(0) + "' without an owner");
    }
    String owner =
        last == 1 ? imports.resolve(parts.get(0)) : String.join(".", parts.subList(0, last));
    return new MemberName(owner, parts.get(last));
  }

  private static List<String> parameters(Line line, Imports imports) {
    List<String> types = new ArrayList<>();
    line.expect("(");
    if (!line.takes(")")) {
      do {
        types.add(TypeGrammar.erased(line, imports));
      } while (line.takes(","));
      line.expect(")");
    }
    return types;
  }

  private static String types(List<String> types) {
    return "(" + String.join(", ", types.stream().map(Spelling::qualified).toList()) + ")";
  }
}
