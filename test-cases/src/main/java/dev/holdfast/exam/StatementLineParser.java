package dev.holdfast.exam;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Splits MT940 statement lines into their tagged fields. */
public class StatementLineParser implements AutoCloseable {

  private final GenericObjectPool<Map<String, String>> scratch;

  public StatementLineParser() {
    scratch = new GenericObjectPool<>(new ScratchFactory());
    scratch.setMaxTotal(16);
    scratch.setMaxWait(Duration.ofMillis(500));
  }

  public Map<String, String> fields(String line) throws Exception {
    Map<String, String> target = scratch.borrowObject();
    try {
      for (String part : line.split("\\?")) {
        if (part.length() > 2) {
          target.put(part.substring(0, 2), part.substring(2));
        }
      }
      return Collections.unmodifiableMap(target); // expect: PooledObjectEscapes
    } finally {
      scratch.returnObject(target);
    }
  }

  @Override
  public void close() {
    scratch.close();
  }

  private static final class ScratchFactory extends BasePooledObjectFactory<Map<String, String>> {
    @Override
    public Map<String, String> create() {
      return new HashMap<>();
    }

    @Override
    public PooledObject<Map<String, String>> wrap(Map<String, String> map) {
      return new DefaultPooledObject<>(map);
    }

    @Override
    public void passivateObject(PooledObject<Map<String, String>> pooled) {
      pooled.getObject().clear();
    }
  }
}
