package dev.holdfast.exam;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Books loyalty points; the programme is run by another company. */
public class LoyaltyPointsClient {

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .version(HttpClient.Version.HTTP_2)
          .build();
  private final URI programme;

  public LoyaltyPointsClient(URI programme) {
    this.programme = programme;
  }

  public CompletableFuture<Boolean> book(String card, int points) {
    HttpRequest request =
        HttpRequest.newBuilder(programme.resolve("/cards/" + card + "/points"))
            .POST(HttpRequest.BodyPublishers.ofString(Integer.toString(points)))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .orTimeout(4, TimeUnit.SECONDS)
        .thenApply(response -> response.statusCode() == 202)
        .exceptionally(failure -> false);
  }

  public CompletableFuture<Boolean> revoke(String card) {
    HttpRequest request =
        HttpRequest.newBuilder(programme.resolve("/cards/" + card))
            .timeout(Duration.ofSeconds(4))
            .DELETE()
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenApply(response -> response.statusCode() == 204);
  }
}
