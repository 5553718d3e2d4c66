package dev.holdfast.cases.edges;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** Responses of frameworks that keep a connection because nobody closes them. */
final class UnclosedHttpResponseFlaggedFrameworks {
  private final Client client;

  UnclosedHttpResponseFlaggedFrameworks(Client client) {
    this.client = client;
  }

  int onlyTheStatus(String url) {
    Response response = client.target(url).request().get(); // expect: UnclosedHttpResponse
    return response.getStatus();
  }

  int neverEvenNamed(WebTarget target, String order) {
    return target
        .request()
        .post(Entity.text(order)) // expect: UnclosedHttpResponse
        .getStatus();
  }

  /** Not read where it is not what was asked for. */
  String readIfItIsFine(WebTarget target) {
    Response response = target.request().get(); // expect: UnclosedHttpResponse
    if (response.getStatus() != 200) {
      return null;
    }
    return response.readEntity(String.class);
  }

  /** Most servers answer it without an entity, and then nothing is held. */
  int deleted(WebTarget target) {
    Response response = target.request().delete(); // possible: UnclosedHttpResponse
    return response.getStatus();
  }

  void deletedByAHelper(WebTarget target) {
    delete(target); // possible: UnclosedHttpResponse
  }

  private static Response delete(WebTarget target) {
    return target.request().delete();
  }

  boolean invoked(Invocation invocation) {
    Response response = invocation.invoke(); // expect: UnclosedHttpResponse
    return response.getStatusInfo().getStatusCode() == 204;
  }

  String spring(ClientHttpRequestFactory requests, URI uri) throws IOException {
    ClientHttpResponse response =
        requests.createRequest(uri, HttpMethod.GET).execute(); // expect: UnclosedHttpResponse
    return response.getStatusText();
  }
}
