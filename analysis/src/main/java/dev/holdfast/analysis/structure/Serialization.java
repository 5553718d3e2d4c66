package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.limits.Entries;
import dev.holdfast.analysis.structure.WrittenProperties.Property;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Level;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Objects that a serialiser never comes to the end of: they write themselves, or lead back. */
public final class Serialization {
  private static final int INTERFACE_OR_ABSTRACT = 0x0200 | 0x0400;

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final WrittenProperties properties;
  private final BackReferences backs;

  public Serialization(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.properties = new WrittenProperties(calls);
    this.backs = new BackReferences(calls);
  }

  /** Whether a fact makes a body with such a call worth looking at. */
  public static boolean judges(Fact fact) {
    return fact.word() == Word.SERIALIZES && fact.slot().isParameter();
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && values.isReachable(values.blockOf(i))) {
        Contract contract = calls.contracts().of(call.method());
        for (int a = 0; a < call.arguments().size(); a++) {
          Fact fact = contract.fact(Word.SERIALIZES, Slot.parameter(a));
          Finding finding = fact == null ? null : judge(call, i, call.arguments().get(a), fact);
          if (finding != null && done.add(call.site())) {
            findings.add(finding);
          }
        }
      }
    }
    return findings;
  }

  private Finding judge(Op.Call call, int index, int register, Fact fact) {
    boolean fields = fact.value("").equals("FIELDS");
    if (isThis(index, register)) {
      Finding itself = ofItself(call, fields);
      if (itself != null) {
        return itself;
      }
    }
    Finding again = again(call, index, register);
    return again != null ? again : cycle(call, index, register, fields);
  }

  private boolean isThis(int index, int register) {
    return !scope.body().isStatic() && Recursion.isUnchanged(values, index, register, 0);
  }

  /** What a serialiser asks an object for is made by serialising the object. */
  private Finding ofItself(Op.Call call, boolean fields) {
    MethodRef method = asked(fields);
    if (method == null) {
      return null;
    }
    boolean replaces = properties.replaces(method);
    String asks =
        replaces
            ? "is what serialisers write in place of its object"
            : "is asked by serialisers for a property of its object";
    return finding(
        call,
        Level.ERROR,
        true,
        ShortNames.call(method)
            + " "
            + asks
            + ", and serialises that very object here: it calls itself until the stack is full",
        replaces
            ? "write the parts of the object here, not the object"
            : "give it a name that is no accessor's, or hide it from serialisers",
        List.of(new Finding.Step(call.site(), "asks for itself again here")));
  }

  /** The method by which a serialiser gets here, or null. */
  private MethodRef asked(boolean fields) {
    MethodRef own = scope.body().method();
    if (isAsked(own, fields)) {
      return own;
    }
    for (MethodRef entry : Entries.of(own, calls)) {
      if (entry.owner().equals(own.owner()) && isAsked(entry, fields)) {
        return entry;
      }
    }
    return null;
  }

  private boolean isAsked(MethodRef method, boolean fields) {
    return properties.replaces(method) || !fields && isAccessor(method);
  }

  private boolean isAccessor(MethodRef method) {
    MethodView declared = calls.hierarchy().resolve(method);
    String property = declared == null ? null : properties.accessed(declared);
    return property != null
        && properties.of(method.owner(), false).stream()
            .anyMatch(written -> written.name().equals(property));
  }

  /** A serialiser that hands what it is to write back to the one that called it. */
  private Finding again(Op.Call call, int index, int register) {
    MethodRef method = scope.body().method();
    Contract own = calls.contracts().of(method);
    for (int p = 0; p < method.parameters().size(); p++) {
      boolean isTold =
          own.says(Word.SERIALIZES, Slot.parameter(p))
              && new Registered(calls).isIn(values, index, call.receiver(), method.owner());
      if (own.says(Word.SERIALIZES, Slot.parameter(p))
          && isOneClass(method.parameters().get(p))
          && Recursion.isUnchanged(values, index, register, scope.body().parameter(p))
          && (isGiven(index, call.receiver(), 0) || isTold)) {
        return finding(
            call,
            Level.ERROR,
            isTold || isSerialiserOf(method.parameters().get(p), method.owner()),
            ShortNames.type(method.owner())
                + " writes an object by having it serialised again, which comes back here until"
                + " the stack is full",
            "write its parts, or let the default serialiser of its class write it",
            List.of(new Finding.Step(call.site(), "comes back here")));
      }
    }
    return null;
  }

  /** Whether a value is what the serialiser was called with, or belongs to that. */
  private boolean isGiven(int index, int register, int depth) {
    int[] origins = values.origins(index, register);
    if (register < 0 || origins.length != 1 || depth > 3) {
      return false;
    }
    if (Values.isParameter(origins[0])) {
      return Values.register(origins[0]) > 0;
    }
    // what is looked up there is another serialiser
    return values.op(origins[0]) instanceof Op.Call before
        && before.arguments().isEmpty()
        && isGiven(origins[0], before.receiver(), depth + 1);
  }

  /** What is written for a class of many kinds is written by the serialiser of each. */
  private boolean isOneClass(String type) {
    ClassView view = calls.contracts().world().find(type);
    return view != null && view.isSource() && (view.access() & INTERFACE_OR_ABSTRACT) == 0;
  }

  /** Whether a class names its serialiser. */
  private boolean isSerialiserOf(String type, String serialiser) {
    ClassView view = calls.contracts().world().find(type);
    for (Note note : view == null ? List.<Note>of() : view.notes()) {
      if (note.arguments().containsValue(serialiser)) {
        return true;
      }
    }
    return false;
  }

  /** An object that leads back to itself. */
  private Finding cycle(Op.Call call, int index, int register, boolean fields) {
    String type = properties.written(scope, index, register);
    ClassView view = type == null ? null : calls.contracts().world().find(type);
    if (view == null || !view.isSource()) {
      return null;
    }
    List<Property> doubtful = null;
    for (List<Property> cycle : backs.cycles(type, properties, fields)) {
      for (Property back : cycle) {
        Site kept = holds(cycle, back, fields) ? kept(back, index, register) : null;
        if (kept != null) {
          return cycle(call, cycle, back, kept);
        }
      }
      doubtful = doubtful == null && cycle.size() > 1 ? cycle : doubtful;
    }
    return doubtful == null ? null : cycle(call, doubtful, last(doubtful), null);
  }

  /** Whether what is told of its holder can be reached from it: by another property than that. */
  private boolean holds(List<Property> cycle, Property back, boolean fields) {
    return cycle.size() > 1
        || properties.of(back.owner(), fields).stream()
            .anyMatch(
                other ->
                    !other.name().equals(back.name()) && other.element().equals(back.element()));
  }

  private Site kept(Property back, int index, int register) {
    Site here = back.many() ? null : backs.put(scope, back, values.origins(index, register));
    return here != null ? here : backs.kept(back);
  }

  private Finding cycle(Op.Call call, List<Property> cycle, Property back, Site kept) {
    StringBuilder way = new StringBuilder();
    for (Property property : cycle) {
      way.append(way.length() == 0 ? "" : " and ")
          .append(ShortNames.type(property.owner()))
          .append('.')
          .append(property.name());
    }
    List<Finding.Step> steps = new ArrayList<>();
    if (kept != null) {
      steps.add(new Finding.Step(kept, "is told here who holds it"));
    }
    steps.add(new Finding.Step(call.site(), "is written here, and never ends"));
    return finding(
        call,
        Level.WARNING,
        kept != null,
        "what is serialised here leads back to itself by "
            + way
            + ": it is written until the stack is full",
        "leave "
            + ShortNames.type(back.owner())
            + "."
            + back.name()
            + " out, or write a record of what is meant to be seen",
        steps);
  }

  private static Property last(List<Property> cycle) {
    return cycle.get(cycle.size() - 1);
  }

  private Finding finding(
      Op.Call call,
      Level level,
      boolean definite,
      String message,
      String remedy,
      List<Finding.Step> steps) {
    return new Finding(
        Rule.RECURSIVE_SERIALIZATION,
        level,
        definite,
        scope.body().method(),
        call.site(),
        message,
        remedy,
        steps);
  }
}
