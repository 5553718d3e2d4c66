package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.commons.io.IOUtils;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Clients that are closed, passed on, kept for the process, or need no closing. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what is closed")
final class UnclosedHttpClientSilent {
  private static final CloseableHttpClient SHARED = HttpClients.createDefault();

  private final HttpHost host;

  UnclosedHttpClientSilent(HttpHost host) {
    this.host = host;
  }

  int tryWithResources(HttpGet get) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      return client.execute(host, get, response -> response.getCode());
    }
  }

  int clientAndResponseInOneHeader(HttpGet get) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault();
        ClassicHttpResponse response = client.executeOpen(host, get, null)) {
      return response.getCode();
    }
  }

  int closedByAHelperForMany(HttpGet get) throws IOException {
    CloseableHttpClient one = null;
    CloseableHttpClient other = null;
    try {
      one = HttpClients.createDefault();
      other = HttpClients.createSystem();
      return one.execute(host, get, response -> response.getCode())
          + other.execute(host, get, response -> response.getCode());
    } finally {
      closeAll(one, other);
    }
  }

  private static void closeAll(Closeable... all) {
    for (Closeable one : all) {
      if (one != null) {
        IOUtils.closeQuietly(one);
      }
    }
  }

  int closedByAHelperForLists(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    try {
      return client.execute(host, get, response -> response.getCode());
    } finally {
      closeEach(List.of(client));
    }
  }

  private static void closeEach(List<? extends Closeable> all) throws IOException {
    for (Closeable one : all) {
      one.close();
    }
  }

  int ownerClosed(HttpGet get) throws IOException {
    try (UnclosedHttpClientFlagged.Probe probe = new UnclosedHttpClientFlagged.Probe(host)) {
      return probe.status(get);
    }
  }

  int closedInFinally(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    try {
      return client.execute(host, get, response -> response.getCode());
    } finally {
      client.close();
    }
  }

  int closedGracefully(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    try {
      return client.execute(host, get, response -> response.getCode());
    } finally {
      client.close(CloseMode.GRACEFUL);
    }
  }

  int guardedByNull(HttpGet get) throws IOException {
    CloseableHttpClient client = null;
    try {
      client = HttpClients.createDefault();
      return client.execute(host, get, response -> response.getCode());
    } finally {
      if (client != null) {
        client.close();
      }
    }
  }

  int closedByAnotherClass(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients5.make();
    try {
      return client.execute(host, get, response -> response.getCode());
    } finally {
      HttpClients5.closeQuietly(client);
    }
  }

  int closedQuietlyByALibrary(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    try {
      return client.execute(host, get, response -> response.getCode());
    } finally {
      IOUtils.closeQuietly(client);
    }
  }

  CloseableHttpClient returnedToTheCaller() {
    return HttpClients.custom().disableRedirectHandling().build();
  }

  CloseableHttpClient closedOnErrorReturnedOnSuccess(HttpGet probe) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    try {
      client.execute(host, probe, response -> response.getCode());
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
    return client;
  }

  CloseableHttpClient flagTellsWhetherReturned(HttpGet probe) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    boolean ok = false;
    try {
      client.execute(host, probe, response -> response.getCode());
      ok = true;
      return client;
    } finally {
      if (!ok) {
        client.close();
      }
    }
  }

  int collectedAndClosedInALoop(List<HttpGet> gets) throws IOException {
    List<CloseableHttpClient> clients = new ArrayList<>();
    try {
      for (HttpGet get : gets) {
        CloseableHttpClient client = HttpClients.createDefault();
        clients.add(client);
        client.execute(host, get, response -> response.getCode());
      }
      return clients.size();
    } finally {
      for (CloseableHttpClient client : clients) {
        HttpClients5.closeQuietly(client);
      }
    }
  }

  int constantOfTheProcess(HttpGet get) throws IOException {
    return SHARED.execute(host, get, response -> response.getCode());
  }

  int constantOfAnEnum(HttpGet get) throws IOException {
    return Backend.ORDERS.client.execute(host, get, response -> response.getCode());
  }

  int heldBySomebodyElse(HttpClient client, HttpGet get) throws IOException {
    return client.execute(host, get, response -> response.getCode());
  }

  Closeable closedByTheReturnedObject() {
    CloseableHttpClient client = HttpClients.createDefault();
    return () -> client.close();
  }

  Gateway ownedByTheReturnedObject() {
    return new Gateway(HttpClients.createDefault());
  }

  void closedWhenTheProcessEnds() {
    CloseableHttpClient client = HttpClients.createDefault();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> IOUtils.closeQuietly(client)));
  }

  @Accepted(rule = "UnclosedHttpClient", because = "the command ends right after")
  int acceptedByTheTeam(HttpGet get) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault();
    return client.execute(host, get, response -> response.getCode());
  }

  <R> R templateMethod(Function<CloseableHttpClient, R> use) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      return use.apply(client);
    }
  }

  int async(SimpleHttpRequest request) throws Exception {
    try (CloseableHttpAsyncClient client = bounded().build()) {
      client.start();
      return client.execute(request, null).get(5, TimeUnit.SECONDS).getCode();
    }
  }

  /** Idles out by itself. */
  int okHttp(Request request) throws IOException {
    OkHttpClient client = new OkHttpClient();
    try (Response response = client.newCall(request).execute()) {
      return response.code();
    }
  }

  int derivedFromAnother(OkHttpClient parent, Request request) throws IOException {
    OkHttpClient patient = parent.newBuilder().readTimeout(60, TimeUnit.SECONDS).build();
    try (Response response = patient.newCall(request).execute()) {
      return response.code();
    }
  }

  private static HttpAsyncClientBuilder bounded() {
    return HttpAsyncClients.custom()
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(5)).build());
  }

  /** One client each, for as long as the process runs. */
  enum Backend {
    ORDERS,
    PAYMENTS;

    final CloseableHttpClient client = HttpClients.createDefault();
  }

  /** Takes over what it is given. */
  static final class Gateway implements Closeable {
    private final CloseableHttpClient client;

    Gateway(CloseableHttpClient client) {
      this.client = client;
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  /** Makes its client on first use and closes it when stopped. */
  static final class Lazy {
    private CloseableHttpClient client;

    synchronized CloseableHttpClient client() {
      if (client == null) {
        client = HttpClients.createDefault();
      }
      return client;
    }

    synchronized void stop() throws IOException {
      if (client != null) {
        client.close();
        client = null;
      }
    }
  }

  /** Replaces its client, closing the old one first. */
  static final class Reloadable implements Closeable {
    private CloseableHttpClient client = HttpClients.createDefault();

    synchronized void reload() throws IOException {
      client.close();
      client = HttpClients.createDefault();
    }

    @Override
    public synchronized void close() throws IOException {
      client.close();
    }
  }
}
