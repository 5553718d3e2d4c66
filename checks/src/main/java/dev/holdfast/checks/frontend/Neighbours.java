package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Lists the classes of a package: those of this compilation from their trees, the rest by file. */
final class Neighbours {
  private final Sources sources;
  private final CompilerClassFiles files;

  Neighbours(Sources sources, CompilerClassFiles files) {
    this.sources = sources;
    this.files = files;
  }

  /** Their binary names. */
  List<String> in(String packageName) {
    List<String> found = new ArrayList<>();
    PackageSymbol owner = files.visiblePackage(packageName);
    for (Symbol member : owner == null ? List.<Symbol>of() : owner.members().getSymbols()) {
      if (member instanceof ClassSymbol type) {
        SourceClass source = sources.of(type);
        if (source == null) {
          found.add(type.flatname.toString());
        } else {
          addAll(source.tree, found);
        }
      }
    }
    return List.copyOf(found);
  }

  private void addAll(JCClassDecl outermost, List<String> found) {
    outermost.accept(
        new TreeScanner() {
          @Override
          public void visitClassDef(JCClassDecl tree) {
            if (tree.sym != null) {
              found.add(sources.naming.binary(tree.sym));
            }
            super.visitClassDef(tree);
          }
        });
  }
}
