package dev.holdfast.cases.edges;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The same in a pool of a team's own. */
final class PooledObjectUsedAfterReturnFlaggedOwnPool {
  private final FrameBuffers frames;

  PooledObjectUsedAfterReturnFlaggedOwnPool(FrameBuffers frames) {
    this.frames = frames;
  }

  int askedTooLate(byte[] bytes) {
    ByteBuffer frame = frames.take();
    frame.put(bytes);
    frames.give(frame);
    return frame.position(); // expect: PooledObjectUsedAfterReturn
  }

  void writtenTooLate(WritableByteChannel channel, byte[] bytes) throws IOException {
    ByteBuffer frame = frames.take();
    frame.put(bytes).flip();
    frames.give(frame);
    channel.write(frame); // expect: PooledObjectUsedAfterReturn
  }

  int leaseAskedAfterItsTry(byte[] bytes) {
    FrameBuffers.Frame frame = frames.frame();
    try (frame) {
      frame.write(bytes);
    }
    return frame.length(); // expect: PooledObjectUsedAfterReturn
  }
}
