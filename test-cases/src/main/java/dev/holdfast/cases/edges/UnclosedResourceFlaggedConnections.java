package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Sockets and statements that stay open, and objects whose constructors fail holding one. */
@Accepted(rule = "MissingQueryTimeout", because = "shows what is closed")
final class UnclosedResourceFlaggedConnections {
  private final DataSource database;

  UnclosedResourceFlaggedConnections(DataSource database) {
    this.database = database;
  }

  int statementLeftOpen(Connection connection) throws SQLException {
    PreparedStatement count =
        connection.prepareStatement("select count(*) from orders"); // expect: UnclosedResource
    count.setQueryTimeout(3);
    try (ResultSet rows = count.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  void statementNeverEvenNamed(Connection connection) throws SQLException {
    connection.createStatement().execute("delete from expired"); // expect: UnclosedResource
  }

  /** Its statements go with the connection, in the end. */
  static final class Session implements AutoCloseable {
    private final Connection connection;

    Session(Connection connection) {
      this.connection = connection;
    }

    void begin() throws SQLException {
      connection.createStatement().execute("begin"); // possible: UnclosedResource
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** The same with a connection that others close, who knows when. */
  static final class Lookup {
    private final Connection connection;

    Lookup(Connection connection) {
      this.connection = connection;
    }

    void clean() throws SQLException {
      connection.createStatement().execute("delete from expired"); // expect: UnclosedResource
    }
  }

  /** The statement is told of, its rows are closed with it. */
  List<String> bothLeftOpen(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    Statement statement = connection.createStatement(); // expect: UnclosedResource
    ResultSet rows = statement.executeQuery("select name from customers");
    while (rows.next()) {
      names.add(rows.getString(1));
    }
    return names;
  }

  boolean connectionNotGivenBack(int order) throws SQLException {
    Connection connection = database.getConnection(); // expect: UnclosedResource
    try (PreparedStatement find = connection.prepareStatement("select 1 from orders where id=?")) {
      find.setInt(1, order);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next();
      }
    }
  }

  void notClosedWhenTheUpdateFails(String sql) throws SQLException {
    Connection connection = database.getConnection(); // possible: UnclosedResource
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    connection.close();
  }

  int readFromASocket(SocketAddress server) throws IOException {
    Socket socket = new Socket(); // expect: UnclosedResource
    socket.connect(server, 500);
    socket.setSoTimeout(500);
    return socket.getInputStream().read();
  }

  String lineOfAnAcceptedOne(ServerSocket server) throws IOException {
    Socket accepted = server.accept(); // expect: UnclosedResource
    accepted.setSoTimeout(500);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(accepted.getInputStream(), StandardCharsets.US_ASCII));
    return reader.readLine();
  }

  int freePort() throws IOException {
    return new ServerSocket(0).getLocalPort(); // expect: UnclosedResource
  }

  void datagramSent(byte[] metric, SocketAddress statistics) throws IOException {
    DatagramSocket socket = new DatagramSocket(); // expect: UnclosedResource
    socket.send(new DatagramPacket(metric, metric.length, statistics));
  }

  boolean channelClosedOnOneBranch(InetSocketAddress server) throws IOException {
    SocketChannel channel = SocketChannel.open(); // expect: UnclosedResource
    channel.socket().connect(server, 500);
    if (channel.write(ByteBuffer.wrap(new byte[] {1})) == 0) {
      return false;
    }
    channel.close();
    return true;
  }

  int selectorForOneQuestion(SocketChannel channel) throws IOException {
    Selector selector = Selector.open(); // expect: UnclosedResource
    channel.register(selector, 1);
    return selector.select(100);
  }

  /** Fails for a short file, and nobody has the object that holds the stream. */
  static final class Header implements Closeable {
    private final InputStream in;
    private final byte[] magic;

    Header(String file) throws IOException {
      in = new FileInputStream(file); // possible: UnclosedResource
      magic = in.readNBytes(8);
      if (magic.length < 8) {
        throw new IOException("too short: " + file);
      }
    }

    byte[] magic() {
      return magic.clone();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  byte[] ownCloseable(String file) throws IOException {
    Header header = new Header(file); // expect: UnclosedResource
    return header.magic();
  }

  /** Closes the field of another object. */
  static final class Relay {
    private Socket back;

    void swap(Relay other, SocketAddress server) throws IOException {
      Socket fresh = new Socket(); // expect: UnclosedResource
      fresh.connect(server, 500);
      try (OutputStream out = other.back.getOutputStream()) {
        out.write(fresh.getLocalPort());
      }
    }
  }

  int renderAll(List<Callable<String>> pages) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(4); // expect: UnclosedResource
    List<Future<String>> rendered = workers.invokeAll(pages, 2, TimeUnit.MINUTES);
    return rendered.size();
  }

  /** Whose connection that is, and who closes it when, is not in view. */
  static PreparedStatement limited(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql); // possible: UnclosedResource
    statement.setQueryTimeout(5);
    return statement;
  }
}
