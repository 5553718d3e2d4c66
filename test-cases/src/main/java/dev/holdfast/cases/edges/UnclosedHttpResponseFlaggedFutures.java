package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Responses that come later: out of a future, or into a callback. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseFlaggedFutures {
  private final HttpClient client;

  UnclosedHttpResponseFlaggedFutures(HttpClient client) {
    this.client = client;
  }

  int joined(HttpRequest request) {
    HttpResponse<InputStream> response =
        client
            .sendAsync(request, BodyHandlers.ofInputStream())
            .orTimeout(5, TimeUnit.SECONDS)
            .join(); // expect: UnclosedHttpResponse
    return response.statusCode();
  }

  int waitedFor(HttpRequest request) throws Exception {
    CompletableFuture<HttpResponse<InputStream>> future =
        client.sendAsync(request, BodyHandlers.ofInputStream()).orTimeout(5, TimeUnit.SECONDS);
    HttpResponse<InputStream> response =
        future.get(9, TimeUnit.SECONDS); // expect: UnclosedHttpResponse
    return response.statusCode();
  }

  Callback lostWhereItFailed(StringBuilder log) {
    return new Callback() {
      @Override
      public void onFailure(Call call, IOException failure) {
        log.append(failure);
      }

      @Override
      public void onResponse(Call call, Response response) throws IOException {
        if (response.isSuccessful()) { // expect: UnclosedHttpResponse
          log.append(response.body().string());
        }
      }
    };
  }

  Callback onlyLookedAt(StringBuilder log) {
    return new Callback() {
      @Override
      public void onFailure(Call call, IOException failure) {
        log.append(failure);
      }

      @Override
      public void onResponse(Call call, Response response) {
        log.append(response.code()); // expect: UnclosedHttpResponse
      }
    };
  }
}
