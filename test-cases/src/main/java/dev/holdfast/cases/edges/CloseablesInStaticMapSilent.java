package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;

import dev.holdfast.annotations.Lives;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;

/** What must be closed is kept for the process, and goes or stays in good order. */
final class CloseablesInStaticMapSilent {
  private CloseablesInStaticMapSilent() {}

  /** Closed when it goes. */
  static final class Connections {
    private static final Map<String, Socket> BY_HOST = new ConcurrentHashMap<>();

    private Connections() {}

    static Socket to(String host) throws IOException {
      Socket socket = BY_HOST.get(host);
      if (socket == null) {
        socket = new Socket(host, 7000);
        BY_HOST.put(host, socket);
      }
      return socket;
    }

    static void use(String host, byte[] data) throws IOException {
      try {
        to(host).getOutputStream().write(data);
      } catch (IOException e) {
        drop(host);
        throw e;
      }
    }

    private static void drop(String host) throws IOException {
      Socket socket = BY_HOST.remove(host);
      if (socket != null) {
        socket.close();
      }
    }
  }

  /** The eldest is closed before it goes. */
  static final class Bounded {
    private static final Map<String, Jedis> BY_HOST =
        Collections.synchronizedMap(
            new LinkedHashMap<>() {
              private static final long serialVersionUID = 1;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Jedis> eldest) {
                boolean full = size() > 8;
                if (full) {
                  eldest.getValue().close();
                }
                return full;
              }
            });

    private Bounded() {}

    static void connect(String host) {
      Jedis old = BY_HOST.put(host, new Jedis(host));
      if (old != null) {
        old.close();
      }
    }
  }

  /** One for each of the few kinds there are. */
  static final class PerKind {
    private static final Map<TimeUnit, Jedis> BY_UNIT = new ConcurrentHashMap<>();

    private PerKind() {}

    static Jedis of(TimeUnit unit) {
      return BY_UNIT.computeIfAbsent(unit, key -> new Jedis(key.name()));
    }
  }

  /** All closed when the service stops. */
  @Lives(PROCESS)
  static class Service implements AutoCloseable {
    private final Map<String, Jedis> clients = new HashMap<>();

    synchronized Jedis client(String host) {
      Jedis known = clients.get(host);
      if (known == null) {
        known = new Jedis(host);
        clients.put(host, known);
      }
      return known;
    }

    @Override
    public synchronized void close() {
      clients.values().forEach(Jedis::close);
      clients.clear();
    }
  }

  /** The two there are, made at start. */
  static final class Fixed {
    private static final Map<String, Jedis> CLIENTS = new HashMap<>();

    static {
      CLIENTS.put("read", new Jedis("replica"));
      CLIENTS.put("write", new Jedis("primary"));
    }

    private Fixed() {}

    static Jedis of(String name) {
      return CLIENTS.get(name);
    }
  }

  /** Its entries are removed by who opened them. */
  static final class Scoped {
    private static final Map<Thread, Jedis> CURRENT = new ConcurrentHashMap<>();

    private Scoped() {}

    static void with(String host, Runnable work) {
      try (Jedis jedis = new Jedis(host)) {
        CURRENT.put(Thread.currentThread(), jedis);
        work.run();
      } finally {
        CURRENT.remove(Thread.currentThread());
      }
    }
  }

  /** An object that keeps them for as long as itself. */
  static final class Crawl implements AutoCloseable {
    private final Map<String, Jedis> visited = new HashMap<>();

    void visit(String host) {
      visited.put(host.trim(), new Jedis(host));
    }

    @Override
    public void close() {
      visited.values().forEach(Jedis::close);
    }
  }

  /** Streams that hold nothing but memory. */
  static final class Texts {
    private static final Map<TimeUnit, StringReader> TEXTS = new ConcurrentHashMap<>();

    private Texts() {}

    static StringReader of(TimeUnit unit) {
      return TEXTS.computeIfAbsent(unit, key -> new StringReader(key.name()));
    }
  }

  /** The old one is closed when a new one takes its place. */
  static final class Replaced {
    private static final Map<String, Jedis> LATEST = new ConcurrentHashMap<>();

    private Replaced() {}

    static void connect(String host) {
      Jedis old = LATEST.put(host, new Jedis(host));
      if (old != null) {
        old.close();
      }
    }

    static void retire(String host) {
      try (Jedis jedis = LATEST.remove(host)) {
        jedis.ping();
      }
    }

    static void reconnect(String host) {
      connect(host);
      retire(host);
    }
  }

  /** Only names of what is open. */
  static final class Names {
    private static final Map<Socket, String> BY_SOCKET = new ConcurrentHashMap<>();

    private Names() {}

    static void talk(Socket socket, Runnable talk) {
      BY_SOCKET.put(socket, "peer " + socket.getPort());
      try {
        talk.run();
      } finally {
        BY_SOCKET.remove(socket);
      }
    }
  }
}
