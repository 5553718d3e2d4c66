package dev.holdfast.checks.fix;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names types as the file does, and adds the imports that takes without touching the others. */
final class Imports {
  private final Code code;
  private final Api api;
  private final Set<String> wanted = new TreeSet<>();

  Imports(Code code, Api api) {
    this.code = code;
    this.api = api;
  }

  /** Null where the type cannot be written, or its name means another one here. */
  String name(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.toString();
    }
    if (type.getKind() != TypeKind.DECLARED
        || !(((DeclaredType) type).asElement() instanceof TypeElement element)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    String name = name(element);
    if (name == null) {
      return null;
    }
    text.append(name);
    String separator = "<";
    for (TypeMirror argument : ((DeclaredType) type).getTypeArguments()) {
      String one = name(argument);
      if (one == null) {
        return null;
      }
      text.append(separator).append(one);
      separator = ", ";
    }
    return text.append(separator.equals("<") ? "" : ">").toString();
  }

  /** Null where the name means another type here. */
  String name(TypeElement element) {
    Element outer = element.getEnclosingElement();
    if (outer instanceof TypeElement enclosing && !isImported(element)) {
      if (isOnlyClassOfFile(enclosing)) {
        return element.getSimpleName().toString();
      }
      String name = name(enclosing);
      return name == null ? null : name + "." + element.getSimpleName();
    }
    if (outer.getKind() != ElementKind.PACKAGE && !isImported(element)) {
      return null;
    }
    String simple = element.getSimpleName().toString();
    if (!isVisible(element)) {
      if (isTaken(simple)) {
        return null;
      }
      wanted.add(element.getQualifiedName().toString());
    }
    return simple;
  }

  private boolean isOnlyClassOfFile(TypeElement element) {
    List<? extends Tree> types = code.unit().getTypeDecls();
    return types.size() == 1 && element.equals(code.element(types.get(0)));
  }

  private boolean isVisible(TypeElement element) {
    String qualified = element.getQualifiedName().toString();
    String home = api.elements().getPackageOf(element).getQualifiedName().toString();
    return isImported(element)
        || !isTaken(element.getSimpleName().toString())
            && (home.equals("java.lang")
                || home.equals(packageName())
                || imports().contains(home + ".*"))
        || home.equals(packageName()) && qualified.equals(home + "." + element.getSimpleName());
  }

  private boolean isImported(TypeElement element) {
    return imports().contains(element.getQualifiedName().toString());
  }

  /** Whether another type goes by this name in the file. */
  private boolean isTaken(String simple) {
    for (String imported : imports()) {
      if (imported.endsWith("." + simple)) {
        return true;
      }
    }
    Set<String> declared = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void none) {
        declared.add(type.getSimpleName().toString());
        return super.visitClass(type, none);
      }
    }.scan(code.unit(), null);
    return declared.contains(simple)
        || api.elements().getTypeElement(packageName() + "." + simple) != null;
  }

  private String packageName() {
    Tree name = code.unit().getPackageName();
    return name == null ? "" : name.toString();
  }

  private List<String> imports() {
    List<String> names = new ArrayList<>();
    for (ImportTree one : code.unit().getImports()) {
      if (!one.isStatic()) {
        names.add(one.getQualifiedIdentifier().toString());
      }
    }
    return names;
  }

  /** A change with the imports that its text takes, of the names given out. */
  Fix fix(int start, int end, String text) {
    Set<String> words = new HashSet<>(List.of(text.split("\\W+")));
    List<Fix.Import> imports = new ArrayList<>();
    for (String name : wanted) {
      if (words.contains(name.substring(name.lastIndexOf('.') + 1))) {
        imports.add(new Fix.Import(name, edit(name)));
      }
    }
    return new Fix(List.of(new Fix.Edit(start, end, text)), imports);
  }

  private Fix.Edit edit(String name) {
    Layout layout = code.layout();
    String line = "import " + name + ";" + layout.lineBreak();
    ImportTree before = null;
    ImportTree after = null;
    ImportTree lastStatic = null;
    for (ImportTree one : code.unit().getImports()) {
      if (one.isStatic()) {
        lastStatic = one;
      } else if (one.getQualifiedIdentifier().toString().compareTo(name) < 0) {
        before = one;
      } else if (after == null) {
        after = one;
      }
    }
    if (before != null) {
      int at = layout.nextLine(code.end(before));
      return new Fix.Edit(at, at, line);
    }
    if (after != null) {
      int at = layout.lineStart(code.start(after));
      return new Fix.Edit(at, at, line);
    }
    Tree above = lastStatic != null ? lastStatic : code.unit().getPackage();
    int at = above == null ? 0 : layout.nextLine(code.end(above));
    String text = above == null ? line + layout.lineBreak() : layout.lineBreak() + line;
    return new Fix.Edit(at, at, text);
  }
}
