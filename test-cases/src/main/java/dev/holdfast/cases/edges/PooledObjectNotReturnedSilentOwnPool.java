package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** A pool of a team's own, handled with care; and a library's pool given back by reference. */
final class PooledObjectNotReturnedSilentOwnPool {
  private final FrameBuffers frames;

  PooledObjectNotReturnedSilentOwnPool(FrameBuffers frames) {
    this.frames = frames;
  }

  void givenBackInFinally(WritableByteChannel channel, byte[] bytes) throws IOException {
    ByteBuffer frame = frames.take();
    try {
      channel.write(frame.put(bytes).flip());
    } finally {
      frames.give(frame);
    }
  }

  byte[] copiedOutThenGivenBack(byte[] bytes) {
    ByteBuffer frame = frames.take();
    try {
      frame.put(bytes).flip();
      byte[] copy = new byte[frame.remaining()];
      frame.get(copy);
      return copy;
    } finally {
      frames.give(frame);
    }
  }

  int leaseClosed(byte[] bytes) {
    try (FrameBuffers.Frame frame = frames.frame()) {
      frame.write(bytes);
      return frame.length();
    }
  }

  FrameBuffers.Frame leaseReturned(byte[] bytes) {
    FrameBuffers.Frame frame = frames.frame();
    frame.write(bytes);
    return frame;
  }

  int severalGivenBackByReference(GenericObjectPool<StringBuilder> buffers, int count)
      throws Exception {
    List<StringBuilder> borrowed = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        borrowed.add(buffers.borrowObject());
      }
      return borrowed.size();
    } finally {
      borrowed.forEach(buffers::returnObject);
    }
  }

  @Accepted(rule = "PooledObjectNotReturned", because = "this frame is the log's for good")
  int takenForGood() {
    ByteBuffer frame = frames.take();
    return frame.remaining();
  }
}
