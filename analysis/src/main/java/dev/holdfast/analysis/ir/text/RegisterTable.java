package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Body.Register;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the registers of one body in the order the text names them. */
final class RegisterTable {
  private static final class Entry {
    final Line seen;
    String name;
    boolean defined;
    boolean typed;
    String type;

    Entry(String name, Line seen) {
      this.name = name;
      this.seen = seen;
    }
  }

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /** Whether a register stands next, not a word of the syntax. */
  static boolean isNext(Line line) {
    return line.seesName() && (!Spelling.isReserved(line.peek(0)) || line.peek(1).equals("~"));
  }

  /** Reads a register that is used. */
  int use(Line line) {
    Spelt spelt = spelt(line);
    Integer number = numbers.get(spelt.key);
    return number == null ? add(spelt, line) : number;
  }

  /** Reads a register that comes into being here, with its type where one is stated. */
  int declare(Line line, Imports imports) {
    int register = use(line);
    entries.get(register).defined = true;
    if (line.takes(":")) {
      type(register, line.takes("?") ? null : TypeGrammar.read(line, imports));
    }
    return register;
  }

  void type(int register, String type) {
    entries.get(register).typed = true;
    entries.get(register).type = type;
  }

  /** Reads an entry register. */
  int entry(Line line) {
    Spelt spelt = spelt(line);
    if (numbers.containsKey(spelt.key)) {
      throw line.error("register " + spelt.key + " is there already");
    }
    return defined(add(spelt, line));
  }

  /** An entry register of this name, or of none. */
  int entry(String name, Line line) {
    return defined(add(new Spelt(name == null ? "$" + entries.size() : name, name), line));
  }

  /** Reads another name for a register that is there. */
  void rename(int register, Line line) {
    Spelt spelt = spelt(line);
    numbers.values().remove(register);
    numbers.put(spelt.key, register);
    entries.get(register).name = spelt.name;
  }

  private record Spelt(String key, String name) {}

  private static Spelt spelt(Line line) {
    if (!isNext(line)) {
      throw line.expected("a register");
    }
    String name = line.name("a register");
    if (line.takes("~")) {
      return new Spelt(name + "~" + line.take(), name);
    }
    return new Spelt(name, name.matches("\\$\\d+") ? null : name);
  }

  private int add(Spelt spelt, Line line) {
    numbers.put(spelt.key, entries.size());
    entries.add(new Entry(spelt.name, line));
    return entries.size() - 1;
  }

  private int defined(int register) {
    entries.get(register).defined = true;
    return register;
  }

  int size() {
    return entries.size();
  }

  /** Settles the types: stated, or implied by the first op that defines the register. */
  List<Register> settle(List<Op> ops, int parameters) {
    boolean[] known = new boolean[entries.size()];
    Arrays.fill(known, 0, parameters, true);
    for (Op op : ops) {
      int target = op.target();
      if (target != Op.NONE && !known[target]) {
        known[target] = true;
        Entry entry = entries.get(target);
        if (!entry.typed) {
          entry.type =
              ImpliedType.of(op, r -> known[r] && r != target ? entries.get(r).type : null);
        }
      }
    }
    List<Register> registers = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.defined) {
        throw entry.seen.error("register " + entry.name + " is used but never defined");
      }
      registers.add(new Register(entry.name, entry.type));
    }
    return registers;
  }
}
