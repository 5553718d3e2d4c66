package dev.holdfast.cases.edges;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.pool2.ObjectPool;

/** Closed is not given back: the pool of a string writer hears nothing of it. */
final class PooledObjectUsedAfterReturnSilentClosing {
  private final ObjectPool<StringWriter> writers;
  private final ObjectPool<ByteArrayOutputStream> buffers;
  private final ObjectMapper json;

  PooledObjectUsedAfterReturnSilentClosing(
      ObjectPool<StringWriter> writers,
      ObjectPool<ByteArrayOutputStream> buffers,
      ObjectMapper json) {
    this.writers = writers;
    this.buffers = buffers;
    this.json = json;
  }

  String closedByTheMapper(Object order) throws Exception {
    StringWriter text = writers.borrowObject();
    try {
      json.writeValue(text, order);
      return text.toString();
    } finally {
      writers.returnObject(text);
    }
  }

  byte[] closedByItsWrapper(Object order) throws Exception {
    ByteArrayOutputStream bytes = buffers.borrowObject();
    try {
      try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
        out.print(order);
      }
      return bytes.toByteArray();
    } finally {
      buffers.returnObject(bytes);
    }
  }

  int closedByHand(byte[] order) throws Exception {
    ByteArrayOutputStream bytes = buffers.borrowObject();
    try {
      bytes.write(order);
      bytes.close();
      return bytes.size();
    } finally {
      buffers.returnObject(bytes);
    }
  }

  String reportsAndThrows(String order) throws Exception {
    StringWriter text = writers.borrowObject();
    if (order.isEmpty()) {
      refuse(text, "nothing ordered");
    }
    text.append(order);
    String copy = text.toString();
    writers.returnObject(text);
    return copy;
  }

  private void refuse(StringWriter text, String why) throws Exception {
    writers.invalidateObject(text);
    throw new IOException(why);
  }
}
