package dev.holdfast.cases.edges;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The same in a pool of a team's own. */
final class PooledObjectNotReturnedFlaggedOwnPool {
  private final FrameBuffers frames;

  PooledObjectNotReturnedFlaggedOwnPool(FrameBuffers frames) {
    this.frames = frames;
  }

  int neverGivenBack() {
    ByteBuffer frame = frames.take(); // expect: PooledObjectNotReturned
    return frame.remaining();
  }

  void lostWhenWritingFails(WritableByteChannel channel, byte[] bytes) throws IOException {
    ByteBuffer frame = frames.take(); // expect: PooledObjectNotReturned
    frame.put(bytes);
    channel.write(frame.flip());
    frames.give(frame);
  }

  int leaseNeverClosed(byte[] bytes) {
    FrameBuffers.Frame frame = frames.frame(); // expect: PooledObjectNotReturned
    frame.write(bytes);
    return frame.length();
  }

  boolean leaseClosedOnOneBranch(byte[] bytes) {
    FrameBuffers.Frame frame = frames.frame(); // expect: PooledObjectNotReturned
    if (bytes.length == 0) {
      return false;
    }
    frame.write(bytes);
    frame.close();
    return true;
  }
}
