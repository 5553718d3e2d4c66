package dev.holdfast.exam;

import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

class TextBufferFactory extends BasePooledObjectFactory<StringBuilder> {

  private final int capacity;

  TextBufferFactory(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public StringBuilder create() {
    return new StringBuilder(capacity);
  }

  @Override
  public PooledObject<StringBuilder> wrap(StringBuilder buffer) {
    return new DefaultPooledObject<>(buffer);
  }
}
