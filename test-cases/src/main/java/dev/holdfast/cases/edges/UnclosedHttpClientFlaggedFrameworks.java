package dev.holdfast.cases.edges;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.AsyncHttpClientConfig;
import org.asynchttpclient.DefaultAsyncHttpClient;
import org.asynchttpclient.Dsl;

/** Clients of frameworks that keep threads and connections because nobody closes them. */
final class UnclosedHttpClientFlaggedFrameworks {
  private final String stock;

  UnclosedHttpClientFlaggedFrameworks(String stock) {
    this.stock = stock;
  }

  String jaxRs() {
    Client client = limits().build(); // expect: UnclosedHttpClient
    return client.target(stock).request().get(String.class);
  }

  /** The result was read, which ends the response and nothing else. */
  String throughTargets(String warehouse) {
    Client client = limits().build(); // expect: UnclosedHttpClient
    return client
        .target(stock)
        .path("warehouses")
        .queryParam("name", warehouse)
        .request()
        .header("Accept-Language", "de")
        .get(String.class);
  }

  String asyncHttpClient(String sku) throws Exception {
    AsyncHttpClient client = Dsl.asyncHttpClient(); // expect: UnclosedHttpClient
    return client.prepareGet(stock + sku).execute().get(5, TimeUnit.SECONDS).getResponseBody();
  }

  String withItsOwnSettings(String sku) throws Exception {
    AsyncHttpClientConfig settings = Dsl.config().setMaxConnections(20).build();
    AsyncHttpClient client = new DefaultAsyncHttpClient(settings); // expect: UnclosedHttpClient
    return client.prepareGet(stock + sku).execute().get(5, TimeUnit.SECONDS).getResponseBody();
  }

  String grpc() {
    ManagedChannel channel =
        ManagedChannelBuilder.forTarget(stock).usePlaintext().build(); // expect: UnclosedHttpClient
    return channel.authority();
  }

  /** Waiting for the end does not bring it about. */
  boolean waitsForNothing() throws InterruptedException {
    ManagedChannel channel =
        ManagedChannelBuilder.forTarget(stock).build(); // expect: UnclosedHttpClient
    return channel.awaitTermination(5, TimeUnit.SECONDS);
  }

  private static ClientBuilder limits() {
    return ClientBuilder.newBuilder()
        .connectTimeout(2, TimeUnit.SECONDS)
        .readTimeout(5, TimeUnit.SECONDS);
  }
}
