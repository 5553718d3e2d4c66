package dev.holdfast.exam;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** The native barcode readers of this node. */
public class BarcodeReaders implements AutoCloseable {

  public interface Reader {
    String decode(byte[] image);
  }

  private final GenericObjectPool<Reader> pool;

  public BarcodeReaders(Supplier<Reader> loader) {
    this.pool =
        new GenericObjectPool<>(
            new BasePooledObjectFactory<Reader>() {
              @Override
              public Reader create() {
                return loader.get();
              }

              @Override
              public PooledObject<Reader> wrap(Reader reader) {
                return new DefaultPooledObject<>(reader);
              }
            });
    this.pool.setMaxTotal(6);
    this.pool.setMaxWait(Duration.ofSeconds(2));
  }

  public Reader acquire() throws Exception {
    return pool.borrowObject();
  }

  public void release(Reader reader) {
    pool.returnObject(reader);
  }

  @Override
  public void close() {
    pool.close();
  }
}
