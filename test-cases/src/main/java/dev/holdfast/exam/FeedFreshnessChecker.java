package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Reports the product feeds that were not refreshed within the agreed window. */
public class FeedFreshnessChecker {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final Duration window;

  public FeedFreshnessChecker(Duration window) {
    this.window = window;
  }

  public List<URI> staleFeeds(List<URI> feeds) {
    Instant threshold = Instant.now().minus(window);
    return feeds.stream().filter(feed -> lastModified(feed).isBefore(threshold)).toList();
  }

  private Instant lastModified(URI feed) {
    HttpRequest request =
        HttpRequest.newBuilder(feed).timeout(Duration.ofSeconds(10)).GET().build();
    try {
      HttpResponse<InputStream> response =
          http.send( // expect: UnclosedHttpResponse
              request, HttpResponse.BodyHandlers.ofInputStream());
      return response
          .headers()
          .firstValue("Last-Modified")
          .map(
              value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .orElse(Instant.EPOCH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Instant.EPOCH;
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
