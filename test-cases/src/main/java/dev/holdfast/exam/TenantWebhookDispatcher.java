package dev.holdfast.exam;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class TenantWebhookDispatcher {

  private static final Logger log = LoggerFactory.getLogger(TenantWebhookDispatcher.class);

  private final Set<String> allowedHosts;

  public TenantWebhookDispatcher(Set<String> allowedHosts) {
    this.allowedHosts = Set.copyOf(allowedHosts);
  }

  public boolean dispatch(URI callback, String event) {
    Client client =
        ClientBuilder.newBuilder()
            .connectTimeout(2, TimeUnit.SECONDS)
            .readTimeout(5, TimeUnit.SECONDS)
            .build(); // expect: UnclosedHttpClient
    WebTarget target = client.target(callback);
    if (!allowedHosts.contains(callback.getHost())) {
      log.warn("callback host {} is not on the allow list", callback.getHost());
      return false;
    }
    try (Response response = target.request().post(Entity.json(event))) {
      return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
    } finally {
      client.close();
    }
  }

  public int dispatchAll(Iterable<URI> callbacks, String event) {
    int delivered = 0;
    for (URI callback : callbacks) {
      if (dispatch(callback, event)) {
        delivered++;
      }
    }
    return delivered;
  }
}
