package dev.holdfast.checks.variants;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Moves members, and bodies from one to another. */
final class Moving {
  /** What the name of a helper ends in. */
  static final String HELPER = "Body";

  private Moving() {}

  /** The last method first; fields and initialisers keep their order, which has a meaning. */
  static void reversed(CompilationUnit unit) {
    for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class)) {
      reverse(type);
    }
  }

  private static void reverse(TypeDeclaration<?> type) {
    List<BodyDeclaration<?>> first = new ArrayList<>();
    List<BodyDeclaration<?>> last = new ArrayList<>();
    for (BodyDeclaration<?> member : type.getMembers()) {
      boolean ordered = member.isFieldDeclaration() || member.isInitializerDeclaration();
      (ordered ? first : last).add(member);
    }
    Collections.reverse(last);
    NodeList<BodyDeclaration<?>> members = new NodeList<>();
    members.addAll(first);
    members.addAll(last);
    type.setMembers(members);
  }

  /** Each method calls a private one that does what it did. */
  static void extracted(CompilationUnit unit, Predicate<MethodDeclaration> isEntry) {
    for (MethodDeclaration method : Rewriting.methods(unit)) {
      if (isEntry.test(method)) {
        extract(method);
      }
    }
  }

  private static void extract(MethodDeclaration method) {
    TypeDeclaration<?> owner = (TypeDeclaration<?>) method.getParentNode().orElseThrow();
    MethodDeclaration helper = method.clone();
    helper.setName(method.getNameAsString() + HELPER);
    helper.setModifiers(Modifier.createModifierList(Modifier.Keyword.PRIVATE));
    helper.setStatic(method.isStatic());
    NodeList<AnnotationExpr> annotations = new NodeList<>();
    for (AnnotationExpr annotation : helper.getAnnotations()) {
      if (!annotation.getNameAsString().equals("Override")) {
        annotations.add(annotation);
      }
    }
    helper.setAnnotations(annotations);
    List<String> arguments =
        method.getParameters().stream().map(Parameter::getNameAsString).toList();
    method.setBody(
        Rewriting.block(
            "{ "
                + (method.getType().isVoidType() ? "" : "return ")
                + helper.getName()
                + "("
                + String.join(", ", arguments)
                + "); }"));
    owner.getMembers().addAfter(helper, method);
  }
}
