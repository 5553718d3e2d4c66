package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;

import dev.holdfast.annotations.Lives;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import redis.clients.jedis.Jedis;

/** What must be closed is kept for the process, one more for each key that comes in. */
final class CloseablesInStaticMapFlagged {
  private CloseablesInStaticMapFlagged() {}

  /** One connection a host. */
  static final class Connections {
    private static final Map<String, Socket> BY_HOST = new ConcurrentHashMap<>();

    private Connections() {}

    static Socket to(String host) throws IOException {
      Socket socket = BY_HOST.get(host);
      if (socket == null) {
        socket = new Socket(host, 7000);
        BY_HOST.put(host, socket); // expect: CloseablesInStaticMap
      }
      return socket;
    }
  }

  /** Made by a function. */
  static final class Replicas {
    private static final Map<String, Jedis> BY_TENANT = new ConcurrentHashMap<>();

    private Replicas() {}

    static String read(String tenant, String key) {
      Jedis jedis = BY_TENANT.computeIfAbsent(tenant, Jedis::new); // expect: CloseablesInStaticMap
      return jedis.get(key);
    }
  }

  /** A service that the container makes once. */
  @Lives(PROCESS)
  static class Tenants {
    private final Map<String, Connection> connections = new HashMap<>();

    synchronized Connection of(String tenant) throws SQLException {
      Connection known = connections.get(tenant);
      if (known == null || known.isClosed()) {
        known = DriverManager.getConnection("jdbc:h2:" + tenant + "?loginTimeout=5");
        connections.put(tenant, known); // expect: CloseablesInStaticMap
      }
      return known;
    }
  }

  /** Sessions of its own that hold a connection. */
  static final class Sessions {
    private static final Map<Long, Session> OPEN = new ConcurrentHashMap<>();

    private Sessions() {}

    static Session begin(long user, String host) {
      Session session = new Session(new Jedis(host));
      OPEN.put(user, session); // expect: CloseablesInStaticMap
      return session;
    }
  }

  record Session(Jedis jedis) implements AutoCloseable {
    @Override
    public void close() {
      jedis.close();
    }
  }

  /** A list keeps them just as well. */
  static final class Attachments {
    private static final List<InputStream> OPENED = new ArrayList<>();

    private Attachments() {}

    static synchronized int first(String name) throws IOException {
      InputStream in = Files.newInputStream(Path.of(name));
      OPENED.add(in); // expect: CloseablesInStaticMap
      return in.read();
    }
  }

  /** A set of clients that nobody empties. */
  static final class Clients {
    private static final Set<Jedis> ALL = ConcurrentHashMap.newKeySet();

    private Clients() {}

    static String get(String host, String key) {
      Jedis jedis = new Jedis(host);
      ALL.add(jedis); // expect: CloseablesInStaticMap
      return jedis.get(key);
    }
  }

  /** What is removed is not closed, and nobody removes. */
  static final class Readers {
    private static final Map<String, Reader> OPEN = new ConcurrentHashMap<>();

    private Readers() {}

    static int read(String file) throws IOException {
      Reader reader = OPEN.get(file);
      if (reader == null) {
        reader = Files.newBufferedReader(Path.of(file));
        OPEN.put(file, reader); // expect: CloseablesInStaticMap
      }
      return reader.read();
    }

    @SuppressWarnings("unused")
    private static void forget(String file) {
      OPEN.remove(file);
    }
  }

  /** One object, made by hand. */
  static final class Mirrors {
    private static final Mirrors ONLY = new Mirrors();

    private final Map<Integer, Socket> byPort = new HashMap<>();

    private Mirrors() {}

    static Mirrors only() {
      return ONLY;
    }

    synchronized void mirror(int port, byte[] data) throws IOException {
      Socket socket = byPort.get(port);
      if (socket == null) {
        socket = new Socket("mirror", port);
        byPort.putIfAbsent(port, socket); // expect: CloseablesInStaticMap
      }
      socket.getOutputStream().write(data);
    }
  }

  /** A queue that nobody polls. */
  @Lives(PROCESS)
  static class Tails {
    private final Queue<InputStream> tails = new ConcurrentLinkedQueue<>();

    int tail(String file) throws IOException {
      InputStream in = Files.newInputStream(Path.of(file));
      tails.offer(in); // expect: CloseablesInStaticMap
      return in.available();
    }
  }

  /** Channels by file, and no method that closes them. */
  static final class Channels {
    private static final Map<Path, FileChannel> OPEN = new ConcurrentHashMap<>();

    private Channels() {}

    static long size(Path file) throws IOException {
      FileChannel channel = OPEN.get(file);
      if (channel == null) {
        channel = FileChannel.open(file);
        OPEN.put(file, channel); // expect: CloseablesInStaticMap
      }
      return channel.size();
    }
  }
}
