package dev.holdfast.cases.incidents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.cases.loopback.Allocation;
import dev.holdfast.cases.loopback.Upstream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An order aggregation service ran out of memory 4 hours and 12 minutes after its first start.
 *
 * <p>The limit was 512 MiB, the peak 623. Connections that nobody closed held the memory: 142 lines
 * of execution had become 2,841, and 48,219 live objects 312,654. On top came trees of untyped maps
 * (at one level of nesting 12.4 MB for 100,000 bodies, at three 41.7 MB), which also broke on the
 * first body that had another shape than expected.
 */
public final class FirstDayOutOfMemory {
  private static final int MOST_CHARS = 1 << 20;

  private FirstDayOutOfMemory() {}

  /** A client each time, a response left behind, a map to read from. */
  static final class Before {
    private final ObjectMapper json = new ObjectMapper();
    private final CloseableHttpClient shared;

    Before(CloseableHttpClient shared) {
      this.shared = shared;
    }

    String orders(HttpHost host, URI uri) throws IOException, ParseException {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
      try (ClassicHttpResponse response = client.executeOpen(host, new HttpGet(uri), null)) {
        return EntityUtils.toString(response.getEntity()); // possible: UnboundedResponseBody
      }
    }

    boolean isUp(HttpHost host, URI uri) throws IOException {
      HttpGet get = new HttpGet(uri);
      ClassicHttpResponse response =
          shared.executeOpen(host, get, null); // expect: UnclosedHttpResponse
      return response.getCode() == 200;
    }

    int amount(String body) throws JsonProcessingException {
      Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
      Map<?, ?> total = (Map<?, ?>) order.get("total");
      return (Integer) total.get("amount");
    }
  }

  /** One client with bounds, closed by its owner; a record to read from. */
  static final class After implements Closeable {
    private static final ObjectMapper JSON =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;

    After() {
      connections =
          PoolingHttpClientConnectionManagerBuilder.create()
              .setMaxConnTotal(20)
              .setMaxConnPerRoute(20)
              .setDefaultConnectionConfig(
                  ConnectionConfig.custom()
                      .setConnectTimeout(Timeout.ofSeconds(5))
                      .setSocketTimeout(Timeout.ofSeconds(10))
                      .setTimeToLive(TimeValue.ofMinutes(5))
                      .build())
              .build();
      client =
          HttpClients.custom()
              .setConnectionManager(connections)
              .setDefaultRequestConfig(
                  RequestConfig.custom()
                      .setConnectionRequestTimeout(Timeout.ofSeconds(2))
                      .setResponseTimeout(Timeout.ofSeconds(10))
                      .build())
              .evictIdleConnections(TimeValue.ofSeconds(30))
              .build();
    }

    String orders(HttpHost host, URI uri) throws IOException {
      return client.execute(
          host,
          new HttpGet(uri),
          response ->
              EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8, MOST_CHARS));
    }

    boolean isUp(HttpHost host, URI uri) throws IOException {
      return client.execute(host, new HttpGet(uri), response -> response.getCode() == 200);
    }

    int amount(String body) throws JsonProcessingException {
      return JSON.readValue(body, Order.class).total().amount();
    }

    int leased() {
      return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() throws IOException {
      client.close();
    }

    record Order(String id, Total total) {}

    record Total(int amount, String currency) {}
  }

  /** Twenty calls on each side, then as many health checks as the pool has connections. */
  public static Figures reproduce() throws Exception {
    String wrong = "{\"id\": \"o-1\",\n \"total\": \"12 NOK\"}";
    try (Upstream upstream = Upstream.answering("{\"id\": \"o-1\"}");
        Upstream mended = Upstream.answering("{\"id\": \"o-1\"}");
        var connections = new PoolingHttpClientConnectionManager();
        CloseableHttpClient shared = impatient(connections);
        After after = new After()) {
      Before before = new Before(shared);
      for (int i = 0; i < 20; i++) {
        before.orders(host(upstream), upstream.uri("/orders"));
        after.orders(host(mended), mended.uri("/orders"));
      }
      int openedBefore = upstream.accepted();
      for (int i = 0; i < connections.getDefaultMaxPerRoute(); i++) {
        before.isUp(host(upstream), upstream.uri("/health"));
        after.isUp(host(mended), mended.uri("/health"));
      }
      return new Figures(
          openedBefore,
          mended.accepted(),
          connections.getTotalStats().getLeased(),
          after.leased(),
          Allocation.complaint(() -> before.isUp(host(upstream), upstream.uri("/health"))),
          Allocation.complaint(() -> before.amount(wrong)),
          Allocation.complaint(() -> after.amount(wrong)));
    }
  }

  /** Complains of an exhausted pool after 50 ms instead of 3 minutes. */
  private static CloseableHttpClient impatient(PoolingHttpClientConnectionManager connections) {
    RequestConfig config =
        RequestConfig.custom().setConnectionRequestTimeout(Timeout.ofMilliseconds(50)).build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(config)
        .build();
  }

  private static HttpHost host(Upstream upstream) {
    return new HttpHost("http", upstream.host(), upstream.port());
  }

  /**
   * What {@link #reproduce()} measured.
   *
   * @param openedBefore connections opened for twenty calls by twenty clients
   * @param openedAfter the same for everything one shared client did
   * @param leasedBefore connections never given back by the health checks
   * @param leasedAfter the same with the responses closed
   * @param nextCheckBefore what one more health check gets from the exhausted pool
   * @param complaintBefore what a body of another shape gives with a map
   * @param complaintAfter the same with a record
   */
  public record Figures(
      int openedBefore,
      int openedAfter,
      int leasedBefore,
      int leasedAfter,
      String nextCheckBefore,
      String complaintBefore,
      String complaintAfter) {}
}
