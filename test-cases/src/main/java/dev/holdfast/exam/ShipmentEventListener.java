package dev.holdfast.exam;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards shipment events from Kafka to the customer portal. */
public class ShipmentEventListener implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(ShipmentEventListener.class);

  private final Consumer<String, String> consumer;
  private final URI portal;
  private volatile boolean running = true;

  public ShipmentEventListener(Consumer<String, String> consumer, URI portal) {
    this.consumer = consumer;
    this.portal = portal;
  }

  @Override
  public void run() {
    consumer.subscribe(List.of("shipment-events"));
    while (running) {
      consumer.poll(Duration.ofMillis(500)).forEach(this::forward);
      consumer.commitSync(Duration.ofSeconds(5));
    }
  }

  public void stop() {
    running = false;
  }

  private void forward(ConsumerRecord<String, String> event) {
    HttpRequest request =
        HttpRequest.newBuilder(portal.resolve("/events/" + event.key()))
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.ofString(event.value()))
            .build();
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(2))
              .build(); // expect: HttpClientPerRequest
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      log.debug("event {} -> {}", event.key(), status);
    } catch (IOException e) {
      log.warn("event {} not delivered", event.key(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
