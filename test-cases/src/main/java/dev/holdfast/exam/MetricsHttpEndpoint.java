package dev.holdfast.exam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Serves the metrics page and accepts threshold updates. */
public class MetricsHttpEndpoint implements AutoCloseable {

  private static final int MAX_THRESHOLD = 128;

  static {
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "20");
  }

  private final HttpServer server;
  private final ExecutorService workers;
  private volatile double threshold = 0.9;

  public MetricsHttpEndpoint(int port, Supplier<String> page) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 32);
    workers = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(50));
    server.setExecutor(workers);
    server.createContext("/metrics", exchange -> reply(exchange, page.get()));
    server.createContext("/threshold", this::update);
    server.start();
  }

  public double threshold() {
    return threshold;
  }

  private void update(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_THRESHOLD);
    threshold = Double.parseDouble(new String(body, StandardCharsets.US_ASCII).trim());
    reply(exchange, "ok\n");
  }

  private static void reply(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(1);
    workers.shutdown();
  }
}
