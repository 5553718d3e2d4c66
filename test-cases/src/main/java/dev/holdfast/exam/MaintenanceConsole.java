package dev.holdfast.exam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;

/** Interactive helper for operators on the batch host. */
public class MaintenanceConsole {

  private final LongAdder commands = new LongAdder();

  public void readCommands() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String line = in.readLine();
    while (line != null && !"quit".equals(line.strip())) {
      execute(line.strip());
      line = in.readLine();
    }
  }

  public long freeSpace() throws IOException {
    FileSystem files = FileSystems.getDefault();
    long free = 0;
    for (FileStore store : files.getFileStores()) {
      free += store.getUsableSpace();
    }
    return free;
  }

  private void execute(String command) throws IOException {
    commands.increment();
    ForkJoinPool pool = ForkJoinPool.commonPool();
    switch (command) {
      case "gc" -> pool.execute(System::gc);
      case "space" -> System.out.println(freeSpace());
      default -> System.out.println("unknown: " + command);
    }
  }
}
