package dev.holdfast.cases.edges;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.annotations.Accepted;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.web.client.RestTemplate;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Clients that serve one request and are thrown away, connections and all. */
@Accepted(
    rule = {
      "MissingHttpTimeout",
      "UnboundedPoolWait",
      "MissingServerTimeout",
      "UnboundedWait",
      "UnboundedResponseBody"
    },
    because = "shows what is made too often")
final class HttpClientPerRequestFlagged {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpHost host;

  HttpClientPerRequestFlagged(HttpHost host) {
    this.host = host;
  }

  String oneEachCall(Request request) throws IOException {
    OkHttpClient client = new OkHttpClient(); // expect: HttpClientPerRequest
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  String neverEvenNamed(String path) throws IOException {
    Request request = new Request.Builder().url("http://orders/" + path).build();
    Call call = new OkHttpClient().newCall(request); // expect: HttpClientPerRequest
    try (Response response = call.execute()) {
      return response.body().string();
    }
  }

  int configuredTheSameEachTime(String id) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build(); // expect: HttpClientPerRequest
    URI order = URI.create("http://orders/" + id);
    HttpRequest request = HttpRequest.newBuilder(order).timeout(LIMIT).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  int closedEachTime(HttpGet get) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) { // expect: HttpClientPerRequest
      return client.execute(host, get, response -> response.getCode());
    }
  }

  int filledStepByStep(String json) throws IOException {
    HttpPost post = new HttpPost("http://orders/");
    post.setEntity(new StringEntity(json));
    try (CloseableHttpClient client = HttpClients.createSystem()) { // expect: HttpClientPerRequest
      return client.execute(host, post, response -> response.getCode());
    }
  }

  void inEveryTurn(List<URI> orders) throws Exception {
    for (URI order : orders) {
      HttpClient client = HttpClient.newHttpClient(); // expect: HttpClientPerRequest
      client.send(HttpRequest.newBuilder(order).timeout(LIMIT).build(), BodyHandlers.discarding());
    }
  }

  void untilItAnswers(HttpRequest ping) throws Exception {
    int status = 0;
    while (status != 200) {
      HttpClient client = HttpClient.newHttpClient(); // expect: HttpClientPerRequest
      status = client.send(ping, BodyHandlers.discarding()).statusCode();
    }
  }

  int retriedThroughOne(HttpRequest request) throws Exception {
    HttpClient client = HttpClient.newHttpClient(); // expect: HttpClientPerRequest
    for (int attempt = 1; attempt < 3; attempt++) {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status < 500) {
        return status;
      }
    }
    return 503;
  }

  void forEachOfThem(List<Request> requests) {
    requests.forEach(
        request -> {
          OkHttpClient client = new OkHttpClient(); // expect: HttpClientPerRequest
          try (Response response = client.newCall(request).execute()) {
            response.body().close();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  String madeByAHelper(Request request) throws IOException {
    OkHttpClient client = newClient(); // expect: HttpClientPerRequest
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  private static OkHttpClient newClient() {
    return new OkHttpClient.Builder().callTimeout(LIMIT).build();
  }

  int usedByAHelper(HttpRequest request) throws Exception {
    HttpClient client = HttpClient.newHttpClient(); // expect: HttpClientPerRequest
    return send(client, request);
  }

  private static int send(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  Order template(String id) {
    RestTemplate template = new RestTemplate(); // expect: HttpClientPerRequest
    return template.getForObject("http://orders/{id}", Order.class, id);
  }

  record Order(String id) {}

  String pool(String key) {
    try (JedisPool pool = new JedisPool("cache", 6379); // expect: HttpClientPerRequest
        Jedis jedis = pool.getResource()) {
      return jedis.get(key);
    }
  }

  String poolOfItsOwn(Request request) throws IOException {
    ConnectionPool pool = new ConnectionPool(5, 1, TimeUnit.MINUTES);
    OkHttpClient client =
        new OkHttpClient.Builder().connectionPool(pool).build(); // expect: HttpClientPerRequest
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  /** Whether the caller's proxy is always the same, nobody here can tell. */
  int throughTheCallersProxy(java.net.ProxySelector proxy, HttpRequest request) throws Exception {
    HttpClient client =
        HttpClient.newBuilder().proxy(proxy).build(); // possible: HttpClientPerRequest
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Nothing of the request is sent on, and still each one makes a client. */
  static final class Health implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
      OkHttpClient client = new OkHttpClient(); // expect: HttpClientPerRequest
      Request ping = new Request.Builder().url("http://orders/ping").build();
      try (Response response = client.newCall(ping).execute()) {
        exchange.sendResponseHeaders(response.code(), -1);
      }
    }
  }

  static void handlerIsALambda(HttpServer server) {
    server.createContext(
        "/health",
        exchange -> {
          OkHttpClient client = new OkHttpClient(); // expect: HttpClientPerRequest
          Request ping = new Request.Builder().url("http://orders/ping").build();
          try (Response response = client.newCall(ping).execute()) {
            exchange.sendResponseHeaders(response.code(), -1);
          }
        });
  }

  /** Its executors live for a request each. */
  static final class Prices extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient List<Callable<Integer>> sources;

    Prices(List<Callable<Integer>> sources) {
      this.sources = sources;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      ExecutorService executor = Executors.newFixedThreadPool(4); // expect: HttpClientPerRequest
      try {
        response.getWriter().println(sum(executor.invokeAll(sources)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        executor.shutdownNow();
      }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
      refresh();
    }

    private void refresh() {
      BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(100);
      var own = new ThreadPoolExecutor(2, 2, 1, SECONDS, queue); // expect: HttpClientPerRequest
      try {
        own.invokeAll(sources, 5, SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        own.shutdownNow();
      }
    }

    private static int sum(List<Future<Integer>> all) {
      return new ArrayList<>(all).size();
    }
  }

  static void executorInEveryTurn(List<List<Callable<Integer>>> batches) throws Exception {
    for (List<Callable<Integer>> batch : batches) {
      ExecutorService executor = Executors.newCachedThreadPool(); // expect: HttpClientPerRequest
      try {
        executor.invokeAll(batch, 5, SECONDS);
      } finally {
        executor.shutdownNow();
      }
    }
  }

  Callable<String> inAClassWithoutAName(Request request) {
    return new Callable<>() {
      @Override
      public String call() throws IOException {
        OkHttpClient client = new OkHttpClient(); // expect: HttpClientPerRequest
        try (Response response = client.newCall(request).execute()) {
          return response.body().string();
        }
      }
    };
  }
}
