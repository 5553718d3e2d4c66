package dev.holdfast.cases.edges;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.annotations.Accepted;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;

/** Servers that hang up on slow clients, or do not wait for them. */
@Accepted(
    rule = {"UnclosedResource", "OwnerNotCloseable"},
    because = "shows what waits")
final class MissingServerTimeoutSilent {
  private static final int READ_MILLIS = 5_000;

  private final Vertx vertx;

  MissingServerTimeoutSilent(Vertx vertx) {
    this.vertx = vertx;
  }

  static final class Bounded {
    static {
      System.setProperty("sun.net.httpserver.maxReqTime", "10");
      System.setProperty("sun.net.httpserver.maxRspTime", "30");
    }

    HttpServer jdkServerWithItsProperties() throws IOException {
      return HttpServer.create(new InetSocketAddress(8080), 0);
    }
  }

  int acceptsAndLimits(ServerSocket server) throws IOException {
    try (Socket client = server.accept()) {
      client.setSoTimeout(READ_MILLIS);
      return client.getInputStream().read();
    }
  }

  void theTaskLimits(ServerSocket server, ExecutorService workers) throws IOException {
    Socket client = server.accept();
    workers.execute(() -> serve(client));
  }

  void theSessionLimits(ServerSocket server, ExecutorService workers) throws IOException {
    Socket client = server.accept();
    workers.execute(new Session(client));
  }

  void greetsAndHangsUp(ServerSocket server, byte[] greeting) throws IOException {
    try (Socket client = server.accept()) {
      client.getOutputStream().write(greeting);
    }
  }

  void turnsAway(ServerSocket server) throws IOException {
    server.accept().close();
  }

  SocketChannel acceptsForASelector(ServerSocketChannel server) throws IOException {
    SocketChannel client = server.accept();
    client.configureBlocking(false);
    return client;
  }

  io.vertx.core.http.HttpServer vertxServer() {
    HttpServerOptions options = new HttpServerOptions().setPort(8080).setIdleTimeout(10);
    return vertx.createHttpServer(options);
  }

  private static void serve(Socket client) {
    try (client) {
      client.setSoTimeout(READ_MILLIS);
      client.getInputStream().read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Session extends Thread {
    private final Socket client;

    Session(Socket client) throws IOException {
      this.client = client;
      this.client.setSoTimeout(READ_MILLIS);
    }

    @Override
    public void run() {
      serve(client);
    }
  }

  static final class Tuned {
    private final int seconds;

    Tuned(int seconds) {
      this.seconds = seconds;
    }

    HttpServer propertySetBefore() throws IOException {
      System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(seconds));
      return HttpServer.create(new InetSocketAddress(8080), 0);
    }
  }

  void startsWhatItIsGiven(HttpServer server) {
    server.start();
  }

  int readsFromTheCallersSocket(Socket client) throws IOException {
    return client.getInputStream().read();
  }

  int limitsByAHelper(ServerSocket server) throws IOException {
    try (Socket client = accepted(server)) {
      return client.getInputStream().read();
    }
  }

  private static Socket accepted(ServerSocket server) throws IOException {
    Socket client = server.accept();
    client.setSoTimeout(READ_MILLIS);
    return client;
  }

  int limitsWhatItAccepts(ServerSocket server, int millis) throws IOException {
    try (Socket client = server.accept()) {
      if (millis > 0) {
        client.setSoTimeout(millis);
      }
      return client.getInputStream().read();
    }
  }

  io.vertx.core.http.HttpServer optionsOfTheCaller(HttpServerOptions options) {
    return vertx.createHttpServer(options);
  }

  NetServer linesWithinALimit() {
    return vertx.createNetServer(new NetServerOptions().setIdleTimeout(30));
  }

  int limitsBeforeTheSession(ServerSocket server) throws IOException {
    Socket client = server.accept();
    client.setSoTimeout(READ_MILLIS);
    return new Reader(client).next();
  }

  void onlyCounts(ServerSocket server) throws IOException {
    try (Socket client = server.accept()) {
      client.setTcpNoDelay(true);
    }
  }

  private record Reader(Socket client) {
    int next() throws IOException {
      return client.getInputStream().read();
    }
  }
}
