package dev.holdfast.cases.edges;

import dev.holdfast.annotations.Accepted;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;

/** Clients of frameworks that somebody closes, here or later. */
@Accepted(rule = "HttpClientPerRequest", because = "shows what is closed")
final class UnclosedHttpClientSilentFrameworks implements AutoCloseable {
  private final String stock;
  private final ManagedChannel channel;
  private final Client shared;

  UnclosedHttpClientSilentFrameworks(String stock) {
    this.stock = stock;
    this.channel = ManagedChannelBuilder.forTarget(stock).build();
    this.shared = limits().build();
  }

  String jaxRs() {
    Client client = limits().build();
    try {
      return client.target(stock).request().get(String.class);
    } finally {
      client.close();
    }
  }

  /** Whoever gets the target has the client too. */
  WebTarget target() {
    return limits().build().target(stock).path("warehouses");
  }

  String asyncHttpClient(String sku) throws Exception {
    try (AsyncHttpClient client = Dsl.asyncHttpClient()) {
      return client.prepareGet(stock + sku).execute().get(5, TimeUnit.SECONDS).getResponseBody();
    }
  }

  String grpc() throws InterruptedException {
    ManagedChannel once = ManagedChannelBuilder.forTarget(stock).build();
    try {
      return once.authority();
    } finally {
      once.shutdown().awaitTermination(5, TimeUnit.SECONDS);
    }
  }

  /** The channel that comes out goes to the one that was put in. */
  Channel intercepted(ClientInterceptor interceptor) {
    return ClientInterceptors.intercept(
        ManagedChannelBuilder.forTarget(stock).build(), interceptor);
  }

  String shared() {
    return shared.target(stock).request().get(String.class) + channel.authority();
  }

  @Override
  public void close() {
    shared.close();
    channel.shutdownNow();
  }

  private static ClientBuilder limits() {
    return ClientBuilder.newBuilder()
        .connectTimeout(2, TimeUnit.SECONDS)
        .readTimeout(5, TimeUnit.SECONDS);
  }
}
