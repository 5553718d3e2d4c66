package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts connections: a source that was read to its end has given its connection back. */
class ReadToTheEndTest {
  private static final int REQUESTS = 5;

  private final Set<Integer> clients = Collections.synchronizedSet(new TreeSet<>());
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          clients.add(exchange.getRemoteAddress().getPort());
          byte[] body = new byte[20_000];
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aSourceReadWholeFreesItsConnection() throws IOException {
    exchange(BufferedSource::readUtf8);
    assertEquals(1, clients.size());
    assertTrue(releases("readUtf8"));
    assertTrue(releases("readByteArray"));
  }

  @Test
  void aSourceReadInPartKeepsItsConnection() throws IOException {
    exchange(source -> source.readUtf8(10));
    assertEquals(REQUESTS, clients.size());
    assertTrue(!releases("readUtf8", long.class));
  }

  private void exchange(Reading reading) throws IOException {
    OkHttpClient client = new OkHttpClient();
    for (int i = 0; i < REQUESTS; i++) {
      Request request = new Request.Builder().url(address).build();
      reading.of(client.newCall(request).execute().body().source());
    }
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static boolean releases(String name, Class<?>... parameters) {
    return Stated.contract(Stated.member("okio.BufferedSource", name, parameters))
        .says(Word.RELEASES, Slot.RECEIVER);
  }

  /** What is done with a body. */
  private interface Reading {
    Object of(BufferedSource source) throws IOException;
  }
}
