package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.util.Context;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The classes of this compilation that have trees, and how their members are spelt. */
final class Sources {
  final Naming naming;
  private final Enter enter;
  private final Map<ClassSymbol, SourceClass> classes = new IdentityHashMap<>();

  Sources(Context context) {
    this.enter = Enter.instance(context);
    this.naming = new Naming(Types.instance(context), Symtab.instance(context), this::captured);
  }

  /** The class with its tree, or null where it comes from a class file. */
  SourceClass of(ClassSymbol symbol) {
    SourceClass known = classes.get(symbol);
    if (known == null) {
      Env<AttrContext> env = enter.getEnv(symbol);
      if (env == null || !(env.tree instanceof JCClassDecl tree) || tree.sym != symbol) {
        return null;
      }
      known = new SourceClass(this, symbol, tree, env.toplevel);
      classes.put(symbol, known);
    }
    return known;
  }

  /** Variables of enclosing methods that the constructors of a local class take along. */
  List<VarSymbol> captured(ClassSymbol symbol) {
    if (symbol.owner.kind != Kind.MTH && symbol.owner.kind != Kind.VAR) {
      return List.of();
    }
    SourceClass source = of(symbol);
    return source == null ? List.of() : source.captures().variables();
  }
}
