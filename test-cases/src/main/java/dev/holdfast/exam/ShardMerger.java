package dev.holdfast.exam;

import com.google.common.io.Closer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges the sorted shards of an export into one file. */
public class ShardMerger {

  private static final Logger log = LoggerFactory.getLogger(ShardMerger.class);

  public void concatenate(List<Path> shards, Path target) throws IOException {
    Closer closer = Closer.create();
    try {
      BufferedWriter out = closer.register(Files.newBufferedWriter(target));
      for (Path shard : shards) {
        BufferedReader in = closer.register(Files.newBufferedReader(shard));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          out.write(line);
          out.newLine();
        }
      }
    } catch (Throwable e) {
      throw closer.rethrow(e);
    } finally {
      closer.close();
    }
  }

  public List<String> heads(List<Path> shards) throws IOException {
    List<BufferedReader> readers = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    try {
      for (Path shard : shards) {
        readers.add(Files.newBufferedReader(shard));
      }
      for (BufferedReader reader : readers) {
        heads.add(reader.readLine());
      }
    } finally {
      for (BufferedReader reader : readers) {
        closeSilently(reader);
      }
    }
    return heads;
  }

  private static void closeSilently(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      log.debug("close failed", e);
    }
  }
}
