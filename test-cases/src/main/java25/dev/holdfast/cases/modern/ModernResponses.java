package dev.holdfast.cases.modern;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Responses and requests in switches, generic records and nested functions. */
final class ModernResponses {
  private final OkHttpClient http;

  ModernResponses(OkHttpClient http) {
    this.http = http;
  }

  String closedInEveryCase(Request request) throws IOException {
    return switch (http.newCall(request).execute()) {
      case Response found when found.isSuccessful() -> found.body().string();
      case Response other -> {
        try (other) {
          yield other.message();
        }
      }
    };
  }

  String closedInOneCase(Request request) throws IOException {
    return switch (http.newCall(request).execute()) { // expect: UnclosedHttpResponse
      case Response found when found.code() == 200 -> found.body().string();
      case Response other -> other.message();
    };
  }

  int unnamedResource(Request request) throws IOException {
    try (Response _ = http.newCall(request).execute()) {
      return 1;
    }
  }

  int unnamedVariable(Request request) throws IOException {
    Response _ = http.newCall(request).execute(); // expect: UnclosedHttpResponse
    return 0;
  }

  Fetched<Response> returnedInsideAGenericRecord(Request request) throws IOException {
    return new Fetched<>(http.newCall(request).execute(), System.nanoTime());
  }

  /** The caller's value decides whether there is a limit: configured, not forgotten. */
  HttpRequest limitIfTheCallerHasOne(URI uri, Object hurry) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    switch (hurry) {
      case Duration limit -> builder.timeout(limit);
      case Long seconds when seconds > 0 -> builder.timeout(Duration.ofSeconds(seconds));
      case null, default -> builder.header("Priority", "low");
    }
    return builder.build();
  }

  HttpRequest limitInOneCase(URI uri, Object body) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    switch (body) {
      case String text -> builder.POST(HttpRequest.BodyPublishers.ofString(text));
      case null, default -> builder.timeout(Duration.ofSeconds(5));
    }
    return builder.build(); // expect: MissingHttpTimeout
  }

  HttpClient limitInEveryCase(Object hurry) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    switch (hurry) {
      case Duration limit -> builder.connectTimeout(limit);
      case null, default -> builder.connectTimeout(Duration.ofSeconds(30));
    }
    return builder.build();
  }

  record Fetched<T>(T value, long at) {}
}
