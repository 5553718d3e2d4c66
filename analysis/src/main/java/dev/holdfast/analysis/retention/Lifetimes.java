package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How long objects of a type live, and how often a method runs. */
public final class Lifetimes {
  private static final int PUBLIC_STATIC = 0x0001 | 0x0008;
  private static final int ENUM = 0x4000;
  private static final Pattern STARTS =
      Pattern.compile("(init|regist|install|configur|setup|setUp|bootstrap|define|preload|warm).*");

  private final Contracts contracts;

  public Lifetimes(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Whether whoever makes objects of this type makes few and keeps them. */
  public boolean isProcessLong(String type) {
    ClassView view = contracts.world().find(type);
    if (view == null) {
      return false;
    }
    return (view.access() & ENUM) != 0 || lives(contracts.ofType(type), Slot.TYPE, "PROCESS");
  }

  /** Whether a type is made like one that has a single object: nobody else can make it. */
  boolean looksSingle(String type) {
    ClassView view = contracts.world().find(type);
    if (view == null || view.methods("<init>").isEmpty()) {
      return false;
    }
    for (MethodView constructor : view.methods("<init>")) {
      if (!constructor.isPrivate()) {
        return false;
      }
    }
    for (FieldView field : view.fields()) {
      if (field.field().isStatic() && field.field().type().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether every object of a type that looks single is kept for the process. */
  boolean isSingle(String type, Bodies bodies) {
    for (MethodView constructor : contracts.world().find(type).methods("<init>")) {
      for (Bodies.Place place : bodies.callsOf(constructor.method())) {
        boolean kept = place.scope().body().method().name().equals("<clinit>");
        for (Op op : place.scope().values().ops()) {
          kept |=
              op instanceof Op.PutField put
                  && put.field().isStatic()
                  && put.field().type().equals(type);
        }
        if (!kept && place.op() instanceof Op.New) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a method says that it serves requests. */
  boolean servesRequests(MethodRef method) {
    return lives(contracts.of(method), Slot.RESULT, "REQUEST");
  }

  /**
   * Whether a method runs a few times in the life of the process.
   *
   * @param owner the type that owns what is filled; its constructors run once if it is single
   */
  public boolean runsAtStart(MethodRef method, Bodies bodies, boolean single) {
    return runsAtStart(method, bodies, single, new HashSet<>());
  }

  private boolean runsAtStart(
      MethodRef method, Bodies bodies, boolean single, Set<MethodRef> asked) {
    MethodRef declared = bodies.declared(method);
    if (!asked.add(declared) || declared.name().equals("<clinit>") || isMain(declared)) {
      return true;
    }
    Contract contract = contracts.of(declared);
    if (lives(contract, Slot.RESULT, "START")) {
      return true;
    }
    MethodView view = contracts.hierarchy().resolve(declared);
    if (view == null || lives(contract, Slot.RESULT, "REQUEST")) {
      return false;
    }
    if (declared.isConstructor() && single) {
      return true;
    }
    if (!view.isPrivate()) {
      return false;
    }
    for (MethodRef caller : bodies.callers(declared)) {
      if (!runsAtStart(caller, bodies, single, asked)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the name of a method says that it prepares something. */
  static boolean isNamedLikeStart(MethodRef method) {
    return STARTS.matcher(method.name()).matches();
  }

  private boolean isMain(MethodRef method) {
    MethodView view = contracts.hierarchy().resolve(method);
    return method.name().equals("main")
        && view != null
        && (view.access() & PUBLIC_STATIC) == PUBLIC_STATIC;
  }

  private static boolean lives(Contract contract, Slot slot, String span) {
    boolean found = false;
    for (Fact fact : contract.facts()) {
      if (fact.word() == Word.LIVES && fact.slot().equals(slot)) {
        if (!fact.value("").equals(span)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }
}
