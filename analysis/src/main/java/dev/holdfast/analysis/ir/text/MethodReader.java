package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the header of a method and the lines of its body. */
final class MethodReader {
  private final Imports imports;
  private final RegisterTable registers = new RegisterTable();
  private final BlockReader blocks;
  private final MethodView view;
  private int parameters;

  /** Reads what follows the word {@code method}. */
  MethodReader(Line line, Imports imports, List<Note> annotations, Map<String, Integer> sites) {
    this.imports = imports;
    blocks = new BlockReader(imports, registers, new OpReader(imports, registers, sites));
    int access = Modifiers.read(line);
    References.MemberName name = References.memberName(line, imports);
    if ((access & Modifiers.STATIC) == 0) {
      registers.type(registers.entry("this", line), name.owner());
    }
    List<Note> notes = new ArrayList<>(Notes.about(annotations, Slot.RESULT));
    List<String> erased = parameters(line, notes);
    line.expect(":");
    String result = TypeGrammar.read(line, imports);
    List<String> exceptions = new ArrayList<>();
    if (line.takes("throws")) {
      do {
        exceptions.add(TypeGrammar.erased(line, imports));
      } while (line.takes(","));
    }
    line.expectEnd();
    String descriptor = Descriptors.descriptor(erased, TypeGrammar.erasure(result));
    MethodRef method = new MethodRef(name.owner(), name.name(), descriptor);
    view = new MethodView(method, access, exceptions, result, notes);
    parameters = registers.size();
  }

  private List<String> parameters(Line line, List<Note> notes) {
    List<String> erased = new ArrayList<>();
    line.expect("(");
    while (!line.takes(")")) {
      notes.addAll(Notes.read(line, imports, Slot.parameter(erased.size())));
      String type = TypeGrammar.read(line, imports);
      erased.add(TypeGrammar.erasure(type));
      if (!line.takes("-")) {
        int register =
            RegisterTable.isNext(line) ? registers.entry(line) : registers.entry(null, line);
        registers.type(register, type);
        if (line.takes(":")) {
          registers.type(register, line.takes("?") ? null : TypeGrammar.read(line, imports));
        }
      }
      if (!line.takes(",") && !line.sees(")")) {
        throw line.expected("',' or ')'");
      }
    }
    return erased;
  }

  MethodView view() {
    return view;
  }

  void read(Line line) {
    switch (line.keyword()) {
      case "receiver" -> {
        line.take();
        if (view.isStatic()) {
          throw line.error("a static method has no receiver");
        }
        registers.rename(0, line);
        typed(line, 0);
      }
      case "entry" -> {
        line.take();
        typed(line, registers.entry(line));
        parameters++;
      }
      case "local" -> {
        line.take();
        int register = registers.declare(line, imports);
        if (register < parameters) {
          throw line.error("a local has the name of a parameter");
        }
        line.expectEnd();
      }
      default -> blocks.read(line);
    }
  }

  private void typed(Line line, int register) {
    if (line.takes(":")) {
      registers.type(register, line.takes("?") ? null : TypeGrammar.read(line, imports));
    }
    line.expectEnd();
  }

  /** The body, or null where only a header was written. */
  Body body() {
    if (blocks.isEmpty()) {
      return null;
    }
    List<Body.Register> settled = registers.settle(blocks.allOps(), parameters);
    List<Block> finished = blocks.blocks(settled);
    return new Body(
        view.method(), view.isStatic(), parameters, view.exceptions(), finished, settled);
  }
}
