package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Borrows;
import dev.holdfast.annotations.Returns;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** A pool of a team's own, which says with two annotations what it is. */
final class FrameBuffers {
  private static final int FRAME = 16_384;
  private static final int MOST = 64;

  private final Deque<ByteBuffer> free = new ArrayDeque<>();

  @Borrows
  synchronized ByteBuffer take() {
    ByteBuffer buffer = free.poll();
    return buffer == null ? ByteBuffer.allocateDirect(FRAME) : buffer;
  }

  synchronized void give(@Returns ByteBuffer buffer) {
    if (free.size() < MOST) {
      free.push(buffer.clear());
    }
  }

  /** A frame that is given back by closing it. */
  @Borrows
  Frame frame() {
    return new Frame(this, take());
  }

  /** What {@link #frame()} lends. */
  static final class Frame implements AutoCloseable {
    private final FrameBuffers pool;
    private final ByteBuffer buffer;

    Frame(FrameBuffers pool, ByteBuffer buffer) {
      this.pool = pool;
      this.buffer = buffer;
    }

    void write(byte[] bytes) {
      buffer.put(bytes);
    }

    int length() {
      return buffer.position();
    }

    @Returns
    @Override
    public void close() {
      pool.give(buffer);
    }
  }
}
