package dev.holdfast.cases.edges;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** Counted buffers that nobody releases. */
final class PooledObjectNotReturnedFlaggedBuffers {
  int neverReleased(ByteBufAllocator buffers) {
    ByteBuf buffer = buffers.buffer(16); // expect: PooledObjectNotReturned
    buffer.writeInt(1);
    return buffer.readInt();
  }

  /** What is written to is the buffer itself. */
  int filledInOne(ByteBufAllocator buffers) {
    ByteBuf buffer =
        buffers.heapBuffer().writeInt(1).writeInt(2); // expect: PooledObjectNotReturned
    return buffer.readableBytes();
  }

  /** Reading some bytes makes another buffer. */
  String readOut(ByteBuf line) {
    return line.readBytes(8) // expect: PooledObjectNotReturned
        .toString(StandardCharsets.US_ASCII);
  }

  int releasedOnOnePath(ByteBufAllocator buffers, boolean empty) {
    ByteBuf buffer = buffers.directBuffer(); // expect: PooledObjectNotReturned
    if (empty) {
      return 0;
    }
    int free = buffer.writableBytes();
    buffer.release();
    return free;
  }
}
