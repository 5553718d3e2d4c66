package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.Body.Register;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.LocalVariableNode;

/** The final registers of a body: number, name, static type and definitions of each. */
final class Registers {
  private static final String BIT = "boolean or int";

  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Known> known = new ArrayList<>();

  /** What is gathered about one register. */
  private static final class Known {
    String name;
    String type;
    boolean inferring;
    boolean usedAsBoolean;
    boolean inferred;
    final List<Op> definitions = new ArrayList<>();
    final List<String> types = new ArrayList<>();
  }

  /** The register of a web, a new one if the web is new. */
  int of(int web) {
    Integer number = numbers.putIfAbsent(web, known.size());
    if (number == null) {
      known.add(new Known());
      return known.size() - 1;
    }
    return number;
  }

  int size() {
    return known.size();
  }

  void describe(int register, String name, String type) {
    Known it = known.get(register);
    it.name = it.name == null ? name : it.name;
    it.type = it.type == null ? type : it.type;
  }

  void describe(int register, LocalVariableNode variable) {
    describe(register, variable.name, Signatures.type(variable.signature, variable.desc));
  }

  /**
   * Notes a definition.
   *
   * @param type static type of the value, or null to infer it from the op
   */
  void define(Op op, String type) {
    Known it = known.get(op.target());
    it.definitions.add(op);
    it.types.add(type);
  }

  /** Notes that the value goes where only a boolean can. */
  void useAsBoolean(int register) {
    known.get(register).usedAsBoolean = true;
  }

  List<Op> definitions(int register) {
    return known.get(register).definitions;
  }

  /** Static type, or null where it is unknown. */
  String type(int register) {
    String type = infer(register);
    return BIT.equals(type) ? null : type;
  }

  /** Whether it may hold a boolean, for all that is known. */
  boolean mayBeBoolean(int register) {
    String type = type(register);
    return type == null || type.equals("boolean");
  }

  private String infer(int register) {
    Known it = known.get(register);
    if (it.type == null && !it.inferred && !it.inferring) {
      it.inferring = true;
      it.type = union(it);
      it.inferring = false;
      it.inferred = true;
    }
    return it.type;
  }

  private String union(Known it) {
    String union = null;
    for (int i = 0; i < it.definitions.size(); i++) {
      Op op = it.definitions.get(i);
      if (op instanceof Op.Const constant && constant.value() == null) {
        continue;
      }
      String type = of(op, it.types.get(i));
      if (type == null) {
        if (op instanceof Op.Move move && known.get(move.source()).inferring) {
          continue;
        }
        return null;
      }
      if (union == null || union.equals(BIT) && (type.equals("boolean") || type.equals("int"))) {
        union = type;
      } else if (!type.equals(union) && !(type.equals(BIT) && isBit(union))) {
        return null;
      }
    }
    return BIT.equals(union) && it.usedAsBoolean ? "boolean" : union;
  }

  private static boolean isBit(String type) {
    return type.equals("boolean") || type.equals("int");
  }

  private String of(Op op, String type) {
    if (op instanceof Op.Const constant && constant.value() instanceof Integer number) {
      return number == 0 || number == 1 ? BIT : "int";
    }
    if (type != null) {
      return type;
    }
    if (op instanceof Op.Move move) {
      return infer(move.source());
    }
    return op instanceof Op.ArrayLoad load ? Types.component(infer(load.array())) : null;
  }

  List<Register> table() {
    List<Register> table = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      table.add(new Register(known.get(i).name, type(i)));
    }
    return table;
  }

  /** Entry registers: receiver, then parameters. */
  static List<String> entryTypes(Code code, boolean isStatic) {
    List<String> types = new ArrayList<>();
    if (!isStatic) {
      types.add(code.owner);
    }
    List<String> erased = Descriptors.parameters(code.method.desc);
    List<String> generic = Signatures.method(code.method.signature, code.method.desc).parameters();
    // Signatures leave out what the compiler added, such as an enclosing instance.
    types.addAll(generic.size() == erased.size() ? generic : erased);
    return types;
  }
}
