package dev.holdfast.analysis.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds the calls of close() that a try-with-resources makes. All compilers leave the same trace,
 * the handler that adds a second exception to the first; from it the resource and the other closes
 * are found.
 */
final class ImplicitCloses {
  private static final int ECJ_HANDLER = 11;

  private final Code code;
  private final Map<Integer, Integer> found;

  /**
   * @param found gets, for each close, the instruction that stored the resource
   */
  ImplicitCloses(Code code, Map<Integer, Integer> found) {
    this.code = code;
    this.found = found;
  }

  void find() {
    for (int i = 0; i < code.size(); i++) {
      if (code.instructions[i] instanceof MethodInsnNode call) {
        if (call.name.equals("addSuppressed") && call.desc.equals("(Ljava/lang/Throwable;)V")) {
          javac(i);
          ecj(i);
        } else if (call.name.equals("$closeResource") && code.slotLoaded(i - 1) >= 0) {
          // javac 9 and 10: $closeResource(primary, resource)
          mark(i, code.slotLoaded(i - 1));
        }
      }
    }
  }

  /** {@code try { r.close(); } catch (Throwable s) { primary.addSuppressed(s); }}. */
  private void javac(int addSuppressed) {
    for (TryCatchBlockNode row : rowsOf(addSuppressed - 3)) {
      for (int i = code.at(row.start); i < code.at(row.end); i++) {
        if (isClose(i)) {
          int slot = code.slotLoaded(i - 1);
          mark(i, slot);
          onNormalExit(code.at(row.start), slot);
          // javac 8: the close without a primary exception follows
          if (code.opcode(addSuppressed + 1) == GOTO
              && code.slotLoaded(addSuppressed + 2) == slot
              && isClose(addSuppressed + 3)) {
            mark(addSuppressed + 3, slot);
          }
        }
      }
    }
  }

  /** The closes that stand where the ranges of the handler around an exceptional close end. */
  private void onNormalExit(int exceptionalClose, int slot) {
    int handler = exceptionalClose - 1;
    if (code.opcode(handler) == IFNULL && code.slotLoaded(handler - 1) == slot) {
      handler -= 2;
    }
    for (TryCatchBlockNode row : rowsOf(handler)) {
      int close = closeAt(code.at(row.end), slot);
      if (close >= 0) {
        mark(close, slot);
      }
    }
  }

  /** {@code if (primary == null) primary = s; else if (primary != s) primary.addSuppressed(s);}. */
  private void ecj(int addSuppressed) {
    for (TryCatchBlockNode row : rowsOf(addSuppressed - ECJ_HANDLER)) {
      for (int i = code.at(row.start); i < code.at(row.end); i++) {
        int slot = code.slotLoaded(i);
        int close = slot < 0 || code.opcode(i + 1) != IFNULL ? -1 : closeAt(i, slot);
        if (close >= 0 && code.line(close) == code.line(addSuppressed)) {
          mark(close, slot);
        }
      }
    }
  }

  private List<TryCatchBlockNode> rowsOf(int handler) {
    List<TryCatchBlockNode> rows = new ArrayList<>();
    for (TryCatchBlockNode row : code.method.tryCatchBlocks) {
      if (code.at(row.handler) == handler && code.slotStored(handler) >= 0) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The call in {@code r.close()} or {@code if (r != null) r.close()}, or -1. */
  private int closeAt(int start, int slot) {
    int at = start;
    if (code.slotLoaded(at) == slot
        && code.opcode(at + 1) == IFNULL
        && code.at(((JumpInsnNode) code.instructions[at + 1]).label) > at + 3) {
      at += 2;
    }
    return code.slotLoaded(at) == slot && isClose(at + 1) ? at + 1 : -1;
  }

  private boolean isClose(int i) {
    return i < code.size()
        && code.instructions[i] instanceof MethodInsnNode call
        && call.name.equals("close")
        && call.desc.equals("()V")
        && code.slotLoaded(i - 1) >= 0;
  }

  private void mark(int close, int slot) {
    int resource = close;
    while (resource > 0 && code.slotStored(resource) != slot) {
      resource--;
    }
    found.put(close, resource);
  }
}
