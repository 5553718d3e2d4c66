package dev.holdfast.cases.edges;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.pool2.ObjectPool;

/**
 * Reachable from outside only while it is borrowed, or given back once the other thread is done.
 */
final class PooledObjectEscapesSilentTakenBack {
  private static final ThreadLocal<Ledger> CURRENT = new ThreadLocal<>();

  private final ObjectPool<Ledger> ledgers;
  private final Map<String, Ledger> open = new ConcurrentHashMap<>();
  private final Set<Ledger> busy = ConcurrentHashMap.newKeySet();
  private final Deque<Ledger> nested = new ArrayDeque<>();
  private final AtomicReference<Ledger> latest = new AtomicReference<>();
  private final Ledger[] slots = new Ledger[4];
  private Ledger active;

  PooledObjectEscapesSilentTakenBack(ObjectPool<Ledger> ledgers) {
    this.ledgers = ledgers;
  }

  void boundToTheThread(String line) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    CURRENT.set(ledger);
    try {
      ledger.book(line);
    } finally {
      CURRENT.remove();
      ledgers.returnObject(ledger);
    }
  }

  void theOuterOneIsRestored(String line) throws Exception {
    Ledger outer = CURRENT.get();
    Ledger ledger = ledgers.borrowObject();
    CURRENT.set(ledger);
    try {
      ledger.book(line);
    } finally {
      CURRENT.set(outer);
      ledgers.returnObject(ledger);
    }
  }

  void registeredWhileInUse(String key, String line) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    open.put(key, ledger);
    busy.add(ledger);
    try {
      ledger.book(line);
    } finally {
      busy.remove(ledger);
      open.keySet().remove(key);
      ledgers.returnObject(ledger);
    }
  }

  void takenOutAndGivenBack(String line) throws Exception {
    nested.push(ledgers.borrowObject());
    try {
      nested.peek().book(line);
    } finally {
      ledgers.returnObject(nested.pop());
    }
  }

  void overwrittenWithNothing(int slot, String line) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    latest.set(ledger);
    slots[slot] = ledger;
    try {
      ledger.book(line);
    } finally {
      slots[slot] = null;
      latest.getAndSet(null);
      ledgers.returnObject(ledger);
    }
  }

  void givenBackFromTheField(String line) throws Exception {
    active = ledgers.borrowObject();
    try {
      active.book(line);
    } finally {
      ledgers.returnObject(active);
      active = null;
    }
  }

  void clearedByAMethod(String line) throws Exception {
    Ledger ledger = ledgers.borrowObject();
    active = ledger;
    try {
      ledger.book(line);
    } finally {
      forget();
      ledgers.returnObject(ledger);
    }
  }

  private void forget() {
    active = null;
  }

  void givenBackAndClearedByAMethod(String line) throws Exception {
    active = ledgers.borrowObject();
    try {
      active.book(line);
    } finally {
      end();
    }
  }

  private void end() throws Exception {
    ledgers.returnObject(active);
    active = null;
  }

  interface Ledger {
    String book(String line);
  }
}
