package dev.holdfast.exam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Small admin port: shows and replaces the active routing script. */
public class AdminHttpEndpoint {

  private final AtomicReference<String> script = new AtomicReference<>("");
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(2, 4, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(64));
  private HttpServer server;

  public void start(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 16); // expect: MissingServerTimeout
    server.setExecutor(workers);
    server.createContext("/routing-script", this::routingScript);
    server.start();
  }

  private void routingScript(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET" -> reply(exchange, 200, script.get());
        case "PUT" -> {
          byte[] body = exchange.getRequestBody().readAllBytes(); // expect: UnboundedRequestBody
          script.set(new String(body, StandardCharsets.UTF_8));
          reply(exchange, 200, "stored");
        }
        default -> reply(exchange, 405, "");
      }
    }
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  public void stop() {
    if (server != null) {
      server.stop(1);
    }
    workers.shutdownNow();
  }
}
