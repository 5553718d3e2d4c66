package dev.holdfast.exam;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends every journal block to its own file and to that of the standby. */
public class JournalReplica implements Closeable {

  private final JournalReplica standby;
  private FileChannel channel;

  public JournalReplica(JournalReplica standby) {
    this.standby = standby;
  }

  public void open(Path file) throws IOException {
    channel =
        FileChannel.open( // possible: UnclosedResource
            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  public void append(ByteBuffer block) throws IOException {
    ByteBuffer copy = block.duplicate();
    write(channel, block);
    if (standby != null) {
      write(standby.channel, copy);
    }
  }

  private static void write(FileChannel target, ByteBuffer block) throws IOException {
    while (block.hasRemaining()) {
      target.write(block);
    }
  }

  @Override
  public void close() throws IOException {
    if (standby != null && standby.channel != null) {
      standby.channel.close();
    }
  }
}
