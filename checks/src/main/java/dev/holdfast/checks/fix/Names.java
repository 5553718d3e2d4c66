package dev.holdfast.checks.fix;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds a name for a new variable, that nothing has in the same method. */
final class Names {
  /** Endings of types and what people call such things. */
  private static final List<String[]> USUAL =
      List.of(
          new String[] {"InputStream", "in"},
          new String[] {"OutputStream", "out"},
          new String[] {"Reader", "reader"},
          new String[] {"Writer", "writer"});

  private Names() {}

  /** Null if all that would do are taken. */
  static String of(TypeMirror type, TreePath place) {
    String simple = ((DeclaredType) type).asElement().getSimpleName().toString();
    Set<String> taken = taken(place);
    for (String[] usual : USUAL) {
      if (simple.endsWith(usual[0]) && !taken.contains(usual[1])) {
        return usual[1];
      }
    }
    int lastWord = simple.length() - 1;
    while (lastWord > 0 && !Character.isUpperCase(simple.charAt(lastWord))) {
      lastWord--;
    }
    for (String candidate : List.of(simple.substring(lastWord), simple)) {
      String name = Character.toLowerCase(candidate.charAt(0)) + candidate.substring(1);
      if (name.length() > 1 && !taken.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private static Set<String> taken(TreePath place) {
    TreePath member = place;
    while (!(member.getParentPath().getLeaf() instanceof ClassTree)) {
      member = member.getParentPath();
    }
    Set<String> names = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void none) {
        names.add(variable.getName().toString());
        return super.visitVariable(variable, none);
      }

      @Override
      public Void visitIdentifier(IdentifierTree identifier, Void none) {
        names.add(identifier.getName().toString());
        return null;
      }
    }.scan(member.getLeaf(), null);
    return names;
  }
}
