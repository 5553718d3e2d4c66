package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAnnotation;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCModifiers;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a lambda or local class takes along from around it.
 *
 * @param self whether the enclosing {@code this} is among it
 * @param variables local variables in the order of first use
 */
record Captures(boolean self, List<VarSymbol> variables) {
  static final Captures EMPTY = new Captures(false, List.of());

  static Captures of(JCLambda tree, Sources sources) {
    return scan(tree, sources);
  }

  /** A class reaches variables of methods further out through its enclosing instance. */
  static Captures of(JCClassDecl tree, Sources sources) {
    Captures all = scan(tree, sources);
    if (!tree.sym.hasOuterInstance()) {
      return all;
    }
    List<VarSymbol> own = new ArrayList<>(all.variables);
    own.removeIf(variable -> variable.owner != tree.sym.owner);
    return new Captures(all.self, own);
  }

  private static Captures scan(JCTree tree, Sources sources) {
    Scanner scanner = new Scanner(sources);
    scanner.scan(tree);
    scanner.used.removeIf(scanner.declared::contains);
    return new Captures(scanner.self, List.copyOf(scanner.used));
  }

  private static final class Scanner extends TreeScanner {
    private final Sources sources;
    private final Set<VarSymbol> declared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<VarSymbol> used = new LinkedHashSet<>();
    private final List<ClassSymbol> inside = new ArrayList<>();
    private boolean self;

    Scanner(Sources sources) {
      this.sources = sources;
    }

    @Override
    public void visitVarDef(JCVariableDecl tree) {
      declared.add(tree.sym);
      super.visitVarDef(tree);
    }

    @Override
    public void visitClassDef(JCClassDecl tree) {
      if (tree.sym == null) {
        throw new GivenUp(GivenUp.UNATTRIBUTED);
      }
      inside.add(tree.sym);
      Symbol superclass = tree.sym.getSuperclass().tsym;
      if (superclass instanceof ClassSymbol local) {
        useCaptured(local);
      }
      super.visitClassDef(tree);
    }

    @Override
    public void visitModifiers(JCModifiers tree) {
      // annotations use nothing
    }

    @Override
    public void visitAnnotation(JCAnnotation tree) {
      // the same
    }

    @Override
    public void visitIdent(JCIdent tree) {
      use(tree, tree.sym, tree.name);
    }

    @Override
    public void visitSelect(JCFieldAccess tree) {
      if (isSelf(tree.name) && !inside.contains(tree.selected.type.tsym)) {
        self = true;
      }
      super.visitSelect(tree);
    }

    @Override
    public void visitReference(JCMemberReference tree) {
      super.visitReference(tree);
      if (tree.getMode() == com.sun.source.tree.MemberReferenceTree.ReferenceMode.NEW
          && tree.sym != null
          && tree.sym.owner instanceof ClassSymbol made) {
        useMade(made);
      }
    }

    @Override
    public void visitNewClass(JCNewClass tree) {
      super.visitNewClass(tree);
      if (tree.constructor != null && tree.constructor.owner instanceof ClassSymbol made) {
        if (tree.encl == null) {
          useMade(made);
        } else {
          useCaptured(made);
        }
      }
    }

    private void useMade(ClassSymbol made) {
      if (made.hasOuterInstance() && !inside.contains(made.type.getEnclosingType().tsym)) {
        self = true;
      }
      if (!inside.contains(made)) {
        useCaptured(made);
      }
    }

    private void useCaptured(ClassSymbol made) {
      used.addAll(sources.captured(made));
    }

    private void use(JCIdent tree, Symbol symbol, Name name) {
      if (symbol == null || tree.type == null) {
        throw new GivenUp(GivenUp.UNATTRIBUTED);
      }
      if (isSelf(name)) {
        self |= inside.isEmpty();
      } else if (Naming.isLocal(symbol)) {
        if (tree.type.constValue() == null) {
          used.add((VarSymbol) symbol);
        }
      } else if ((symbol.kind == Kind.VAR || symbol.kind == Kind.MTH)
          && symbol.owner.kind == Kind.TYP
          && !symbol.isStatic()
          && !isMemberInside(symbol)) {
        self = true;
      }
    }

    private boolean isMemberInside(Symbol member) {
      for (ClassSymbol type : inside) {
        if (member.isMemberOf(type, sources.naming.types)) {
          return true;
        }
      }
      return false;
    }

    private boolean isSelf(Name name) {
      return name == name.table.names._this || name == name.table.names._super;
    }
  }
}
