package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.methods.Configurable;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.Protocol;

/** Holds the defaults that {@code @Waits} states against objects made by the real libraries. */
class LibraryDefaultsTest {
  private static final Duration NEVER = null;

  @Test
  void jdkClientConnectsAndWaitsWithoutLimit() {
    assertTrue(HttpClient.newHttpClient().connectTimeout().isEmpty());
    assertTrue(HttpClient.newBuilder().build().connectTimeout().isEmpty());
    assertTrue(HttpRequest.newBuilder(URI.create("http://localhost")).build().timeout().isEmpty());
    stated(Limit.CONNECT, NEVER, "java.net.http.HttpClient", "newHttpClient", "()");
    stated(Limit.CONNECT, NEVER, "java.net.http.HttpClient$Builder", "build", "()");
    stated(Limit.READ, NEVER, "java.net.http.HttpRequest$Builder", "build", "()");
  }

  @Test
  void urlConnectionHasNoTimeouts() throws Exception {
    URLConnection connection = new URL("http://localhost").openConnection();
    assertTrue(connection instanceof HttpURLConnection);
    assertEquals(0, connection.getConnectTimeout());
    assertEquals(0, connection.getReadTimeout());
    for (String member : new String[] {"openConnection", "openStream"}) {
      Fact fact = waits("java.net.URL", member, "()");
      assertEquals("java.net.HttpURLConnection", fact.argument("as", ""));
      assertEquals("NEVER", fact.argument("connect", ""));
      assertEquals("NEVER", fact.argument("read", ""));
    }
  }

  @Test
  void socketsReadWithoutLimit() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept();
        DatagramSocket datagrams = new DatagramSocket()) {
      assertEquals(0, client.getSoTimeout());
      assertEquals(0, accepted.getSoTimeout());
      assertEquals(0, datagrams.getSoTimeout());
    }
    stated(Limit.READ, NEVER, "java.net.Socket", "<init>", "()");
    stated(Limit.CONNECT, NEVER, "java.net.Socket", "<init>", "(Ljava/lang/String;I)");
    stated(Limit.READ, NEVER, "java.net.ServerSocket", "accept", "()");
    stated(Limit.READ, NEVER, "java.net.DatagramSocket", "<init>", "(I)");
  }

  @Test
  void apache4BoundsNothing() throws Exception {
    org.apache.http.client.config.RequestConfig request =
        org.apache.http.client.config.RequestConfig.DEFAULT;
    assertEquals(-1, request.getConnectTimeout());
    assertEquals(-1, request.getSocketTimeout());
    assertEquals(-1, request.getConnectionRequestTimeout());
    assertEquals(0, org.apache.http.config.SocketConfig.DEFAULT.getSoTimeout());
    assertEquals(
        0, org.apache.http.impl.nio.reactor.IOReactorConfig.DEFAULT.getSoTimeout(), "async");
    try (CloseableHttpClient client = HttpClients.createSystem()) {
      assertEquals(-1, ((Configurable) client).getConfig().getSocketTimeout());
    }
    String clients = "org.apache.http.impl.client.HttpClients";
    String asyncClients = "org.apache.http.impl.nio.client.HttpAsyncClients";
    for (Limit limit : new Limit[] {Limit.CONNECT, Limit.READ, Limit.BORROW}) {
      stated(limit, NEVER, clients, "createDefault", "()");
      stated(limit, NEVER, clients, "createSystem", "()");
      stated(limit, NEVER, clients, "createMinimal", "()");
      stated(limit, NEVER, "org.apache.http.impl.client.HttpClientBuilder", "build", "()");
      stated(limit, NEVER, asyncClients, "createDefault", "()");
    }
  }

  @Test
  void apache4KeepsTwentyConnectionsTwoPerRoute() {
    try (PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager()) {
      assertEquals(20, manager.getMaxTotal());
      assertEquals(2, manager.getDefaultMaxPerRoute());
    }
  }

  @Test
  void apache5ClassicWaitsThreeMinutes() throws Exception {
    Duration three = Duration.ofMinutes(3);
    org.apache.hc.client5.http.config.RequestConfig request =
        org.apache.hc.client5.http.config.RequestConfig.DEFAULT;
    assertEquals(three, request.getConnectionRequestTimeout().toDuration());
    assertNull(request.getResponseTimeout());
    assertEquals(three, SocketConfig.DEFAULT.getSoTimeout().toDuration());
    assertEquals(three, ConnectionConfig.DEFAULT.getConnectTimeout().toDuration());
    assertNull(ConnectionConfig.DEFAULT.getSocketTimeout());
    String clients = "org.apache.hc.client5.http.impl.classic.HttpClients";
    String builder = "org.apache.hc.client5.http.impl.classic.HttpClientBuilder";
    for (Limit limit : new Limit[] {Limit.CONNECT, Limit.READ, Limit.BORROW}) {
      stated(limit, three, clients, "createDefault", "()");
      stated(limit, three, builder, "build", "()");
    }
    try (var manager =
        new org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager()) {
      assertEquals(25, manager.getMaxTotal());
      assertEquals(5, manager.getDefaultMaxPerRoute());
    }
  }

  @Test
  void apache5AsyncWaitsForEverForTheResponse() {
    assertEquals(Timeout.DISABLED, IOReactorConfig.DEFAULT.getSoTimeout());
    String clients = "org.apache.hc.client5.http.impl.async.HttpAsyncClients";
    stated(Limit.READ, NEVER, clients, "createDefault", "()");
    stated(Limit.CONNECT, Duration.ofMinutes(3), clients, "createDefault", "()");
    stated(Limit.READ, NEVER, clients, "createHttp2Default", "()");
    String builder = "org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder";
    stated(Limit.READ, NEVER, builder, "build", "()");
  }

  /** Before 5.2 there was no ConnectionConfig: the request's default held, three minutes too. */
  @Test
  void olderApache5HasTheSameDefaults() throws Exception {
    Library old = Library.other("httpclient5-5.1");
    Object request = constant(old, "org.apache.hc.client5.http.config.RequestConfig");
    assertEquals("3 MINUTES", call(request, "getConnectTimeout").toString());
    assertEquals("3 MINUTES", call(request, "getConnectionRequestTimeout").toString());
    Object socket = constant(old, "org.apache.hc.core5.http.io.SocketConfig");
    assertEquals("3 MINUTES", call(socket, "getSoTimeout").toString());
    Object reactor = constant(old, "org.apache.hc.core5.reactor.IOReactorConfig");
    assertEquals(true, call(call(reactor, "getSoTimeout"), "isDisabled"));
  }

  @Test
  void okHttpWaitsTenSeconds() {
    OkHttpClient client = new OkHttpClient();
    assertEquals(0, client.callTimeoutMillis());
    Duration ten = Duration.ofSeconds(10);
    assertEquals(ten.toMillis(), client.connectTimeoutMillis());
    assertEquals(ten.toMillis(), client.readTimeoutMillis());
    assertEquals(ten.toMillis(), client.writeTimeoutMillis());
    for (Limit limit : new Limit[] {Limit.CONNECT, Limit.READ, Limit.WRITE}) {
      stated(limit, ten, "okhttp3.OkHttpClient", "<init>", "()");
      stated(limit, ten, "okhttp3.OkHttpClient$Builder", "build", "()");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp-3", "okhttp-5"})
  void otherOkHttpsWaitAsLong(String version) throws Exception {
    Library other = Library.other(version);
    Class<?> type = other.find("okhttp3.OkHttpClient");
    assertTrue(other.brings(type));
    Object client = type.getConstructor().newInstance();
    assertEquals(10_000, call(client, "connectTimeoutMillis"));
    assertEquals(10_000, call(client, "readTimeoutMillis"));
    assertEquals(10_000, call(client, "writeTimeoutMillis"));
    assertEquals(0, call(client, "callTimeoutMillis"));
  }

  @Test
  void poolsLendWithoutLimit() {
    GenericObjectPoolConfig<Object> config = new GenericObjectPoolConfig<>();
    assertTrue(config.getBlockWhenExhausted());
    assertEquals(Duration.ofMillis(-1), config.getMaxWaitDuration());
    assertEquals(Duration.ofMillis(-1), new GenericKeyedObjectPoolConfig<>().getMaxWaitDuration());
    assertEquals(Duration.ofMillis(-1), new JedisPoolConfig().getMaxWaitDuration());
    assertEquals(2, TimeUnit.MILLISECONDS.toSeconds(Protocol.DEFAULT_TIMEOUT));
    String pools = "org.apache.commons.pool2.impl.";
    stated(
        Limit.BORROW,
        NEVER,
        pools + "GenericObjectPool",
        "<init>",
        "(Lorg/apache/commons/pool2/PooledObjectFactory;)");
    stated(
        Limit.BORROW,
        NEVER,
        pools + "GenericKeyedObjectPool",
        "<init>",
        "(Lorg/apache/commons/pool2/KeyedPooledObjectFactory;)");
    stated(Limit.BORROW, NEVER, "redis.clients.jedis.JedisPool", "<init>", "(Ljava/lang/String;I)");
  }

  @Test
  void olderPoolsLendWithoutLimit() throws Exception {
    Library old = Library.other("commons-pool2-2.6");
    Class<?> type = old.find("org.apache.commons.pool2.impl.GenericObjectPoolConfig");
    assertTrue(old.brings(type));
    assertEquals(-1L, call(type.getConstructor().newInstance(), "getMaxWaitMillis"));
  }

  @Test
  void driversConnectWithoutLimit() {
    assertEquals(0, DriverManager.getLoginTimeout());
    stated(Limit.CONNECT, NEVER, "java.sql.DriverManager", "getConnection", "(Ljava/lang/String;)");
  }

  /** The stub says of this member that it waits as long as the library does: null for ever. */
  private static void stated(
      Limit limit, Duration expected, String type, String name, String parameters) {
    String written = waits(type, name, parameters).argument(limit.element(), "not stated");
    if (expected == null) {
      assertEquals("NEVER", written, type + "." + name + ": " + limit);
    } else {
      assertEquals(expected, Duration.parse("PT" + written), type + "." + name + ": " + limit);
    }
  }

  private static Fact waits(String type, String name, String parameters) {
    Member member = new Member(type, name, parameters + "V");
    Fact fact = Stated.contract(member).fact(Word.WAITS, Slot.RESULT);
    assertNotNull(fact, () -> "no @Waits for " + member);
    return fact;
  }

  private static Object constant(Library library, String type) throws Exception {
    Class<?> found = library.find(type);
    assertTrue(library.brings(found));
    return found.getField("DEFAULT").get(null);
  }

  private static Object call(Object receiver, String method) throws Exception {
    return receiver.getClass().getMethod(method).invoke(receiver);
  }
}
