package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Copies large blobs with a fixed number of reusable chunks. */
public class ChunkPool implements AutoCloseable {

  private static final int CHUNK = 256 * 1024;

  private final GenericObjectPool<byte[]> chunks =
      new GenericObjectPool<>(new ChunkFactory(), config());

  public long copy(InputStream from, OutputStream to) throws Exception {
    byte[] chunk = chunks.borrowObject();
    try {
      return pump(from, to, chunk);
    } finally {
      chunks.returnObject(chunk);
    }
  }

  private static long pump(InputStream from, OutputStream to, byte[] chunk) throws IOException {
    long total = 0;
    for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
      to.write(chunk, 0, n);
      total += n;
    }
    return total;
  }

  private static GenericObjectPoolConfig<byte[]> config() {
    GenericObjectPoolConfig<byte[]> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(8);
    config.setMaxIdle(8);
    config.setMaxWait(Duration.ofSeconds(3));
    return config;
  }

  @Override
  public void close() {
    chunks.close();
  }

  private static final class ChunkFactory extends BasePooledObjectFactory<byte[]> {
    @Override
    public byte[] create() {
      return new byte[CHUNK];
    }

    @Override
    public PooledObject<byte[]> wrap(byte[] chunk) {
      return new DefaultPooledObject<>(chunk);
    }
  }
}
