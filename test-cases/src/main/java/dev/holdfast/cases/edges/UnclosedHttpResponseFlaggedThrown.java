package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.apache.http.HttpEntity;
import org.apache.http.client.ResponseHandler;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;

/** Responses that a callee closes with one exception and leaves open with another. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseFlaggedThrown implements Interceptor {
  private final CloseableHttpClient client;

  UnclosedHttpResponseFlaggedThrown(CloseableHttpClient client) {
    this.client = client;
  }

  /** Handles the response and disposes of it on every way out. */
  private static final class Reply {
    private final CloseableHttpResponse response;
    private boolean consumed;

    Reply(CloseableHttpResponse response) {
      this.response = response;
    }

    <T> T handle(ResponseHandler<T> handler) throws IOException {
      if (consumed) {
        throw new IllegalStateException("consumed already");
      }
      try {
        return handler.handleResponse(response);
      } finally {
        dispose();
      }
    }

    private void dispose() throws IOException {
      try {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? null : entity.getContent();
        if (content != null) {
          content.close();
        }
      } finally {
        consumed = true;
        response.close();
      }
    }
  }

  private Reply reply(HttpGet get) throws IOException {
    return new Reply(client.execute(get));
  }

  /** Whether its wrapper closes it in all cases is not for certain. */
  <T> void disposedByItsWrapper(
      HttpGet get, ResponseHandler<T> handler, CompletableFuture<T> future) {
    try {
      Reply reply = reply(get); // possible: UnclosedHttpResponse
      future.complete(reply.handle(handler));
    } catch (Exception e) {
      future.completeExceptionally(e);
    }
  }

  /** Reading closes the body, also where it fails; the missing type leaves it open. */
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request()); // expect: UnclosedHttpResponse
    return copied(response);
  }

  private static Response copied(Response response) throws IOException {
    ResponseBody body = response.body();
    MediaType type =
        Optional.ofNullable(body)
            .map(ResponseBody::contentType)
            .orElseThrow(() -> new IllegalArgumentException("no content type"));
    return response.newBuilder().body(ResponseBody.create(body.string(), type)).build();
  }
}
