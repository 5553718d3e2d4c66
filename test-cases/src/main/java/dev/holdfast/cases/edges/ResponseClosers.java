package dev.holdfast.cases.edges;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.http.client.methods.CloseableHttpResponse;

/** What other classes of a code base do with responses: some of it ends the duty, some does not. */
final class ResponseClosers {
  private ResponseClosers() {}

  static void closeQuietly(Response response) {
    if (response != null) {
      response.close();
    }
  }

  static void closeQuietly(CloseableHttpResponse response) {
    if (response == null) {
      return;
    }
    try {
      response.close();
    } catch (IOException ignored) {
      // nothing left to save
    }
  }

  /** Two hops away from the close. */
  static void finish(Response response) {
    closeQuietly(response);
  }

  static String describe(Response response) {
    return response.code() + " " + response.message();
  }

  /** Hands its result to the caller, duty included. */
  static Response open(OkHttpClient http, Request request) throws IOException {
    Call call = http.newCall(request);
    return call.execute();
  }

  static <T> T traced(T value) {
    return value;
  }
}
