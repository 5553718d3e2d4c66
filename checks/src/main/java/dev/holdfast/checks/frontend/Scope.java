package dev.holdfast.checks.frontend;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.Op;
import java.util.IdentityHashMap;
import java.util.Map;

/** Where the values of names live: registers of locals, {@code this}, and what lies around. */
final class Scope {
  private final ClassSymbol owner;
  private final Sources sources;
  private final Naming naming;
  private final Flow flow;
  private final Sites sites;
  private final Map<VarSymbol, Integer> locals = new IdentityHashMap<>();
  private int self = Op.NONE;
  private int outer = Op.NONE;
  private boolean initialising;

  Scope(SourceClass owner, Flow flow, Sites sites) {
    this.owner = owner.symbol;
    this.sources = owner.sources;
    this.naming = owner.sources.naming;
    this.flow = flow;
    this.sites = sites;
  }

  /** Initialisers read what their class captured from its fields, not from the parameters. */
  void initialising(boolean now) {
    initialising = now;
  }

  ClassSymbol owner() {
    return owner;
  }

  int declareSelf() {
    self = flow.local("this", naming.text(owner.type));
    return self;
  }

  /** The enclosing instance that a constructor is given. */
  int declareOuter() {
    outer = flow.temporary(naming.erased(owner.type.getEnclosingType()));
    return outer;
  }

  /** The register of a local variable, made at its first mention. */
  int declare(VarSymbol variable) {
    Integer known = locals.get(variable);
    if (known == null) {
      String name = variable.name.isEmpty() ? null : variable.name.toString();
      known = flow.local(name, naming.text(variable.type));
      locals.put(variable, known);
    }
    return known;
  }

  boolean isDeclared(VarSymbol variable) {
    return locals.containsKey(variable);
  }

  int self() {
    if (self < 0) {
      throw new GivenUp("this where there is none");
    }
    return self;
  }

  /** Reads a local of this body, or one of a body around a local class. */
  int read(VarSymbol variable, JCTree at) {
    Integer register = locals.get(variable);
    if (register != null && !(initialising && sources.captured(owner).contains(variable))) {
      return register;
    }
    for (ClassSymbol type = owner; type != null; type = enclosing(type)) {
      if (sources.captured(type).contains(variable)) {
        FieldRef field =
            new FieldRef(
                naming.binary(type), "val$" + variable.name, naming.erased(variable.type), false);
        return get(instance(type, at), field, naming.text(variable.type), at);
      }
    }
    throw new GivenUp("variable of nowhere");
  }

  /** The instance of this very class around the current point. */
  int instance(TypeSymbol wanted, JCTree at) {
    int register = self;
    ClassSymbol type = owner;
    while (type != wanted) {
      if (!type.hasOuterInstance()) {
        throw new GivenUp("no enclosing instance");
      }
      ClassSymbol around = (ClassSymbol) type.type.getEnclosingType().tsym;
      if (type == owner && outer >= 0 && !initialising) {
        register = outer;
      } else {
        FieldRef field =
            new FieldRef(naming.binary(type), outerField(type), naming.binary(around), false);
        register = get(checked(register), field, naming.text(around.type), at);
      }
      type = around;
    }
    return checked(register);
  }

  /** The class around the current point that a member belongs to, or null for none. */
  ClassSymbol holder(Symbol member) {
    return holder(member, owner, naming);
  }

  static ClassSymbol holder(Symbol member, ClassSymbol within, Naming naming) {
    for (ClassSymbol type = within; type != null; type = enclosing(type)) {
      if (member.isMemberOf(type, naming.types)) {
        return type;
      }
    }
    return null;
  }

  /** The innermost instance around that is a {@code wanted}; {@code this} only if allowed. */
  int instanceOf(TypeSymbol wanted, boolean orSelf, JCTree at) {
    ClassSymbol type = orSelf ? owner : enclosing(owner);
    while (type != null && !type.isSubClass(wanted, naming.types)) {
      type = enclosing(type);
    }
    if (type == null) {
      throw new GivenUp("no enclosing instance");
    }
    return instance(type, at);
  }

  static String outerField(ClassSymbol type) {
    int depth = 0;
    Type around = type.type.getEnclosingType();
    for (Type t = around.getEnclosingType(); t.hasTag(TypeTag.CLASS); t = t.getEnclosingType()) {
      depth++;
    }
    return "this$" + depth;
  }

  private static ClassSymbol enclosing(ClassSymbol type) {
    return type.owner.kind == Kind.PCK ? null : type.owner.enclClass();
  }

  private int get(int object, FieldRef field, String type, JCTree at) {
    int value = flow.temporary(type);
    flow.emit(new Op.GetField(value, object, field, sites.implicit(at)));
    return value;
  }

  private static int checked(int register) {
    if (register < 0) {
      throw new GivenUp("this where there is none");
    }
    return register;
  }
}
