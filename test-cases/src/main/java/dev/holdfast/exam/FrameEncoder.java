package dev.holdfast.exam;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Binary framing of the exchange protocol. */
public class FrameEncoder {

  private static final int MAX_PAYLOAD = 16 * 1024;
  private static final byte VERSION = 3;

  private final ByteBufAllocator allocator;

  public FrameEncoder(ByteBufAllocator allocator) {
    this.allocator = allocator;
  }

  public ByteBuf encode(int type, String text) {
    ByteBuf frame = allocator.buffer(256); // expect: PooledObjectNotReturned
    frame.writeByte(VERSION);
    frame.writeInt(type);
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    if (payload.length > MAX_PAYLOAD) {
      throw new TooLongFrameException("payload of " + payload.length + " bytes");
    }
    frame.writeInt(payload.length);
    frame.writeBytes(payload);
    return frame;
  }

  public long checksum(byte[] header, byte[] payload) {
    ByteBuf joined = allocator.heapBuffer(header.length + payload.length);
    joined.writeBytes(header);
    joined.writeBytes(payload);
    ByteBuf view = joined.duplicate();
    joined.release();
    CRC32 crc = new CRC32();
    while (view.isReadable()) { // expect: PooledObjectUsedAfterReturn
      crc.update(view.readByte());
    }
    return crc.getValue();
  }
}
