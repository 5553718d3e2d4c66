package dev.holdfast.exam;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Objects;

/** Iterates over the records of a dump; a record ends with an empty line. */
final class RecordCursor implements Closeable {

  private static final int MAX_LINES = 1_000;

  private final BufferedReader reader;

  RecordCursor(Reader source) {
    this.reader = new BufferedReader(Objects.requireNonNull(source));
  }

  String next() throws IOException {
    StringBuilder record = new StringBuilder();
    for (int i = 0; i < MAX_LINES; i++) {
      String line = reader.readLine();
      if (line == null || line.isEmpty()) {
        break;
      }
      record.append(line).append('\n');
    }
    return record.length() == 0 ? null : record.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
