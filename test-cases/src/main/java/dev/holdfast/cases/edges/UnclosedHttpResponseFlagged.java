package dev.holdfast.cases.edges;

import com.google.gson.Gson;
import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.apache.commons.io.IOUtils;

/** OkHttp responses that stay open: each keeps its connection out of the pool. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseFlagged implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("orders");

  private final OkHttpClient http;
  private final Gson gson = new Gson();
  private Response latest;

  UnclosedHttpResponseFlagged(OkHttpClient http) {
    this.http = http;
  }

  int readsOnlyTheStatus(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    return response.code();
  }

  boolean neverEvenNamed(Request request) throws IOException {
    return http.newCall(request).execute().isSuccessful(); // expect: UnclosedHttpResponse
  }

  void resultDropped(Request request) throws IOException {
    http.newCall(request).execute(); // expect: UnclosedHttpResponse
  }

  boolean closedOnlyOnSuccess(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    if (response.isSuccessful()) {
      response.close();
      return true;
    }
    return false;
  }

  String thrownBeforeTheBodyIsRead(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    if (!response.isSuccessful()) {
      throw new IOException("unexpected status " + response.code());
    }
    return response.body().string();
  }

  void checkedExceptionBeforeTheClose(Request request, Appendable audit) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    audit.append(response.message());
    response.close();
  }

  void closedOnlyAtTheEndOfTry(Request request, Appendable audit) {
    try {
      Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
      audit.append(response.message());
      response.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "audit failed", e);
    }
  }

  String overwrittenByTheRetry(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    int attempts = 3;
    while (response.code() == 503 && attempts-- > 0) {
      response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    }
    try (Response last = response) {
      return last.body().string();
    }
  }

  int skippedByContinue(List<Request> requests) throws IOException {
    int found = 0;
    for (Request request : requests) {
      Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
      if (response.code() == 404) {
        continue;
      }
      found++;
      response.close();
    }
    return found;
  }

  String oneBranchOfTheSwitch(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    return switch (response.code()) {
      case 200, 201 -> response.body().string();
      case 404 -> "";
      default -> {
        response.close();
        yield "failed";
      }
    };
  }

  long closesTheOtherOne(Request left, Request right) throws IOException {
    Response first = http.newCall(left).execute(); // expect: UnclosedHttpResponse
    Response second = http.newCall(right).execute(); // expect: UnclosedHttpResponse
    long difference = length(first) - length(second);
    first.close();
    return difference;
  }

  String readerOverTheBodyLeftOpen(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    BufferedReader reader = new BufferedReader(response.body().charStream());
    return reader.readLine();
  }

  Properties loadedButNotClosed(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    Properties properties = new Properties();
    properties.load(response.body().byteStream());
    return properties;
  }

  long copiedButNotClosed(Request request, OutputStream target) throws IOException {
    ResponseBody body = http.newCall(request).execute().body(); // expect: UnclosedHttpResponse
    return IOUtils.copyLarge(body.byteStream(), target);
  }

  Order boundButNotClosed(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    // unlike Jackson, Gson leaves the reader open
    return gson.fromJson(response.body().charStream(), Order.class);
  }

  int openedByAHelper(Request request) throws IOException {
    Response response = open(request); // expect: UnclosedHttpResponse
    return response.code();
  }

  int openedByAnotherClass(Request request) throws IOException {
    Response response = ResponseClosers.open(http, request); // expect: UnclosedHttpResponse
    return response.code();
  }

  String onlyDescribedByAnotherClass(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    return ResponseClosers.describe(response);
  }

  String constructorOnlyReadsIt(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    return new Summary(response).toString();
  }

  int passedThroughAGenericMethod(Request request) throws IOException {
    Response response = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    Response same = ResponseClosers.traced(response);
    return same.code();
  }

  void fieldOverwrittenWithoutClosing(Request request) throws IOException {
    latest = http.newCall(request).execute(); // possible: UnclosedHttpResponse
  }

  @Override
  public void close() {
    if (latest != null) {
      latest.close();
    }
  }

  private Response open(Request request) throws IOException {
    return http.newCall(request).execute();
  }

  private static long length(Response response) {
    return response.body() == null ? 0 : response.body().contentLength();
  }

  /** Keeps figures, not the response. */
  static final class Summary {
    private final int code;

    Summary(Response response) {
      code = response.code();
    }

    @Override
    public String toString() {
      return "status " + code;
    }
  }

  record Order(String id, long amount) {}
}
