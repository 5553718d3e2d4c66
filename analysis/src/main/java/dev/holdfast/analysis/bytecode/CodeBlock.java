package dev.holdfast.analysis.bytecode;

import java.util.List;

/** Instructions that run in sequence under the same exception handlers. */
final class CodeBlock {
  final int index;
  final int start;
  final int end;
  final List<Guard> guards;

  /** Jumps, falls and handlers that lead here. */
  int predecessors;

  /** The first draft of the IR for it. */
  Draft.Block first;

  /** Where an exception comes in; null until some op may raise one that ends here. */
  Landing landing;

  /** The operand stack at its start; null until something leads here. */
  List<Entry> entry;

  CodeBlock(int index, int start, int end, List<Guard> guards) {
    this.index = index;
    this.start = start;
    this.end = end;
    this.guards = guards;
  }

  /** One row of the exception table; compared by identity. */
  static final class Guard {
    /** Binary name of what it catches, or null for anything. */
    final String type;

    final Landing landing;

    Guard(String type, Landing landing) {
      this.type = type;
      this.landing = landing;
    }
  }

  /** Where the handlers of one label begin: the op that takes the exception, before the code. */
  static final class Landing {
    final int instruction;
    CodeBlock block;
    String type;

    /** Whether nothing goes past it: catch-all, or catch of Throwable. */
    boolean takesAll;

    Draft.Block pad;

    Landing(int instruction) {
      this.instruction = instruction;
    }
  }
}
