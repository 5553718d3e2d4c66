package dev.holdfast.exam;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Makes sure that only one node runs the month-end closing. */
public class LockFileGuard {

  private final Path lockFile;

  public LockFileGuard(Path lockFile) {
    this.lockFile = lockFile;
  }

  public boolean runExclusively(Runnable closing) throws IOException {
    FileChannel channel = null;
    FileLock lock;
    try {
      channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        return false;
      }
      closing.run();
      return true;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  public long age(boolean strict) throws IOException {
    FileChannel channel;
    channel = strict ? FileChannel.open(lockFile, StandardOpenOption.READ) : null;
    try {
      return Objects.isNull(channel) ? -1 : channel.size();
    } finally {
      if (Objects.nonNull(channel)) {
        channel.close();
      }
    }
  }
}
