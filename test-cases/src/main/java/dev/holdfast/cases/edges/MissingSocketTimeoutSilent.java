package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;

/** Sockets that do not wait for ever, or are not read from at all. */
@Accepted(
    rule = {"UnclosedResource", "OwnerNotCloseable"},
    because = "shows what waits")
final class MissingSocketTimeoutSilent {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;

  private final InetSocketAddress peer;
  private final Socket link = new Socket();

  MissingSocketTimeoutSilent(InetSocketAddress peer) {
    this.peer = peer;
  }

  int bothLimits() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(peer, CONNECT_MILLIS);
      socket.setSoTimeout(READ_MILLIS);
      return socket.getInputStream().read();
    }
  }

  boolean onlyAsksWhetherThePortIsOpen() {
    try (Socket socket = new Socket()) {
      socket.connect(peer, CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void onlyWrites(byte[] line) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(peer, CONNECT_MILLIS);
      socket.getOutputStream().write(line);
    }
  }

  int configuredByAHelper() throws IOException {
    try (Socket socket = new Socket()) {
      limit(socket);
      socket.connect(peer, CONNECT_MILLIS);
      return socket.getInputStream().read();
    }
  }

  private static void limit(Socket socket) throws IOException {
    socket.setSoTimeout(READ_MILLIS);
  }

  void open() throws IOException {
    link.connect(peer, CONNECT_MILLIS);
    link.setSoTimeout(READ_MILLIS);
  }

  int next() throws IOException {
    return link.getInputStream().read();
  }

  void selected(Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(peer);
    channel.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.allocate(512));
  }

  int givenByTheCaller(Socket socket) throws IOException {
    return socket.getInputStream().read();
  }

  void fireAndForget(byte[] metric) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(metric, metric.length, peer));
    }
  }

  DatagramPacket answerWithinALimit(DatagramPacket answer) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(READ_MILLIS);
      socket.receive(answer);
      return answer;
    }
  }

  int toThisVeryMachine() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 6010)) {
      socket.setSoTimeout(READ_MILLIS);
      return socket.getInputStream().read();
    }
  }

  void theTaskSetsTheLimit(ExecutorService workers) throws IOException {
    Socket socket = new Socket();
    socket.connect(peer, CONNECT_MILLIS);
    workers.execute(new Session(socket));
  }

  private static final class Session implements Runnable {
    private final Socket socket;

    Session(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void run() {
      try (InputStream in = socket.getInputStream()) {
        socket.setSoTimeout(READ_MILLIS);
        in.read();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  int limitThroughAnAlias() throws IOException {
    Socket socket = new Socket();
    Socket same = socket;
    same.setSoTimeout(READ_MILLIS);
    socket.connect(peer, CONNECT_MILLIS);
    try (socket) {
      return same.getInputStream().read();
    }
  }

  int limitWhereConfigured(int millis) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(peer, CONNECT_MILLIS);
      if (millis > 0) {
        socket.setSoTimeout(millis);
      }
      return socket.getInputStream().read();
    }
  }

  Socket limitedForTheCaller() throws IOException {
    Socket socket = new Socket();
    socket.connect(peer, CONNECT_MILLIS);
    socket.setSoTimeout(READ_MILLIS);
    return socket;
  }

  void closedUnused() throws IOException {
    new Socket().close();
  }

  /** Connecting ends when the system gives up. */
  int connectsForMinutesAtMost(String host) throws IOException {
    try (Socket socket = new Socket(host, 80)) {
      socket.setSoTimeout(READ_MILLIS);
      return socket.getInputStream().read();
    }
  }

  /** A listener: it waits there for whoever comes. */
  void listens(int port, DatagramPacket packet) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(port)) {
      while (!socket.isClosed()) {
        socket.receive(packet);
      }
    }
  }
}
