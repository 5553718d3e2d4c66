package dev.holdfast.checks.frontend;

import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Operands of one op, in order of evaluation. A local read early and assigned by a later operand
 * ({@code f(x, x = y)}) is copied where it was read.
 */
final class Operands {
  private final Flow flow;
  private final Site site;
  private final List<Integer> registers = new ArrayList<>(4);
  private final List<Read> reads = new ArrayList<>(2);

  private record Read(int operand, int definitions, Flow.Node node, int index) {}

  Operands(Flow flow, Site site) {
    this.flow = flow;
    this.site = site;
  }

  Operands add(int register) {
    if (flow.isLocal(register)) {
      Flow.Node node = flow.current();
      int index = node == null ? 0 : node.ops.size();
      reads.add(new Read(registers.size(), flow.definitions(register), node, index));
    }
    registers.add(register);
    return this;
  }

  /** All operands as they were when they were evaluated. */
  List<Integer> done() {
    for (int i = reads.size() - 1; i >= 0; i--) {
      Read read = reads.get(i);
      int register = registers.get(read.operand());
      if (flow.definitions(register) != read.definitions()) {
        registers.set(read.operand(), flow.copyAt(read.node(), read.index(), register, site));
      }
    }
    return registers;
  }
}
