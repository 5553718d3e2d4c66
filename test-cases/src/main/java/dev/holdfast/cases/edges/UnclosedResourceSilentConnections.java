package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Sockets, statements and executors that are closed, kept by an owner, or meant to stay. */
@Accepted(
    rule = {"MissingQueryTimeout", "UnboundedExecutorQueue"},
    because = "shows what is closed")
final class UnclosedResourceSilentConnections implements AutoCloseable {
  private static final ExecutorService SHARED = Executors.newFixedThreadPool(4);

  private final ServerSocket server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final DataSource database;
  private PreparedStatement prepared;

  UnclosedResourceSilentConnections(DataSource database) throws IOException {
    this.database = database;
    this.server = new ServerSocket(0);
    try {
      server.setReuseAddress(true);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    workers.shutdownNow();
  }

  int statementClosesItsRows(Connection connection) throws SQLException {
    try (Statement count = connection.createStatement()) {
      ResultSet rows = count.executeQuery("select count(*) from orders");
      rows.next();
      return rows.getInt(1);
    }
  }

  int connectionClosesItsStatements(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Statement statement = connection.createStatement();
      return statement.executeUpdate(sql);
    }
  }

  int connectionClosesWhatAHelperPrepares(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      PreparedStatement statement = prepare(connection, sql);
      ResultSet rows = statement.executeQuery();
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  ResultSet rowsCloseTheStatement(Connection connection, String sql) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery(sql);
  }

  void preparedOnce(Connection connection) throws SQLException {
    if (prepared == null) {
      prepared = connection.prepareStatement("select 1");
    }
    prepared.execute();
  }

  void accepted(BlockingQueue<Socket> queue) throws IOException {
    Socket socket = server.accept();
    queue.add(socket);
  }

  void servedByAnotherThread() throws IOException {
    Socket socket = server.accept();
    workers.execute(() -> serve(socket));
  }

  private static void serve(Socket socket) {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      out.write('.');
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int streamClosesTheSocket(SocketAddress address) throws IOException {
    Socket socket = new Socket();
    InputStream in;
    try {
      socket.connect(address, 500);
      socket.setSoTimeout(5_000);
      in = socket.getInputStream();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    try (in) {
      return in.read();
    }
  }

  void selectorKeepsIt(Selector selector, ServerSocketChannel channel) throws IOException {
    SocketChannel client = channel.accept();
    if (client == null) {
      return;
    }
    try {
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ);
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  Session ownedByWhatIsReturned(InetSocketAddress address) throws IOException {
    return new Session(new Socket(address.getHostString(), address.getPort()));
  }

  /** Takes the socket over. */
  static final class Session implements Closeable {
    private final Socket socket;

    Session(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  Class<?> loaderLivesWithItsClasses(URL[] jars, String name) throws ClassNotFoundException {
    URLClassLoader loader = new URLClassLoader(jars);
    return loader.loadClass(name);
  }

  <T> List<T> shutDownInFinally(List<Callable<T>> tasks) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<T> results = new ArrayList<>();
      for (var future : executor.invokeAll(tasks, 1, TimeUnit.SECONDS)) {
        results.add(future.get(1, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      executor.shutdown();
    }
  }

  void heartbeatForEver(Runnable beat) {
    ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    beats.scheduleAtFixedRate(beat, 1, 1, TimeUnit.SECONDS);
  }

  void onTheSharedOne(Runnable task) {
    SHARED.execute(task);
  }

  /** A servlet is initialised once, and destroyed at the end. */
  static final class Announcements extends HttpServlet {
    private static final long serialVersionUID = 1;

    private transient ExecutorService announcers;

    @Override
    public void init() {
      start();
    }

    private void start() {
      announcers = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
      announcers.execute(() -> System.getLogger("announcements").log(Level.INFO, "new stock"));
    }

    @Override
    public void destroy() {
      announcers.shutdownNow();
    }
  }

  /** A step of those that have opened the connection, and close it. */
  static List<String> names(DataSource source, String city) throws SQLException {
    try (Connection connection = source.getConnection()) {
      PreparedStatement statement = limited(connection, "select name from shop where city = ?");
      statement.setString(1, city);
      ResultSet rows = statement.executeQuery();
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private static PreparedStatement limited(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(5);
    return statement;
  }
}
