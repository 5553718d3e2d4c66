package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Operands;
import dev.holdfast.analysis.flow.Places;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.limits.Bodies;
import dev.holdfast.analysis.limits.Entries;
import dev.holdfast.analysis.limits.Nest;
import dev.holdfast.analysis.structure.WrittenProperties.Property;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Role;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Fields that somebody fills, and that a serialiser which asks accessors does not see. */
public final class DroppedFields {
  private static final int NOT_WRITTEN = 0x0008 | 0x0080 | 0x1000; // static, transient, synthetic
  private static final Set<String> OF_OBJECTS = Set.of("toString", "equals", "hashCode");

  private final Scope scope;
  private final Values values;
  private final Calls calls;
  private final WrittenProperties properties;

  public DroppedFields(Scope scope, Calls calls) {
    this.scope = scope;
    this.values = scope.values();
    this.calls = calls;
    this.properties = new WrittenProperties(calls);
  }

  /** Findings of this mechanism in the body, in the order of the ops. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<Site> done = new HashSet<>();
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call && values.isReachable(values.blockOf(i))) {
        for (int a = 0; a < call.arguments().size(); a++) {
          Fact fact = calls.contracts().of(call.method()).fact(Word.SERIALIZES, Slot.parameter(a));
          if (fact != null && fact.value("ACCESSORS").equals("ACCESSORS")) {
            String type = properties.written(scope, i, call.arguments().get(a));
            Set<String> dropped = type == null ? Set.of() : dropped(type);
            if (!dropped.isEmpty() && !seesFields(i, call.receiver()) && done.add(call.site())) {
              findings.add(finding(call, i, type, dropped));
            }
          }
        }
      }
    }
    return findings;
  }

  /** Names of the fields of a class that are filled and never written. */
  private Set<String> dropped(String type) {
    ClassView view = calls.contracts().world().find(type);
    List<Property> written = properties.of(type, false);
    if (view == null || !view.isSource() || written.isEmpty()) {
      return Set.of();
    }
    Set<String> hidden = new LinkedHashSet<>();
    for (FieldView field : view.fields()) {
      if (field.isPrivate() && (field.access() & NOT_WRITTEN) == 0 && field.notes().isEmpty()) {
        hidden.add(field.field().name());
      }
    }
    written.forEach(property -> hidden.remove(property.name()));
    return hidden.isEmpty() ? hidden : onlyFilled(type, hidden);
  }

  /** Those that are given what a parameter brings, and that nobody asks for. */
  private Set<String> onlyFilled(String type, Set<String> fields) {
    Set<String> filled = new HashSet<>();
    Set<String> read = new HashSet<>();
    List<Scope> all = new Nest(calls).bodies(type);
    Bodies bodies = new Bodies(calls, all);
    for (Scope body : all) {
      boolean ofObject =
          Entries.of(body.body().method(), bodies, calls).stream()
              .allMatch(method -> OF_OBJECTS.contains(method.name()));
      for (int i = 0; i < body.values().ops().size(); i++) {
        Op op = body.values().op(i);
        if (op instanceof Op.PutField put && put.field().owner().equals(type)) {
          if (isGiven(body.values(), i, put.source())) {
            filled.add(put.field().name());
          }
        } else if (op instanceof Op.GetField get && get.field().owner().equals(type) && !ofObject) {
          read.add(get.field().name());
        }
      }
    }
    Set<String> found = new LinkedHashSet<>(fields);
    found.retainAll(filled);
    found.removeAll(read);
    return found;
  }

  private boolean isGiven(Values in, int index, int register) {
    for (int origin : in.origins(index, register)) {
      if (Values.isParameter(origin)) {
        return Values.register(origin) > 0;
      }
      if (in.op(origin) instanceof Op.Call call) {
        int operand = 0;
        for (int given : Operands.ofCall(call)) {
          if (calls.meaning(call).role(operand++) == Role.ALIASES && isGiven(in, origin, given)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether the serialiser was told to see fields. */
  private boolean seesFields(int index, int register) {
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        continue;
      }
      Op op = values.op(origin);
      if (op instanceof Op.Call call && isVisibility(call.method())) {
        return true;
      }
      boolean told =
          op instanceof Op.GetField get
              ? new Nest(calls)
                  .bodies(get.field().owner()).stream().anyMatch(in -> tells(in, get.field()))
              : told(origin);
      if (told) {
        return true;
      }
    }
    return false;
  }

  private boolean told(int origin) {
    for (int i = 0; i < values.ops().size(); i++) {
      if (values.op(i) instanceof Op.Call call
          && isVisibility(call.method())
          && values.comesFrom(i, call.receiver(), origin)) {
        return true;
      }
    }
    return false;
  }

  private boolean tells(Scope body, FieldRef field) {
    Values in = body.values();
    for (int i = 0; i < in.ops().size(); i++) {
      if (in.op(i) instanceof Op.Call call
          && isVisibility(call.method())
          && Places.isFrom(field.name(), in, i, call.receiver())) {
        return true;
      }
      if (in.op(i) instanceof Op.PutField put && put.field().equals(field)) {
        for (int origin : in.origins(i, put.source())) {
          if (!Values.isParameter(origin)
              && in.op(origin) instanceof Op.Call call
              && isVisibility(call.method())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isVisibility(MethodRef method) {
    Fact fact = calls.contracts().of(method).fact(Word.SERIALIZES, Slot.RESULT);
    return fact != null && fact.value("").equals("FIELDS");
  }

  private Finding finding(Op.Call call, int index, String type, Set<String> dropped) {
    String first = dropped.iterator().next();
    String capital = Character.toUpperCase(first.charAt(0)) + first.substring(1);
    String names = ShortNames.type(type) + "." + String.join(", ", dropped);
    boolean one = dropped.size() == 1;
    return new Finding(
        Rule.SILENTLY_DROPPED_FIELD,
        Rule.SILENTLY_DROPPED_FIELD.level(),
        isMadeHere(index, call.receiver()),
        scope.body().method(),
        call.site(),
        names
            + (one ? " is" : " are")
            + " filled and not written here: the serialiser asks accessors, and "
            + (one ? "it has none" : "they have none"),
        "add get" + capital + "(), make it a record, or say that the field is left out on purpose",
        List.of(
            new Finding.Step(call.site(), "written here without " + String.join(", ", dropped))));
  }

  /** Whether the serialiser is made by the classes around, as it comes. */
  private boolean isMadeHere(int index, int register) {
    int[] origins = values.origins(index, register);
    if (register < 0 || origins.length != 1 || Values.isParameter(origins[0])) {
      return false;
    }
    Op op = values.op(origins[0]);
    if (!(op instanceof Op.GetField get)) {
      return isPlain(op);
    }
    boolean given = false;
    for (Scope body : new Nest(calls).bodies(get.field().owner())) {
      for (int i = 0; i < body.values().ops().size(); i++) {
        if (body.values().op(i) instanceof Op.PutField put && put.field().equals(get.field())) {
          int[] made = body.values().origins(i, put.source());
          if (made.length != 1
              || Values.isParameter(made[0])
              || !isPlain(body.values().op(made[0]))) {
            return false;
          }
          given = true;
        }
      }
    }
    return given;
  }

  private static boolean isPlain(Op op) {
    return op instanceof Op.New made && made.arguments().isEmpty();
  }
}
