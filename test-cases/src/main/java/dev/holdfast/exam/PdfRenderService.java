package dev.holdfast.exam;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Renders documents with a handful of expensive engines. */
public class PdfRenderService implements AutoCloseable {

  public interface Engine {
    byte[] render(String html) throws IOException;
  }

  private final GenericObjectPool<Engine> engines;

  public PdfRenderService(Supplier<Engine> newEngine, int size) {
    GenericObjectPoolConfig<Engine> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(size);
    config.setMaxIdle(size);
    EngineFactory factory = new EngineFactory(newEngine);
    this.engines = new GenericObjectPool<>(factory, config); // expect: UnboundedPoolWait
  }

  public byte[] render(String html) throws Exception {
    Engine engine = engines.borrowObject(); // expect: PooledObjectNotReturned
    byte[] pdf = engine.render(html);
    engines.returnObject(engine);
    return pdf;
  }

  @Override
  public void close() {
    engines.close();
  }

  private static final class EngineFactory extends BasePooledObjectFactory<Engine> {

    private final Supplier<Engine> newEngine;

    EngineFactory(Supplier<Engine> newEngine) {
      this.newEngine = newEngine;
    }

    @Override
    public Engine create() {
      return newEngine.get();
    }

    @Override
    public PooledObject<Engine> wrap(Engine engine) {
      return new DefaultPooledObject<>(engine);
    }
  }
}
