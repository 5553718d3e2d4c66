package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import javax.net.SocketFactory;

/** Sockets that wait for as long as the other side likes. */
@Accepted(
    rule = {"UnclosedResource", "OwnerNotCloseable"},
    because = "shows what waits")
final class MissingSocketTimeoutFlagged {
  private static final int CONNECT_MILLIS = 2_000;

  private final SocketFactory factory;
  private final InetSocketAddress peer;
  private Socket link;

  MissingSocketTimeoutFlagged(SocketFactory factory, InetSocketAddress peer) {
    this.factory = factory;
    this.peer = peer;
  }

  int readsForEver(String host) throws IOException {
    try (Socket socket = new Socket(host, 80)) { // expect: MissingSocketTimeout
      return socket.getInputStream().read();
    }
  }

  String connectsWithALimitOnly() throws IOException {
    try (Socket socket = new Socket()) { // expect: MissingSocketTimeout
      socket.connect(peer, CONNECT_MILLIS);
      InputStreamReader bytes =
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      return new BufferedReader(bytes).readLine();
    }
  }

  int connectsWithDefaults(InetAddress host) throws IOException {
    Socket socket = new Socket(host, 80); // expect: MissingSocketTimeout
    socket.setKeepAlive(true);
    try (InputStream in = socket.getInputStream()) {
      return in.read();
    }
  }

  byte[] waitsForAPacketThatMayBeLost(byte[] question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) { // expect: MissingSocketTimeout
      socket.send(new DatagramPacket(question, question.length, peer));
      DatagramPacket answer = new DatagramPacket(new byte[512], 512);
      socket.receive(answer);
      return answer.getData();
    }
  }

  int blockingChannel(ByteBuffer buffer) throws IOException {
    try (SocketChannel channel = SocketChannel.open(peer)) { // expect: MissingSocketTimeout
      return channel.read(buffer);
    }
  }

  int madeByAFactory(String host) throws IOException {
    try (Socket socket = factory.createSocket(host, 443)) { // expect: MissingSocketTimeout
      return socket.getInputStream().read();
    }
  }

  void open() throws IOException {
    link = new Socket(); // expect: MissingSocketTimeout
    link.connect(peer, CONNECT_MILLIS);
    link.setTcpNoDelay(true);
  }

  /** What a field keeps is read elsewhere. */
  int next() throws IOException {
    return new DataInputStream(link.getInputStream()).readInt();
  }

  void readByATask(ExecutorService workers) throws IOException {
    Socket socket = new Socket(); // expect: MissingSocketTimeout
    socket.connect(peer, CONNECT_MILLIS);
    workers.execute(() -> drain(socket));
  }

  private void drain(Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String madeInAHelper() throws IOException {
    try (Socket socket = connected()) {
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket(); // expect: MissingSocketTimeout
    socket.connect(peer, CONNECT_MILLIS);
    return socket;
  }

  int readsWhatItAskedFor(byte[] question) throws IOException {
    try (Socket socket = new Socket()) { // expect: MissingSocketTimeout
      socket.connect(peer);
      socket.getOutputStream().write(question);
      return socket.getInputStream().read();
    }
  }
}
