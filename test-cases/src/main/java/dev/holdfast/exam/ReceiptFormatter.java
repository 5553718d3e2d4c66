package dev.holdfast.exam;

import java.time.Duration;
import java.util.List;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Formats till receipts for the 42-column printers. */
public class ReceiptFormatter implements AutoCloseable {

  public record Line(String article, int quantity, long cents) {}

  private final GenericObjectPool<StringBuilder> buffers;

  public ReceiptFormatter() {
    GenericObjectPoolConfig<StringBuilder> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(12);
    config.setMaxWait(Duration.ofSeconds(1));
    buffers = new GenericObjectPool<>(new TextBufferFactory(2_048), config);
  }

  public String format(String till, List<Line> lines) throws Exception {
    StringBuilder out = buffers.borrowObject();
    try {
      out.append("TILL ").append(till).append('\n');
      long total = 0;
      for (Line line : lines) {
        out.append(line.quantity()).append(" x ").append(line.article()).append('\n');
        total += line.quantity() * line.cents();
      }
      out.append("TOTAL ").append(total / 100).append('.').append(total % 100).append('\n');
      return out.toString();
    } finally {
      buffers.returnObject(out); // expect: PooledObjectReturnedDirty
    }
  }

  @Override
  public void close() {
    buffers.close();
  }
}
