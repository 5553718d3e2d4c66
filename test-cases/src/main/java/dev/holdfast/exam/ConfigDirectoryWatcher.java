package dev.holdfast.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reloads the limits file when operators change it. */
public class ConfigDirectoryWatcher {

  private final Path directory;
  private final WatchService watcher;
  private final Consumer<Properties> listener;

  public ConfigDirectoryWatcher(Path directory, Consumer<Properties> listener) throws IOException {
    this.directory = directory;
    this.listener = listener;
    this.watcher = directory.getFileSystem().newWatchService(); // possible: OwnerNotCloseable
  }

  public void register() throws IOException {
    directory.register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
  }

  public void pollOnce() throws IOException, InterruptedException {
    WatchKey key = watcher.poll(1, TimeUnit.SECONDS);
    if (key == null) {
      return;
    }
    if (!key.pollEvents().isEmpty()) {
      listener.accept(read(directory.resolve("limits.properties")));
    }
    key.reset();
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(Files.newInputStream(file)); // expect: UnclosedResource
    return properties;
  }
}
