package dev.holdfast.checks.fix;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Empties a pooled object before it goes back: {@code buffer.setLength(0);}. */
final class Emptied implements Mender {

  @Override
  public Fix mend(Finding finding, TreePath path, Code code, Api api) {
    Tree statement = path.getParentPath().getLeaf();
    if (!(path.getLeaf() instanceof MethodInvocationTree call)
        || !(statement instanceof ExpressionStatementTree)
        || call.getArguments().isEmpty()) {
      return null;
    }
    List<? extends ExpressionTree> arguments = call.getArguments();
    Layout layout = code.layout();
    int start = code.start(statement);
    if (!(arguments.get(arguments.size() - 1) instanceof IdentifierTree object)
        || !Api.isLocal(code.element(object))
        || path.getParentPath().getParentPath().getLeaf().getKind() != Tree.Kind.BLOCK
        || !layout.isFirstOnLine(start)) {
      return null;
    }
    String empties = empties(code.type(object), api);
    if (empties == null) {
      return null;
    }
    String line =
        object.getName() + "." + empties + ";" + layout.lineBreak() + layout.indent(start);
    int end = code.end(call.getMethodSelect());
    return Fix.of(start, end, line + code.text().substring(start, end));
  }

  /** The call that takes all out of an object, or null where there is none or more than one. */
  private static String empties(TypeMirror type, Api api) {
    String found = null;
    for (ExecutableElement method : api.methods(type)) {
      String call = empties(method, type, api);
      if (call != null) {
        found = found == null ? call : "";
      }
    }
    return found == null || found.isEmpty() ? null : found;
  }

  private static String empties(ExecutableElement method, TypeMirror type, Api api) {
    Contract contract = api.of(method, type);
    Fact handed = contract.fact(Word.HANDED_OVER, Slot.RESULT);
    boolean takesOut = handed != null && handed.value("OWNER").equals("OWNER");
    TypeKind result = method.getReturnType().getKind();
    if (!takesOut
        || method.getModifiers().contains(Modifier.STATIC)
        || !method.getThrownTypes().isEmpty()
        || contract.facts().stream().anyMatch(fact -> fact.slot().isParameter())
        || result != TypeKind.VOID
            && !api.types()
                .isSubtype(
                    api.types().erasure(type), api.types().erasure(method.getReturnType()))) {
      return null;
    }
    int parameters = method.getParameters().size();
    boolean toLength =
        parameters == 1 && method.getParameters().get(0).asType().getKind() == TypeKind.INT;
    return parameters == 0
        ? method.getSimpleName() + "()"
        : toLength && result == TypeKind.VOID ? method.getSimpleName() + "(0)" : null;
  }
}
