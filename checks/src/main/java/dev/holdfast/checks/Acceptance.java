package dev.holdfast.checks;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Hears what the declarations around a place say about findings in them. */
final class Acceptance {
  private static final String ALL = "all";
  private static final String GENERATED = "Generated";

  private final Trees trees;

  Acceptance(Trees trees) {
    this.trees = trees;
  }

  /** Whether a declaration around this place accepts the rule, or was not written by hand. */
  boolean covers(TreePath place, Rule rule) {
    for (TreePath at = place; at != null; at = at.getParentPath()) {
      switch (at.getLeaf().getKind()) {
        case CLASS,
            INTERFACE,
            ENUM,
            RECORD,
            ANNOTATION_TYPE,
            METHOD,
            VARIABLE,
            COMPILATION_UNIT -> {
          Element declared = trees.getElement(at);
          if (declared != null && accepts(declared, rule)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean accepts(Element declared, Rule rule) {
    for (AnnotationMirror annotation : declared.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      String name = type.getSimpleName().toString();
      if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")) {
        if (names(annotation, "value", rule.ruleName()) || names(annotation, "value", ALL)) {
          return true;
        }
      } else if (name.equals(Word.ACCEPTED.annotation())) {
        if (names(annotation, "rule", rule.ruleName())) {
          return true;
        }
      } else if (name.equals(GENERATED)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(AnnotationMirror annotation, String element, String wanted) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(element)) {
        Object value = entry.getValue().getValue();
        if (value instanceof List<?> list) {
          return list.stream().anyMatch(one -> wanted.equals(((AnnotationValue) one).getValue()));
        }
        return wanted.equals(value);
      }
    }
    return false;
  }
}
