package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Lowers each source body at most once and keeps count of those that cannot be lowered. */
final class SourceLowering {
  private final Map<Object, Outcome> outcomes = new IdentityHashMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, String> defects = new LinkedHashMap<>();

  private record Outcome(Body body) {}

  /** Why bodies were given up, and how many for each reason. */
  Map<String, Integer> reasons() {
    return reasons;
  }

  /** What went wrong here rather than in the code, and where it did so first. */
  Map<String, String> defects() {
    return defects;
  }

  private void giveUp(String reason) {
    reasons.merge(reason, 1, Integer::sum);
  }

  /** A defect of our own costs what stands at the place, never the compilation. */
  void giveUp(String place, Throwable defect) {
    defects.putIfAbsent(defect.toString(), place);
    giveUp("defect: " + defect);
  }

  /** The body of a method or constructor, or null. */
  Body method(SourceClass owner, MethodSymbol method) {
    JCMethodDecl tree = owner.method(method);
    if (tree != null && tree.body != null) {
      return once(tree, owner, method.name, () -> Lowering.method(owner, tree));
    }
    if (tree == null && owner.isRecord() && (method.flags() & Flags.GENERATED_MEMBER) != 0) {
      VarSymbol field = component(owner, method);
      return field == null
          ? null
          : once(method, owner, method.name, () -> Lowering.accessor(owner, method, field));
    }
    return null;
  }

  private static VarSymbol component(SourceClass owner, MethodSymbol accessor) {
    for (var member : owner.symbol.members().getSymbolsByName(accessor.name)) {
      if (member instanceof VarSymbol field && accessor.getParameters().isEmpty()) {
        return field;
      }
    }
    return null;
  }

  /** The body of a lambda, or null. */
  Body lambda(SourceClass owner, JCLambda tree) {
    return once(tree, owner, "lambda", () -> Lowering.lambda(owner.lambda(tree)));
  }

  /** The body of the lambda that was given this name, or null. */
  Body lambda(SourceClass owner, MethodRef method) {
    for (LambdaMethod lambda : owner.lambdas()) {
      if (lambda.name.equals(method.name())) {
        return lambda(owner, lambda.tree);
      }
    }
    return null;
  }

  /** The static initialiser, or null where there is nothing in it. */
  Body initializer(SourceClass owner) {
    return owner.initialisers(true).isEmpty()
        ? null
        : once(owner, owner, "<clinit>", () -> Lowering.initializer(owner));
  }

  private Body once(Object key, SourceClass owner, CharSequence name, Supplier<Body> lower) {
    Outcome known = outcomes.get(key);
    if (known != null) {
      return known.body();
    }
    Body body = null;
    try {
      body = lower.get();
    } catch (GivenUp reason) {
      giveUp(reason.getMessage());
      if (!reason.isFinal()) {
        return null;
      }
    } catch (CompletionFailure missing) {
      giveUp("missing class");
    } catch (RuntimeException | StackOverflowError | AssertionError defect) {
      String file = owner.unit.sourcefile.getName();
      giveUp(owner.symbol.flatName() + "." + name + " in " + file, defect);
    }
    outcomes.put(key, new Outcome(body));
    return body;
  }
}
