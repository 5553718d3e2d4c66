package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** Clients that keep their connections and threads because nobody closes them. */
@Accepted(
    rule = {"HttpClientPerRequest", "UnboundedResponseBody"},
    because = "shows what is closed")
final class UnclosedHttpClientFlagged implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("catalogue");

  private final HttpHost host;
  private CloseableHttpClient current;
  private CloseableHttpClient client;

  UnclosedHttpClientFlagged(HttpHost host) {
    this.host = host;
  }

  int neverClosed(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    return client.execute(host, get, response -> response.getCode());
  }

  int neverEvenNamed(HttpGet get) throws IOException {
    return HttpClients.createSystem() // expect: UnclosedHttpClient
        .execute(host, get, response -> response.getCode());
  }

  /** The response is closed, its client is not. */
  int onlyTheResponseIsClosed(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    try (ClassicHttpResponse response = client.executeOpen(host, get, null)) {
      return response.getCode();
    }
  }

  int insideTheHeaderOfItsResponse(HttpGet get) throws IOException {
    try (ClassicHttpResponse response =
        HttpClients.createDefault() // expect: UnclosedHttpClient
            .executeOpen(host, get, null)) {
      return response.getCode();
    }
  }

  int builtStepByStep(HttpGet get) throws IOException {
    HttpClientBuilder builder = HttpClientBuilder.create();
    builder.disableAutomaticRetries();
    CloseableHttpClient client = builder.build(); // expect: UnclosedHttpClient
    return client.execute(host, get, response -> response.getCode());
  }

  int closedUnlessItFails(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    int code = client.execute(host, get, response -> response.getCode());
    client.close();
    return code;
  }

  int earlyReturn(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    if (get.containsHeader("If-None-Match")) {
      return 304;
    }
    try (client) {
      return client.execute(host, get, response -> response.getCode());
    }
  }

  int closedOnlyAtTheEndOfTry(HttpGet get) {
    try {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
      int code = client.execute(host, get, response -> response.getCode());
      client.close();
      return code;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "catalogue unreachable", e);
      return -1;
    }
  }

  void replacedWhileOpen(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    if (get.containsHeader("Via")) {
      client = HttpClients.createSystem();
    }
    try (CloseableHttpClient last = client) {
      last.execute(host, get, response -> response.getCode());
    }
  }

  int oneEachTurn(List<HttpGet> gets) throws IOException {
    int found = 0;
    for (HttpGet get : gets) {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
      found += client.execute(host, get, response -> response.getCode()) == 200 ? 1 : 0;
    }
    return found;
  }

  int madeByAnotherClass(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients5.make(); // expect: UnclosedHttpClient
    return client.execute(host, get, response -> response.getCode());
  }

  String onlyDescribedByAnotherClass() {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    return HttpClients5.describe(client);
  }

  Callable<Integer> insideALambda(HttpGet get) {
    return () -> {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
      return client.execute(host, get, response -> response.getCode());
    };
  }

  int minimal(HttpGet get) throws IOException {
    MinimalHttpClient client = HttpClients.createMinimal(); // expect: UnclosedHttpClient
    return client.execute(host, get, response -> response.getCode());
  }

  int async(SimpleHttpRequest request) throws Exception {
    RequestConfig config = RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(5)).build();
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setDefaultRequestConfig(config)
            .build(); // expect: UnclosedHttpClient
    client.start();
    Future<SimpleHttpResponse> future = client.execute(request, null);
    return future.get(5, TimeUnit.SECONDS).getCode();
  }

  int ofVersionFour(org.apache.http.client.methods.HttpGet get) throws IOException {
    var limits =
        org.apache.http.client.config.RequestConfig.custom()
            .setConnectTimeout(2_000)
            .setSocketTimeout(5_000)
            .setConnectionRequestTimeout(2_000)
            .build();
    var client =
        org.apache.http.impl.client.HttpClients.custom()
            .setDefaultRequestConfig(limits)
            .build(); // expect: UnclosedHttpClient
    return client.execute(get, response -> response.getStatusLine().getStatusCode());
  }

  int droppedCollection(List<HttpGet> gets) throws IOException {
    List<CloseableHttpClient> clients = new ArrayList<>();
    for (HttpGet get : gets) {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
      client.execute(host, get, response -> response.getCode());
      clients.add(client);
    }
    return clients.size();
  }

  @SuppressWarnings("UnclosedHttpClient")
  int suppressedInTheSource(HttpGet get) throws IOException {
    CloseableHttpClient client =
        HttpClients.createDefault(); // expect@bytecode: UnclosedHttpClient — class files forget it
    return client.execute(host, get, response -> response.getCode());
  }

  void closesTheFieldOfTheSameName(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    client.execute(host, get, response -> response.getCode());
    if (this.client != null) {
      this.client.close();
    }
  }

  String handlerConsumesTheResponse(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: UnclosedHttpClient
    return client.execute(host, get, response -> EntityUtils.toString(response.getEntity()));
  }

  int outOfASupplier(HttpGet get) throws Exception {
    Callable<CloseableHttpClient> source = HttpClients::createDefault;
    CloseableHttpClient client = source.call(); // expect: UnclosedHttpClient
    return client.execute(host, get, response -> response.getCode());
  }

  int ownerNotClosed(HttpGet get) throws IOException {
    return new Probe(host).status(get); // expect: UnclosedHttpClient
  }

  void fieldReplacedWhileOpen() {
    current = HttpClients.createDefault(); // possible: UnclosedHttpClient
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }

  /** Makes its own client, and closes it where it is closed. */
  static final class Probe implements AutoCloseable {
    private final HttpHost host;
    private final CloseableHttpClient client;

    Probe(HttpHost host) {
      this.host = host;
      this.client = HttpClients.createDefault();
    }

    int status(HttpGet get) throws IOException {
      return client.execute(host, get, response -> response.getCode());
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  /** Nothing is sent through it: it may hold nothing yet. */
  org.apache.http.params.HttpParams madeForItsParameters(
      org.apache.http.impl.client.HttpClientBuilder builder) {
    org.apache.http.impl.client.CloseableHttpClient client =
        builder.build(); // possible: UnclosedHttpClient
    return client.getParams();
  }

  /** Starting what was just made refuses nothing. */
  HttpAsyncClientBuilder lostOnlyIfItDoesNotStart(HttpAsyncClientBuilder builder) {
    try {
      CloseableHttpAsyncClient client = builder.build(); // possible: UnclosedHttpClient
      client.start();
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return builder;
  }

  String lostWhereItsNameIsNoNumber(HttpAsyncClientBuilder builder, String name) {
    try {
      CloseableHttpAsyncClient client = builder.build(); // expect: UnclosedHttpClient
      client.start();
      int number = Integer.parseInt(name);
      client.close();
      return name + number;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
