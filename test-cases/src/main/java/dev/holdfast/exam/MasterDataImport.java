package dev.holdfast.exam;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Feeds master-data dumps record by record into the staging area. */
public class MasterDataImport implements Closeable {

  private final Consumer<String> staging;
  private RecordCursor current;

  public MasterDataImport(Consumer<String> staging) {
    this.staging = staging;
  }

  public void start(Path dump) throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
    current = new RecordCursor(Files.newBufferedReader(dump, StandardCharsets.UTF_8));
  }

  public boolean step() throws IOException {
    if (current == null) {
      return false;
    }
    String record = current.next();
    if (record != null) {
      staging.accept(record);
    }
    return record != null;
  }

  public int runFully(Path dump) throws IOException {
    int records = 0;
    try (RecordCursor cursor = new RecordCursor(Files.newBufferedReader(dump))) {
      for (String record = cursor.next(); record != null; record = cursor.next()) {
        staging.accept(record);
        records++;
      }
    }
    return records;
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }
}
