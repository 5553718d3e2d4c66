package dev.holdfast.cases.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.annotations.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.apache.commons.io.IOUtils;

/** OkHttp responses that are closed, consumed or passed on. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseSilent {
  private final OkHttpClient http;
  private final ObjectMapper json;

  UnclosedHttpResponseSilent(OkHttpClient http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  String tryWithResources(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return response.header("ETag");
    }
  }

  String tryWithResourcesOnAnEarlierLocal(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    try (response) {
      return response.header("ETag");
    }
  }

  String tryWithResourcesOnTheBody(Request request) throws IOException {
    try (ResponseBody body = http.newCall(request).execute().body()) {
      return body.string();
    }
  }

  int tryWithResourcesOnTheStream(Request request) throws IOException {
    try (InputStream in = http.newCall(request).execute().body().byteStream()) {
      return in.read();
    }
  }

  String tryWithResourcesOnAWrapper(Request request) throws IOException {
    try (var lines = new BufferedReader(http.newCall(request).execute().body().charStream())) {
      return lines.readLine();
    }
  }

  String twoResourcesInOneHeader(Request request) throws IOException {
    try (Response response = http.newCall(request).execute();
        ResponseBody body = response.body()) {
      return body == null ? "" : body.string();
    }
  }

  boolean closedInFinally(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    try {
      return response.isSuccessful();
    } finally {
      response.close();
    }
  }

  boolean assignedInTryClosedInFinally(Request request) throws IOException {
    Response response = null;
    try {
      response = http.newCall(request).execute();
      return response.isSuccessful();
    } finally {
      if (response != null) {
        response.close();
      }
    }
  }

  boolean declaredWithoutInitialiser(Request request, boolean head) throws IOException {
    Response response;
    if (head) {
      response = http.newCall(request.newBuilder().head().build()).execute();
    } else {
      response = http.newCall(request).execute();
    }
    try {
      return response.isSuccessful();
    } finally {
      response.close();
    }
  }

  boolean guardedByObjectsNonNull(Request request) throws IOException {
    Response response = null;
    try {
      response = http.newCall(request).execute();
      return response.isRedirect();
    } finally {
      if (Objects.nonNull(response)) {
        response.close();
      }
    }
  }

  boolean closedThroughAnOptional(Request request) throws IOException {
    Response response = null;
    try {
      response = http.newCall(request).execute();
      return response.isRedirect();
    } finally {
      Optional.ofNullable(response).ifPresent(Response::close);
    }
  }

  int parameterIsTheCallers(Response response) {
    return response.code();
  }

  String maybeNoResponseAtAll(Request request, boolean online) throws IOException {
    Response response = online ? http.newCall(request).execute() : null;
    if (response == null) {
      return "";
    }
    return response.body().string();
  }

  String bodyStringConsumes(Request request) throws IOException {
    return http.newCall(request).execute().body().string();
  }

  JsonNode streamHandedToTheMapper(Request request) throws IOException {
    // the mapper closes the source it was given, on success and on failure
    return json.readTree(http.newCall(request).execute().body().byteStream());
  }

  Response returnedToTheCaller(Request request) throws IOException {
    return http.newCall(request).execute();
  }

  InputStream streamReturnedToTheCaller(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    return response.body().byteStream();
  }

  boolean closedByAPrivateMethod(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    try {
      return response.isSuccessful();
    } finally {
      discard(response);
    }
  }

  boolean closedTwoHopsAwayInAnotherClass(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    try {
      return response.isSuccessful();
    } finally {
      ResponseClosers.finish(response);
    }
  }

  boolean closedQuietlyByALibrary(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    try {
      return response.isSuccessful();
    } finally {
      IOUtils.closeQuietly(response);
    }
  }

  /** Closes what it opened when it fails, and only then. */
  Response factoryClosesOnError(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    boolean ok = false;
    try {
      if (response.body().contentLength() == 0) {
        throw new IOException("empty body");
      }
      ok = true;
      return response;
    } finally {
      if (!ok) {
        response.close();
      }
    }
  }

  Response factoryClosesAndRethrows(Request request, Appendable audit) throws IOException {
    Response response = http.newCall(request).execute();
    try {
      audit.append(response.message());
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
    return response;
  }

  long collectedAndClosedInALoop(List<Request> requests) throws IOException {
    List<Response> responses = new ArrayList<>();
    try {
      for (Request request : requests) {
        responses.add(http.newCall(request).execute());
      }
      return responses.stream().filter(Response::isSuccessful).count();
    } finally {
      for (Response response : responses) {
        response.close();
      }
    }
  }

  String closedBeforeTheNextAttempt(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    for (int attempt = 0; attempt < 3 && response.code() == 503; attempt++) {
      response.close();
      response = http.newCall(request).execute();
    }
    try (Response last = response) {
      return last.message();
    }
  }

  String everyBranchOfTheSwitch(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    return switch (response.code()) {
      case 200, 201 -> response.body().string();
      default -> {
        response.close();
        yield "failed";
      }
    };
  }

  void callbackClosesWhatItGets(Request request, CompletableFuture<String> result) {
    http.newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                result.completeExceptionally(e);
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  result.complete(response.message());
                }
              }
            });
  }

  <R> R templateMethod(Request request, Function<Response, R> use) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return use.apply(response);
    }
  }

  private static void discard(Response response) {
    response.close();
  }
}
