package dev.holdfast.analysis.structure;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.flow.Values;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.Types;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a serialiser writes of an object: the properties of its class that nothing hides. */
final class WrittenProperties {
  private static final int PUBLIC = 0x0001;
  private static final int STATIC = 0x0008;
  private static final int TRANSIENT = 0x0080;
  private static final int SYNTHETIC = 0x1000;

  private final Calls calls;

  /**
   * One of them.
   *
   * @param owner the class that declares it
   * @param element type of what is written: of the elements where it holds many
   * @param many whether it is a collection, map or array
   */
  record Property(String owner, String name, String element, boolean many) {}

  WrittenProperties(Calls calls) {
    this.calls = calls;
  }

  /**
   * The properties of a class.
   *
   * @param fields whether the serialiser reads fields rather than accessors
   */
  List<Property> of(String type, boolean fields) {
    Map<String, Property> found = new LinkedHashMap<>();
    String name = type;
    for (int i = 0; i < 10 && name != null && !name.startsWith("java."); i++) {
      ClassView view = calls.contracts().world().find(name);
      if (view == null || isHidden(calls.contracts().ofType(name), Slot.TYPE)) {
        return List.of();
      }
      for (MethodView method : view.methods()) {
        if (replaces(method.method())) {
          return List.of(); // written as something else
        }
        String property = fields ? null : accessed(method);
        if (property != null && !isHidden(view, property)) {
          add(found, property(name, property, method.resultType()));
        }
      }
      for (FieldView field : view.fields()) {
        boolean record = "java.lang.Record".equals(view.superName());
        if (isWritten(field, fields || record) && !isHidden(view, field.field().name())) {
          add(found, property(name, field.field().name(), field.type()));
        }
      }
      name = view.superName();
    }
    return List.copyOf(found.values());
  }

  private static void add(Map<String, Property> found, Property property) {
    found.putIfAbsent(property.name, property);
  }

  /** Whether a method's result is written in place of its object. */
  boolean replaces(MethodRef method) {
    if (!method.parameters().isEmpty()) {
      return false;
    }
    Fact fact = calls.contracts().of(method).fact(Word.SERIALIZES, Slot.RESULT);
    return fact != null && !fact.value("").equals("NOTHING");
  }

  /** The property that a serialiser asks a method for, or null. */
  String accessed(MethodView method) {
    MethodRef ref = method.method();
    int access = method.access();
    if ((access & PUBLIC) == 0
        || (access & (STATIC | SYNTHETIC)) != 0
        || !ref.parameters().isEmpty()
        || ref.result().equals("void")
        || isHidden(calls.contracts().of(ref), Slot.RESULT)) {
      return null;
    }
    String name = ref.name();
    int prefix =
        name.startsWith("get")
            ? 3
            : ref.result().equals("boolean") && name.startsWith("is") ? 2 : 0;
    boolean named =
        prefix > 0 && name.length() > prefix && Character.isUpperCase(name.charAt(prefix));
    return named && !name.equals("getClass") ? decapitalized(name.substring(prefix)) : null;
  }

  private static String decapitalized(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static boolean isWritten(FieldView field, boolean all) {
    return (field.access() & (STATIC | TRANSIENT | SYNTHETIC)) == 0
        && (all || (field.access() & PUBLIC) != 0);
  }

  /** Whether an annotation on the field, its accessor or its setter breaks off there. */
  boolean isHidden(ClassView view, String property) {
    if (view.field(property) != null
        && isHidden(calls.contracts().of(Member.field(view.name(), property)), Slot.FIELD)) {
      return true;
    }
    String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    for (String name : List.of("get" + capital, "is" + capital, "set" + capital, property)) {
      for (MethodView method : view.methods(name)) {
        if (isHidden(calls.contracts().of(method.method()), Slot.RESULT)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isHidden(Contract contract, Slot slot) {
    Fact fact = contract.fact(Word.SERIALIZES, slot);
    return fact != null && fact.value("").equals("NOTHING");
  }

  private Property property(String owner, String name, String type) {
    String element = element(type);
    return new Property(owner, name, element, !element.equals(Types.erase(type)));
  }

  /** Type of what is written of a value: of its elements where it holds some. */
  String element(String type) {
    String bare = type.startsWith("? extends ") ? type.substring(10) : type;
    if (bare.endsWith("[]")) {
      return element(bare.substring(0, bare.length() - 2));
    }
    String erased = Types.erase(bare);
    List<String> arguments = new ArrayList<>(Types.arguments(bare));
    boolean holds =
        calls.hierarchy().isSubtype(erased, "java.util.Collection")
            || calls.hierarchy().isSubtype(erased, "java.util.Map")
            || erased.startsWith("java.util.") && arguments.size() == 1;
    return holds && !arguments.isEmpty() ? element(arguments.get(arguments.size() - 1)) : erased;
  }

  /** Type of what an argument writes, or null. */
  String written(Scope scope, int index, int register) {
    Values values = scope.values();
    String type = scope.body().type(register);
    for (int origin : values.origins(index, register)) {
      if (Values.isParameter(origin)) {
        type = scope.body().type(Values.register(origin));
      } else if (values.op(origin).called() != null) {
        String made = values.op(origin).called().made();
        String known = scope.body().type(values.op(origin).target());
        type = known == null ? made : known;
      } else if (values.op(origin) instanceof Op.GetField) {
        type = scope.body().type(values.op(origin).target());
      }
    }
    return type == null ? null : element(type);
  }
}
