package dev.holdfast.checks.variants;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;

/** Names the member that a line belongs to, whatever a variant has made of its body. */
final class Members {
  private final CompilationUnit unit;

  Members(String source) {
    this.unit = Rewriting.parse(source);
  }

  /** The innermost member of a type with a name, as {@code Type.Nested.member}. */
  String at(int line) {
    BodyDeclaration<?> innermost = null;
    for (BodyDeclaration<?> member : unit.findAll(BodyDeclaration.class)) {
      boolean around =
          member.getRange().isPresent()
              && member.getRange().get().begin.line <= line
              && member.getRange().get().end.line >= line;
      boolean named =
          !(member instanceof TypeDeclaration)
              && member.getParentNode().orElse(null) instanceof TypeDeclaration;
      if (around && named && (innermost == null || innermost.isAncestorOf(member))) {
        innermost = member;
      }
    }
    return innermost == null ? "line " + line : types(innermost) + name(innermost);
  }

  private static String types(Node member) {
    StringBuilder path = new StringBuilder();
    for (Node node = member.getParentNode().orElse(null);
        node != null;
        node = node.getParentNode().orElse(null)) {
      if (node instanceof TypeDeclaration<?> type) {
        path.insert(0, type.getNameAsString() + ".");
      }
    }
    return path.toString();
  }

  private static String name(BodyDeclaration<?> member) {
    if (member instanceof CallableDeclaration<?> callable) {
      String name = callable.isConstructorDeclaration() ? "<init>" : callable.getNameAsString();
      return name.endsWith(Moving.HELPER)
          ? name.substring(0, name.length() - Moving.HELPER.length())
          : name;
    }
    return member instanceof FieldDeclaration field
        ? field.getVariable(0).getNameAsString()
        : "initialiser";
  }
}
