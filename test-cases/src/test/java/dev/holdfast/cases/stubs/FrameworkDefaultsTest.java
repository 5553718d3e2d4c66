package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import io.lettuce.core.RedisURI;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.time.Duration;
import java.util.List;
import org.asynchttpclient.AsyncHttpClientConfig;
import org.asynchttpclient.Dsl;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.client.ClientProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;
import reactor.netty.resources.ConnectionProvider;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;

/** Holds what stubs state about frameworks against objects that the frameworks make. */
class FrameworkDefaultsTest {
  private static final Duration NEVER = null;

  @Test
  void jerseyBoundsNothing() {
    try (Client client = ClientBuilder.newClient()) {
      assertNull(client.getConfiguration().getProperty(ClientProperties.CONNECT_TIMEOUT));
      assertNull(client.getConfiguration().getProperty(ClientProperties.READ_TIMEOUT));
    }
    for (String prefix : List.of("jakarta", "javax")) {
      String builder = prefix + ".ws.rs.client.ClientBuilder";
      for (Limit limit : List.of(Limit.CONNECT, Limit.READ)) {
        stated(limit, NEVER, builder, "newClient", "()");
        stated(limit, NEVER, builder, "build", "()");
      }
    }
  }

  @Test
  void jettyClientWaitsHalfAMinute() {
    HttpClient client = new HttpClient();
    assertEquals(5_000, client.getConnectTimeout());
    assertEquals(30_000, client.getIdleTimeout());
    assertNull(waits("org.eclipse.jetty.client.HttpClient", "<init>", "()"));
  }

  /** Jetty 10 and 11 do as 12 does; 9.4 waits for a response without limit. */
  @ParameterizedTest
  @CsvSource({"jetty-9.4, 15000, 0", "jetty-11, 5000, 30000"})
  void otherJettyClients(String version, long connect, long idle) throws Exception {
    Library other = Library.other(version);
    Class<?> type = other.find("org.eclipse.jetty.client.HttpClient");
    assertTrue(other.brings(type));
    Object client = type.getConstructor().newInstance();
    assertEquals(connect, type.getMethod("getConnectTimeout").invoke(client));
    assertEquals(idle, type.getMethod("getIdleTimeout").invoke(client));
    Contract contract =
        Stated.contract(
            new Member("org.eclipse.jetty.client.HttpClient", "<init>", "()V"),
            new ReflectedProgram(other, 17));
    assertNotNull(contract.fact(Word.ACQUIRES, Slot.RESULT));
    Fact waits = contract.fact(Word.WAITS, Slot.RESULT);
    assertEquals(idle == 0, waits != null);
    if (waits != null) {
      assertEquals("NEVER", waits.argument("read", ""));
      assertEquals("15s", waits.argument("connect", ""));
    }
  }

  @Test
  void jettyServerDropsIdleConnections() {
    Duration idle = Duration.ofMillis(new ServerConnector(new Server()).getIdleTimeout());
    stated(
        Limit.READ,
        idle,
        "org.eclipse.jetty.server.ServerConnector",
        "<init>",
        "(Lorg/eclipse/jetty/server/Server;)");
  }

  @Test
  void asyncHttpClientWaitsAMinute() {
    AsyncHttpClientConfig config = Dsl.config().build();
    String dsl = "org.asynchttpclient.Dsl";
    stated(Limit.CONNECT, config.getConnectTimeout(), dsl, "asyncHttpClient", "()");
    stated(Limit.READ, config.getReadTimeout(), dsl, "asyncHttpClient", "()");
    stated(Limit.CALL, config.getRequestTimeout(), dsl, "asyncHttpClient", "()");
    assertEquals(0, config.getAcquireFreeChannelTimeout());
    assertEquals(-1, config.getMaxConnections());
  }

  @Test
  void restTemplateBoundsNothing() throws Exception {
    ClientHttpRequestFactory factory = new RestTemplate().getRequestFactory();
    assertEquals(SimpleClientHttpRequestFactory.class, factory.getClass());
    for (String field : List.of("connectTimeout", "readTimeout")) {
      var timeout = SimpleClientHttpRequestFactory.class.getDeclaredField(field);
      timeout.setAccessible(true);
      assertEquals(-1, timeout.get(factory));
    }
    String template = "org.springframework.web.client.RestTemplate";
    String simple = "org.springframework.http.client.SimpleClientHttpRequestFactory";
    for (Limit limit : List.of(Limit.CONNECT, Limit.READ)) {
      stated(limit, NEVER, template, "<init>", "()");
      stated(limit, NEVER, simple, "<init>", "()");
    }
    assertNull(
        waits(template, "<init>", "(Lorg/springframework/http/client/ClientHttpRequestFactory;)"));
  }

  @Test
  void feignWaitsAMinute() {
    feign.Request.Options options = new feign.Request.Options();
    String builder = "feign.Feign$Builder";
    String parameters = "(Ljava/lang/Class;Ljava/lang/String;)";
    stated(
        Limit.CONNECT,
        Duration.ofMillis(options.connectTimeoutMillis()),
        builder,
        "target",
        parameters);
    stated(
        Limit.READ, Duration.ofMillis(options.readTimeoutMillis()), builder, "target", parameters);
  }

  @Test
  void vertxWaitsForEver() {
    HttpClientOptions client = new HttpClientOptions();
    assertEquals(0, client.getIdleTimeout());
    assertEquals(0, client.getReadIdleTimeout());
    assertEquals(0, new HttpServerOptions().getIdleTimeout());
    String vertx = "io.vertx.core.Vertx";
    Duration connect = Duration.ofMillis(client.getConnectTimeout());
    stated(Limit.CONNECT, connect, vertx, "createHttpClient", "()");
    stated(Limit.READ, NEVER, vertx, "createHttpClient", "()");
    stated(Limit.READ, NEVER, vertx, "createHttpServer", "()");
  }

  @Test
  void reactorNettyWaitsForTheResponseForEver() {
    var client = reactor.netty.http.client.HttpClient.create();
    assertNull(client.configuration().responseTimeout());
    assertEquals(45_000, ConnectionProvider.DEFAULT_POOL_ACQUIRE_TIMEOUT);
    assertEquals(-1, ConnectionProvider.DEFAULT_POOL_MAX_IDLE_TIME);
    stated(Limit.READ, NEVER, "reactor.netty.http.client.HttpClient", "create", "()");
    stated(
        Limit.BORROW,
        Duration.ofSeconds(45),
        "reactor.netty.http.client.HttpClient",
        "create",
        "()");
    var server = reactor.netty.http.server.HttpServer.create().configuration();
    assertNull(server.idleTimeout());
    assertNull(server.readTimeout());
    assertNull(server.requestTimeout());
  }

  @Test
  void awsClientsAreBounded() {
    var defaults = SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS;
    for (String type :
        List.of(
            "apache.ApacheHttpClient",
            "urlconnection.UrlConnectionHttpClient",
            "nio.netty.NettyNioAsyncHttpClient")) {
      String name = "software.amazon.awssdk.http." + type;
      Duration connect = defaults.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT);
      stated(Limit.CONNECT, connect, name, "create", "()");
      Duration read = defaults.get(SdkHttpConfigurationOption.READ_TIMEOUT);
      stated(Limit.READ, read, name, "create", "()");
    }
  }

  @Test
  void grpcHasNoDeadline() {
    assertNull(io.grpc.CallOptions.DEFAULT.getDeadline());
    stated(
        Limit.CALL,
        NEVER,
        "io.grpc.Channel",
        "newCall",
        "(Lio/grpc/MethodDescriptor;Lio/grpc/CallOptions;)");
  }

  /** Commands are bounded; nothing to state but what lifts it. */
  @Test
  void lettuceWaitsAMinute() {
    assertEquals(Duration.ofSeconds(60), RedisURI.create("redis://localhost").getTimeout());
    assertFalse(
        Stated.contract(
                new Member(
                    "io.lettuce.core.RedisClient", "create", "()Lio/lettuce/core/RedisClient;"))
            .says(Word.WAITS, Slot.RESULT));
  }

  private static void stated(
      Limit limit, Duration expected, String type, String name, String parameters) {
    Fact fact = waits(type, name, parameters);
    assertNotNull(fact, () -> "no @Waits for " + type + "." + name);
    String written = fact.argument(limit.element(), "not stated");
    if (expected == null) {
      assertEquals("NEVER", written, type + "." + name + ": " + limit);
    } else {
      assertEquals(expected, Duration.parse("PT" + written), type + "." + name + ": " + limit);
    }
  }

  private static Fact waits(String type, String name, String parameters) {
    return Stated.contract(new Member(type, name, parameters + "V")).fact(Word.WAITS, Slot.RESULT);
  }
}
