package dev.holdfast.cases.edges;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Counted buffers that are released, or go on to whoever will. */
final class PooledObjectNotReturnedSilentBuffers {
  int released(ByteBufAllocator buffers) {
    ByteBuf buffer = buffers.buffer(16);
    try {
      return buffer.writeInt(1).readInt();
    } finally {
      buffer.release();
    }
  }

  int releasedByTheirOwn(ByteBufAllocator buffers) {
    ByteBuf buffer = buffers.buffer(16);
    int free = buffer.writableBytes();
    ReferenceCountUtil.safeRelease(buffer);
    return free;
  }

  /** Whoever has it last releases it. */
  void goesOn(ByteBufAllocator buffers, Consumer<ByteBuf> wire) {
    ByteBuf buffer = buffers.buffer(4);
    buffer.writeInt(1);
    wire.accept(buffer);
  }

  void goesOnInAMessage(ByteBufAllocator buffers, List<Object> out) {
    ByteBuf buffer = buffers.buffer(4);
    buffer.writeInt(1);
    out.add(buffer);
  }

  void goesOnByATask(ByteBufAllocator buffers, Consumer<ByteBuf> wire, Consumer<Runnable> loop) {
    ByteBuf buffer = buffers.buffer(4);
    loop.accept(() -> wire.accept(buffer));
  }

  ByteBuf encoded(ByteBufAllocator buffers, String text) {
    return buffers.buffer().writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The stream gives out the buffer it was made with. */
  ByteBuf streamed(ByteBufAllocator buffers, String text) throws IOException {
    ByteBuf buffer = buffers.buffer();
    try {
      ByteBufOutputStream out = new ByteBufOutputStream(buffer);
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return out.buffer();
    } catch (IOException e) {
      buffer.release();
      throw e;
    }
  }

  void heldByTwo(ByteBufAllocator buffers, Consumer<ByteBuf> wire) {
    ByteBuf buffer = buffers.buffer(4);
    wire.accept(buffer.retain());
    buffer.release();
  }
}
