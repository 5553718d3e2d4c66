package dev.holdfast.cases.edges;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.pool2.ObjectPool;

/** Tests that agree with each other, helpers that give back whatever they find. */
final class PooledObjectNotReturnedSilentGuards {
  private final ObjectPool<Wire> wires;
  private final boolean early;

  PooledObjectNotReturnedSilentGuards(ObjectPool<Wire> wires, boolean early) {
    this.wires = wires;
    this.early = early;
  }

  int earlyOrLate(String text) throws Exception {
    Wire wire = wires.borrowObject();
    int length = wire.width();
    if (early) {
      wires.returnObject(wire);
    }
    int sum = length + text.length();
    if (!early) {
      wires.returnObject(wire);
    }
    return sum;
  }

  void deadOnesAreInvalidated(String text) throws Exception {
    Wire wire = wires.borrowObject();
    try {
      wire.send(text);
    } finally {
      release(wire);
    }
  }

  private void release(Wire wire) throws Exception {
    if (wire != null && wire.isAlive()) {
      wires.returnObject(wire);
    } else if (wire != null) {
      wires.invalidateObject(wire);
    }
  }

  void sortedOutByType(String text) throws Exception {
    Wire wire = wires.borrowObject();
    try {
      wire.send(text);
    } finally {
      releaseAny(wire);
    }
  }

  private void releaseAny(Object resource) throws Exception {
    if (resource instanceof Wire wire) {
      wires.returnObject(wire);
    }
  }

  Optional<Wire> perhaps() {
    try {
      return Optional.of(wires.borrowObject());
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  /** An interface with one method, and no callback: the pool made what is behind it. */
  CompletableFuture<Integer> givenBackWhenDone(ObjectPool<Asker> askers) throws Exception {
    Asker asker = askers.borrowObject();
    return asker.ask().whenComplete((answer, failure) -> giveBack(askers, asker));
  }

  private static void giveBack(ObjectPool<Asker> askers, Asker asker) {
    try {
      askers.returnObject(asker);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its failing constructor gives back what it has borrowed. */
  static final class Greeting implements AutoCloseable {
    private final ObjectPool<Wire> wires;
    private final Wire wire;

    Greeting(ObjectPool<Wire> wires) throws Exception {
      this.wires = wires;
      this.wire = wires.borrowObject();
      try {
        wire.send("hello");
      } catch (IOException e) {
        close();
        throw e;
      }
    }

    @Override
    public void close() throws Exception {
      wires.returnObject(wire);
    }
  }

  interface Asker {
    CompletableFuture<Integer> ask();
  }

  interface Wire {
    boolean isAlive();

    int width();

    void send(String text) throws IOException;
  }
}
