package dev.holdfast.cases.edges;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import dev.holdfast.annotations.Accepted;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servers whose clients may take all the time there is. */
@Accepted(
    rule = {"UnclosedResource", "OwnerNotCloseable", "UnboundedExecutorQueue"},
    because = "shows what waits")
final class MissingServerTimeoutFlagged {
  private final Vertx vertx;

  MissingServerTimeoutFlagged(Vertx vertx) {
    this.vertx = vertx;
  }

  HttpServer jdkServer(HttpHandler orders) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(8080), 0); // expect: MissingServerTimeout
    server.createContext("/orders", orders);
    server.setExecutor(Executors.newFixedThreadPool(16));
    return server;
  }

  HttpsServer jdkServerWithTls() throws IOException {
    return HttpsServer.create(new InetSocketAddress(8443), 0); // expect: MissingServerTimeout
  }

  int acceptsAndReads(ServerSocket server) throws IOException {
    try (Socket client = server.accept()) { // expect: MissingServerTimeout
      return client.getInputStream().read();
    }
  }

  void acceptsForATask(ServerSocket server, ExecutorService workers) throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept(); // expect: MissingServerTimeout
      workers.execute(() -> serve(client));
    }
  }

  void acceptsForASession(ServerSocket server, ExecutorService workers) throws IOException {
    Socket client = server.accept(); // expect: MissingServerTimeout
    workers.execute(new Session(client));
  }

  io.vertx.core.http.HttpServer vertxServer() {
    HttpServerOptions options = new HttpServerOptions().setPort(8080);
    return vertx.createHttpServer(options); // expect: MissingServerTimeout
  }

  private static void serve(Socket client) {
    try (client;
        InputStream in = client.getInputStream()) {
      in.read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Session implements Runnable {
    private final Socket client;

    Session(Socket client) {
      this.client = client;
    }

    @Override
    public void run() {
      serve(client);
    }
  }

  void acceptsOnAChannel(ServerSocketChannel server, ByteBuffer buffer) throws IOException {
    try (SocketChannel client = server.accept()) { // expect: MissingServerTimeout
      client.read(buffer);
    }
  }

  int acceptsThroughAHelper(ServerSocket server) throws IOException {
    try (Socket client = next(server)) {
      return client.getInputStream().read();
    }
  }

  private static Socket next(ServerSocket server) throws IOException {
    Socket client = server.accept(); // expect: MissingServerTimeout
    client.setTcpNoDelay(true);
    return client;
  }

  NetServer vertxServerForLines() {
    return vertx.createNetServer(); // expect: MissingServerTimeout
  }

  /** The limit on accepting bounds nothing of what is accepted. */
  int limitsOnlyTheAccept(int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      server.setSoTimeout(60_000);
      try (Socket client = server.accept()) { // expect: MissingServerTimeout
        return client.getInputStream().read();
      }
    }
  }
}
