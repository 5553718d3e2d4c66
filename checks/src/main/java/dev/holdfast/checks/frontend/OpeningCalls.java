package dev.holdfast.checks.frontend;

import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.ClassType;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Name;
import dev.holdfast.analysis.Opening;
import dev.holdfast.analysis.OpeningEvents;
import dev.holdfast.analysis.ir.MethodRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Decides for each call once whether it is an opening event: by name, then by resolved method. */
final class OpeningCalls {
  private final Sources sources;
  private final Naming naming;
  private final OpeningEvents events;
  private final BiConsumer<String, Throwable> problems;
  private final Map<TypeSymbol, Boolean> byResult = new IdentityHashMap<>();
  private final Map<TypeSymbol, Boolean> byRefill = new IdentityHashMap<>();
  private final Map<TypeSymbol, Boolean> byLife = new IdentityHashMap<>();
  private final Map<Name, Boolean> byName = new IdentityHashMap<>();
  private final Map<TypeSymbol, Boolean> own = new IdentityHashMap<>();
  private final Map<Use, Opening> byUse = new HashMap<>();

  /** Whether it matters at all how long objects live. */
  private final boolean lifespans;

  private record Use(MethodSymbol method, Symbol site) {
    // Written out: what a record generates costs a bootstrap in every cold compiler.
    @Override
    public boolean equals(Object other) {
      return other instanceof Use use && use.method == method && use.site == site;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(method) * 31 + System.identityHashCode(site);
    }
  }

  OpeningCalls(Sources sources, OpeningEvents events, BiConsumer<String, Throwable> problems) {
    this.sources = sources;
    this.naming = sources.naming;
    this.events = events;
    this.lifespans = events.judgesLifespans();
    this.problems = problems;
  }

  /** What a call does for the body it stands in: {@code ALWAYS} where its condition is met. */
  Opening opening(JCMethodInvocation tree, ClassSymbol within) {
    JCExpression named = TreeInfo.skipParens(tree.meth);
    return decide(
        TreeInfo.symbol(named),
        method -> {
          Calls.Qualifier qualifier = Calls.Qualifier.of(named, method, within, naming);
          Type site = qualifier.constructs() ? method.owner.type : qualifier.site();
          return opening(method, site, tree.type);
        });
  }

  Opening opening(JCNewClass tree) {
    return decide(
        tree.constructor, constructor -> opening(constructor, constructor.owner.type, tree.type));
  }

  Opening opening(JCMemberReference tree) {
    return decide(
        tree.sym,
        method -> {
          boolean creates = tree.getMode() == ReferenceMode.NEW;
          Type site = creates ? method.owner.type : tree.expr.type;
          return opening(method, site, naming.symtab.objectType);
        });
  }

  /** Whether whoever calls this method hands over an object that its body has to release. */
  boolean opens(MethodSymbol declared) {
    if (!byName.computeIfAbsent(declared.name, name -> events.mentions(name.toString()))) {
      return false;
    }
    return decide(
            declared,
            method -> takesDuty(method) ? opening(method, method.owner.type) : Opening.NEVER)
        == Opening.ALWAYS;
  }

  /** Whether a method may build the map of objects that it returns. */
  boolean returnsPayload(MethodSymbol declared) {
    return declared.type != null
        && declared.getReturnType() != null
        && declared.getReturnType().getTypeArguments().size() == 2
        && decided(
                declared,
                method ->
                    events.mayReturnPayload(naming.method(method)) ? Opening.ALWAYS : Opening.NEVER)
            == Opening.ALWAYS;
  }

  /** Whether a method may keep a short-lived object that it gets. */
  boolean captures(MethodSymbol declared) {
    if (!lifespans) {
      return false;
    }
    for (VarSymbol parameter : declared.params()) {
      if (isShortLived(parameter.type)) {
        return decided(
                declared,
                method -> events.mayCapture(naming.method(method)) ? Opening.ALWAYS : Opening.NEVER)
            == Opening.ALWAYS;
      }
    }
    return false;
  }

  /** Whether a container fills a field, which carries annotations, with a short-lived object. */
  boolean captures(VarSymbol field) {
    try {
      return lifespans && isShortLived(field.type) && events.mayCapture(naming.field(field));
    } catch (GivenUp | CompletionFailure unresolved) {
      return false;
    } catch (RuntimeException | StackOverflowError defect) {
      problems.accept("the field " + field.owner + "." + field.name, defect);
      return false;
    }
  }

  private boolean isShortLived(Type type) {
    return type instanceof ClassType
        && byLife.computeIfAbsent(type.tsym, key -> events.isShortLived(naming.binary(key)));
  }

  /** Whether a method that calls itself is looked at. */
  boolean mayRecurse(MethodSymbol declared, boolean catches) {
    return decided(
            declared,
            method ->
                events.mayRecurse(naming.method(method), catches) ? Opening.ALWAYS : Opening.NEVER)
        == Opening.ALWAYS;
  }

  /** Whether others wait for each run of a method declared here. */
  boolean isPressed(MethodSymbol declared) {
    if ((declared.flags() & Flags.SYNCHRONIZED) != 0) {
      return true;
    }
    try {
      return events.isHandler(naming.method(declared));
    } catch (GivenUp | CompletionFailure unresolved) {
      return false;
    } catch (RuntimeException | StackOverflowError defect) {
      problems.accept("the method " + declared.owner + "." + declared.name, defect);
      return false;
    }
  }

  /** Whether a method is told how long it may take. */
  boolean isGivenLimit(MethodSymbol declared) {
    return declared.params().nonEmpty()
        && decided(
                declared,
                method ->
                    events.isGivenLimit(
                            naming.method(method), p -> method.params().get(p).name.toString())
                        ? Opening.ALWAYS
                        : Opening.NEVER)
            == Opening.ALWAYS;
  }

  private boolean takesDuty(MethodSymbol method) {
    for (VarSymbol parameter : method.params()) {
      if (parameter.type instanceof ClassType type
          && byResult.computeIfAbsent(type.tsym, key -> events.mayCarryDuty(naming.binary(key)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamed(MethodSymbol method) {
    return byName.computeIfAbsent(method.name, name -> events.mentions(name.toString()))
        || mayPassOn(method);
  }

  /**
   * A method that returns an object may return what it acquired itself: one of the user's own, one
   * that carries an annotation, or one whose result is of a kind that must be released.
   */
  private boolean mayPassOn(MethodSymbol method) {
    if (method.isConstructor() || !(method.owner instanceof ClassSymbol owner)) {
      return false;
    }
    if (method.getReturnType().hasTag(TypeTag.TYPEVAR)) {
      return isOwn(owner);
    }
    if (!(method.getReturnType() instanceof ClassType result)
        || result.tsym == naming.symtab.stringType.tsym) {
      return false;
    }
    return isOwn(owner)
        || isAnnotated(method, owner)
        || byResult.computeIfAbsent(result.tsym, type -> events.mayCarryDuty(naming.binary(type)));
  }

  private boolean isOwn(ClassSymbol owner) {
    return own.computeIfAbsent(
        owner,
        type -> sources.of(owner) != null || CompilerClassFiles.isOfThisBuild(owner.classfile));
  }

  /** The JDK's own annotations say nothing to us. */
  private static boolean isAnnotated(MethodSymbol method, ClassSymbol owner) {
    return method.getRawAttributes().nonEmpty()
        && !owner.packge().fullname.toString().startsWith("java.");
  }

  private Opening opening(MethodSymbol method, Type site, Type result) {
    Opening opening = opening(method, site);
    boolean opens =
        switch (opening) {
          case IF_UNTYPED -> isUntyped(result);
          case IF_REUSABLE -> isReusable(result);
          case NEVER, ALWAYS, IF_KEPT, IF_PRESSED, IF_FILLED, PRESSES -> true;
        };
    return !opens
        ? Opening.NEVER
        : opening == Opening.IF_UNTYPED || opening == Opening.IF_REUSABLE
            ? Opening.ALWAYS
            : opening;
  }

  private Opening opening(MethodSymbol method, Type site) {
    Use use = new Use(method, site.tsym);
    Opening known = byUse.get(use);
    if (known == null) {
      MethodRef ref = method.isConstructor() ? naming.method(method) : naming.method(method, site);
      known = events.opening(ref);
      byUse.put(use, known);
    }
    return known;
  }

  private boolean isReusable(Type type) {
    return type instanceof ClassType
        && byRefill.computeIfAbsent(type.tsym, key -> events.isReusable(naming.binary(key)));
  }

  private boolean isUntyped(Type type) {
    return type.tsym == naming.symtab.objectType.tsym
        || type.hasTag(TypeTag.TYPEVAR)
        || type.hasTag(TypeTag.WILDCARD);
  }

  private Opening decide(Symbol named, Function<MethodSymbol, Opening> question) {
    return named instanceof MethodSymbol method && isNamed(method)
        ? decided(method, question)
        : Opening.NEVER;
  }

  private Opening decided(MethodSymbol method, Function<MethodSymbol, Opening> question) {
    try {
      return question.apply(Calls.method(method));
    } catch (GivenUp | CompletionFailure unresolved) {
      return Opening.NEVER;
    } catch (RuntimeException | StackOverflowError defect) {
      problems.accept("a call of " + method.owner + "." + method.name, defect);
      return Opening.NEVER;
    }
  }
}
