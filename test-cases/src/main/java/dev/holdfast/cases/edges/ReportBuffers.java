package dev.holdfast.cases.edges;

import org.apache.commons.pool2.ObjectPool;

/** What other classes of a code base do with pooled buffers. */
final class ReportBuffers {
  private ReportBuffers() {}

  /** Borrow-and-return wrapper: the caller gives it back. */
  static StringBuilder take(ObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder buffer = pool.borrowObject();
    buffer.setLength(0);
    return buffer;
  }

  static void giveBack(ObjectPool<StringBuilder> pool, StringBuilder buffer) {
    if (buffer == null) {
      return;
    }
    try {
      pool.returnObject(buffer);
    } catch (Exception e) {
      throw new IllegalStateException("pool refused a buffer", e);
    }
  }

  static String render(StringBuilder buffer) {
    return buffer.toString();
  }

  static StringBuilder header(StringBuilder buffer) {
    return buffer.append("id;amount\n");
  }
}
