package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import retrofit2.Call;

/** Responses of frameworks that give their connection back. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what is closed")
final class UnclosedHttpResponseSilentFrameworks {
  private final Client client;

  UnclosedHttpResponseSilentFrameworks(Client client) {
    this.client = client;
  }

  String read(WebTarget target) {
    return target.request().get().readEntity(String.class);
  }

  /** Made and read by the client itself. */
  String asText(WebTarget target) {
    return target.request().get(String.class);
  }

  int closed(String url) {
    try (Response response = client.target(url).request().post(Entity.text(url))) {
      return response.getStatus();
    }
  }

  /** There is no entity, and so nothing to give back. */
  int head(WebTarget target) {
    return target.request().head().getStatus();
  }

  /** Made here, for somebody who asked. */
  Response answer(String text) {
    return Response.ok(text).build();
  }

  int streamClosed(WebTarget target) throws IOException {
    Response response = target.request().get();
    try (InputStream in = (InputStream) response.getEntity()) {
      return in.read();
    }
  }

  /** Closing the client ends its responses. */
  int endsWithItsClient(String url) {
    Client once =
        ClientBuilder.newBuilder()
            .connectTimeout(2, TimeUnit.SECONDS)
            .readTimeout(5, TimeUnit.SECONDS)
            .build();
    try {
      return once.target(url).request().get().getStatus();
    } finally {
      once.close();
    }
  }

  String spring(ClientHttpRequestFactory requests, URI uri) throws IOException {
    try (ClientHttpResponse response = requests.createRequest(uri, HttpMethod.GET).execute()) {
      return response.getStatusText();
    }
  }

  /** Without @Streaming the body was read before it came out. */
  long buffered(Call<ResponseBody> call) throws IOException {
    return call.execute().body().contentLength();
  }
}
