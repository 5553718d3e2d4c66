package dev.holdfast.exam;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Delivers domain events to the registered subscribers. */
public class SubscriberNotifier {

  private static final int MAX_FAILURES = 20;

  private final HttpClient http;

  public SubscriberNotifier(HttpClient http) {
    this.http = http;
  }

  public void deliver(String subscriber, URI callback, String event) throws InterruptedException {
    if (DeliveryJournal.failuresOf(subscriber) > MAX_FAILURES) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(callback)
            .timeout(Duration.ofSeconds(4))
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      DeliveryJournal.append(subscriber, status);
    } catch (IOException e) {
      DeliveryJournal.append(subscriber, 599);
    }
  }
}
