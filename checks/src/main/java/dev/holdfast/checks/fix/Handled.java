package dev.holdfast.checks.fix;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Tells whether what an added call may throw is caught or declared where it is added. */
final class Handled {
  private final Code code;
  private final Api api;

  Handled(Code code, Api api) {
    this.code = code;
    this.api = api;
  }

  boolean all(List<? extends TypeMirror> thrown, TreePath statement) {
    for (TypeMirror exception : thrown) {
      if (api.isChecked(exception) && !isHandled(exception, statement)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHandled(TypeMirror exception, TreePath statement) {
    Tree below = statement.getLeaf();
    for (TreePath at = statement.getParentPath(); at != null; at = at.getParentPath()) {
      Tree leaf = at.getLeaf();
      if (leaf instanceof TryTree attempt && attempt.getBlock() == below) {
        for (CatchTree handler : attempt.getCatches()) {
          if (covers(types(handler.getParameter().getType()), exception)) {
            return true;
          }
        }
      } else if (leaf instanceof MethodTree method) {
        return covers(new ArrayList<>(method.getThrows()), exception);
      } else if (endsHandling(leaf.getKind())) {
        return false;
      }
      below = leaf;
    }
    return false;
  }

  private static boolean endsHandling(Tree.Kind kind) {
    return switch (kind) {
      case LAMBDA_EXPRESSION, CLASS, ENUM, RECORD, INTERFACE -> true;
      default -> false;
    };
  }

  private static List<Tree> types(Tree type) {
    return type instanceof UnionTypeTree union
        ? new ArrayList<>(union.getTypeAlternatives())
        : List.of(type);
  }

  private boolean covers(List<Tree> types, TypeMirror exception) {
    return types.stream().anyMatch(type -> api.types().isSubtype(exception, code.type(type)));
  }
}
