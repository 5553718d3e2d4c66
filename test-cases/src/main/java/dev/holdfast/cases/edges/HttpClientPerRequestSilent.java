package dev.holdfast.cases.edges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.holdfast.annotations.Accepted;
import dev.holdfast.annotations.Lives;
import dev.holdfast.annotations.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.web.client.RestTemplate;

/** Clients that are made once, or that must be made anew. */
@Accepted(
    rule = {"MissingHttpTimeout", "UnboundedWait", "UnclosedHttpClient", "UnboundedResponseBody"},
    because = "shows how often clients are made")
final class HttpClientPerRequestSilent {
  private static final OkHttpClient SHARED = new OkHttpClient();
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, OkHttpClient> byTenant = new HashMap<>();
  private OkHttpClient lazy;
  private int status;

  HttpClientPerRequestSilent(HttpRequest first) throws Exception {
    HttpClient once = HttpClient.newHttpClient();
    status = once.send(first, BodyHandlers.discarding()).statusCode();
  }

  String shared(Request request) throws IOException {
    try (Response response = SHARED.newCall(request).execute()) {
      return response.body().string();
    }
  }

  int fieldOfTheOwner(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  String madeOnFirstUse(Request request) throws IOException {
    if (lazy == null) {
      lazy = new OkHttpClient();
    }
    try (Response response = lazy.newCall(request).execute()) {
      return response.body().string();
    }
  }

  String derivedFromAnother(Request request) throws IOException {
    OkHttpClient patient = SHARED.newBuilder().readTimeout(LIMIT).build();
    try (Response response = patient.newCall(request).execute()) {
      return response.body().string();
    }
  }

  String derivedFromTheCallers(OkHttpClient parent, Request request) throws IOException {
    OkHttpClient.Builder builder = parent.newBuilder();
    builder.readTimeout(LIMIT);
    OkHttpClient patient = builder.build();
    try (Response response = patient.newCall(request).execute()) {
      return response.body().string();
    }
  }

  OkHttpClient factory() {
    return new OkHttpClient.Builder().callTimeout(LIMIT).build();
  }

  String oneForEachTenant(String tenant, Request request) throws IOException {
    OkHttpClient own = byTenant.computeIfAbsent(tenant, key -> new OkHttpClient());
    try (Response response = own.newCall(request).execute()) {
      return response.body().string();
    }
  }

  String keptForTheNext(String tenant, Request request) throws IOException {
    OkHttpClient own = byTenant.get(tenant);
    if (own == null) {
      own = new OkHttpClient();
      byTenant.put(tenant, own);
    }
    try (Response response = own.newCall(request).execute()) {
      return response.body().string();
    }
  }

  Gateway handedToItsOwner() {
    return new Gateway(new OkHttpClient());
  }

  static final class Gateway {
    private final OkHttpClient client;

    Gateway(OkHttpClient client) {
      this.client = client;
    }

    Response get(Request request) throws IOException {
      return client.newCall(request).execute();
    }
  }

  int oneForTheWholeBatch(HttpHost host, List<HttpGet> gets) throws IOException {
    int found = 0;
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      for (HttpGet get : gets) {
        found += client.execute(host, get, response -> response.getCode()) == 200 ? 1 : 0;
      }
    }
    return found;
  }

  int madeBeforeTheFirstTurnThatNeedsIt(HttpHost host, List<HttpGet> gets) throws IOException {
    CloseableHttpClient client = null;
    int found = 0;
    try {
      for (HttpGet get : gets) {
        if (client == null) {
          client = HttpClients.createDefault();
        }
        found += client.execute(host, get, response -> response.getCode()) == 200 ? 1 : 0;
      }
    } finally {
      if (client != null) {
        client.close();
      }
    }
    return found;
  }

  List<OkHttpClient> severalForOthers(int count) {
    List<OkHttpClient> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new OkHttpClient());
    }
    return all;
  }

  /** Says nothing about how often it is called. */
  int syncAll() throws Exception {
    HttpClient own = HttpClient.newHttpClient();
    URI orders = URI.create("http://orders/");
    HttpRequest request = HttpRequest.newBuilder(orders).timeout(LIMIT).build();
    return own.send(request, BodyHandlers.discarding()).statusCode();
  }

  int fansOutAndWaits(List<Callable<Integer>> tasks) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      return executor.invokeAll(tasks, 5, TimeUnit.SECONDS).size();
    } finally {
      executor.shutdownNow();
    }
  }

  int endsInTime(Callable<Integer> task, int seconds) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      return executor.submit(task).get(seconds, TimeUnit.SECONDS);
    } finally {
      executor.shutdownNow();
    }
  }

  <R> R withClient(Function<OkHttpClient, R> use) {
    return use.apply(new OkHttpClient());
  }

  @Lives(Scope.START)
  void warmUp() throws Exception {
    HttpClient once = HttpClient.newHttpClient();
    for (String path : List.of("orders", "prices")) {
      URI uri = URI.create("http://orders/" + path);
      once.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), BodyHandlers.discarding());
    }
  }

  void initialise(HttpRequest settings) throws Exception {
    HttpClient once = HttpClient.newHttpClient();
    status = once.send(settings, BodyHandlers.discarding()).statusCode();
  }

  @Accepted(rule = "HttpClientPerRequest", because = "runs once a day")
  int acceptedByTheTeam(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Made when the program starts. */
  static final class Beans {
    @Lives(Scope.START)
    RestTemplate template() {
      return new RestTemplate();
    }

    @Lives(Scope.START)
    String version(HttpRequest request) throws Exception {
      HttpClient once = HttpClient.newHttpClient();
      return once.send(request, BodyHandlers.ofString()).body();
    }
  }

  /** The client is its field. */
  static final class Health implements HttpHandler {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
      Request ping = new Request.Builder().url("http://orders/ping").build();
      try (Response response = client.newCall(ping).execute()) {
        exchange.sendResponseHeaders(response.code(), -1);
      }
    }
  }

  /** A command: it makes its client, and ends. */
  static final class Command {
    public static void main(String[] args) throws Exception {
      HttpClient client = HttpClient.newHttpClient();
      for (String address : args) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
        client.send(request, BodyHandlers.discarding());
      }
    }
  }
}
