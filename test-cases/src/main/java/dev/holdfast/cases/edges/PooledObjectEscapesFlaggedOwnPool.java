package dev.holdfast.cases.edges;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import org.apache.commons.pool2.ObjectPool;

/** Views and queues: the memory is the pool's, whoever holds it. */
final class PooledObjectEscapesFlaggedOwnPool {
  private final FrameBuffers frames;
  private ByteBuffer header;

  PooledObjectEscapesFlaggedOwnPool(FrameBuffers frames) {
    this.frames = frames;
  }

  ByteBuffer sliceReturned(ObjectPool<ByteBuffer> buffers, byte[] bytes) throws Exception {
    ByteBuffer buffer = buffers.borrowObject();
    try {
      buffer.put(bytes);
      return buffer.slice(); // expect: PooledObjectEscapes
    } finally {
      buffers.returnObject(buffer);
    }
  }

  ByteBuffer readOnlyViewReturned(byte[] bytes) {
    ByteBuffer frame = frames.take();
    try {
      frame.put(bytes);
      return frame.asReadOnlyBuffer(); // expect: PooledObjectEscapes
    } finally {
      frames.give(frame);
    }
  }

  void queued(BlockingQueue<ByteBuffer> outbox, byte[] bytes) {
    ByteBuffer frame = frames.take();
    try {
      frame.put(bytes);
      outbox.add(frame); // expect: PooledObjectEscapes
    } finally {
      frames.give(frame);
    }
  }

  int keptInAField(byte[] bytes) {
    ByteBuffer frame = frames.take();
    header = frame.put(bytes); // expect: PooledObjectEscapes
    frames.give(frame);
    return bytes.length;
  }

  int headerLength() {
    return header == null ? 0 : header.remaining();
  }
}
