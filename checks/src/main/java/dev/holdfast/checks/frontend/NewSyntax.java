package dev.holdfast.checks.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reaches trees that the JDK this is compiled with does not have, by name. */
final class NewSyntax {
  private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();
  private static final String TREES = "com.sun.source.tree.";

  private NewSyntax() {}

  /** Kind by name: the constants differ between compilers. */
  static String kind(Tree tree) {
    return tree.getKind().name();
  }

  /** The guard of a case, or null. */
  static JCExpression guard(CaseTree tree) {
    Method getter = method("CaseTree", "getGuard");
    return getter == null ? null : (JCExpression) get(getter, tree);
  }

  /** The expression or pattern of a case label, or null for {@code default}. */
  static JCTree label(Tree label) {
    return switch (kind(label)) {
      case "DEFAULT_CASE_LABEL" -> null;
      case "CONSTANT_CASE_LABEL" ->
          (JCTree) get(method("ConstantCaseLabelTree", "getConstantExpression"), label);
      case "PATTERN_CASE_LABEL" ->
          (JCTree) get(method("PatternCaseLabelTree", "getPattern"), label);
      default -> (JCTree) label;
    };
  }

  static JCTree deconstructor(Tree pattern) {
    return (JCTree) get(method("DeconstructionPatternTree", "getDeconstructor"), pattern);
  }

  @SuppressWarnings("unchecked")
  static List<? extends JCTree> nested(Tree pattern) {
    return (List<? extends JCTree>)
        get(method("DeconstructionPatternTree", "getNestedPatterns"), pattern);
  }

  private static Object get(Method getter, Tree tree) {
    try {
      return getter.invoke(tree);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new GivenUp("unknown syntax " + kind(tree));
    }
  }

  private static Method method(String type, String name) {
    return METHODS.computeIfAbsent(
        name,
        key -> {
          try {
            return Class.forName(TREES + type).getMethod(key);
          } catch (ReflectiveOperationException e) {
            return null;
          }
        });
  }
}
