package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Responses that a callee closes whatever it throws. */
@Accepted(rule = "UnboundedResponseBody", because = "shows what is closed")
final class UnclosedHttpResponseSilentThrown implements Interceptor {
  /** Reading closes the body, also where it fails. */
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return copied(response);
  }

  private static Response copied(Response response) throws IOException {
    ResponseBody body = response.body();
    MediaType type = body.contentType();
    return response.newBuilder().body(ResponseBody.create(body.string(), type)).build();
  }
}
