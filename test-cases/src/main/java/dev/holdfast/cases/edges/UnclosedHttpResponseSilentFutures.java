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

/** Responses that come later, and are closed or belong to somebody else. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseSilentFutures {
  private final HttpClient client;

  UnclosedHttpResponseSilentFutures(HttpClient client) {
    this.client = client;
  }

  String joined(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<InputStream>> future =
        client.sendAsync(request, BodyHandlers.ofInputStream()).orTimeout(5, TimeUnit.SECONDS);
    try (InputStream body = future.join().body()) {
      return new String(body.readAllBytes(), "UTF-8");
    }
  }

  String waitedFor(HttpRequest request) throws Exception {
    CompletableFuture<HttpResponse<InputStream>> future =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    HttpResponse<InputStream> response = future.get(9, TimeUnit.SECONDS);
    try (InputStream body = response.body()) {
      return response.statusCode() + new String(body.readAllBytes(), "UTF-8");
    }
  }

  int wholeInMemory(HttpRequest request) {
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .orTimeout(5, TimeUnit.SECONDS)
        .join()
        .statusCode();
  }

  CompletableFuture<HttpResponse<InputStream>> leftToTheCaller(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofInputStream());
  }

  int ofAnybody(CompletableFuture<HttpResponse<InputStream>> future) {
    return future.orTimeout(5, TimeUnit.SECONDS).join().statusCode();
  }

  Callback closed(StringBuilder log) {
    return new Callback() {
      @Override
      public void onFailure(Call call, IOException failure) {
        log.append(failure);
      }

      @Override
      public void onResponse(Call call, Response response) throws IOException {
        try (response) {
          log.append(response.isSuccessful() ? response.body().string() : response.message());
        }
      }
    };
  }

  Callback handedOn(CompletableFuture<Response> future) {
    return new Callback() {
      @Override
      public void onFailure(Call call, IOException failure) {
        future.completeExceptionally(failure);
      }

      @Override
      public void onResponse(Call call, Response response) {
        if (call.isCanceled()) {
          response.close();
          return;
        }
        future.complete(response);
      }
    };
  }

  /** Wraps another callback, to which the response then belongs. */
  Callback counting(Callback wrapped, StringBuilder log) {
    return new Callback() {
      @Override
      public void onFailure(Call call, IOException failure) {
        wrapped.onFailure(call, failure);
      }

      @Override
      public void onResponse(Call call, Response response) throws IOException {
        log.append(response.code());
        wrapped.onResponse(call, response);
      }
    };
  }
}
