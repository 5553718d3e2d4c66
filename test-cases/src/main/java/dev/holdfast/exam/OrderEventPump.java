package dev.holdfast.exam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Moves order events from Kafka to the local handlers. */
public class OrderEventPump implements Runnable, AutoCloseable {

  private final Properties settings;
  private final BlockingQueue<String> buffer = new ArrayBlockingQueue<>(1_000);
  private final Semaphore throttle = new Semaphore(4);
  private volatile boolean running = true;

  public OrderEventPump(Properties settings) {
    this.settings = settings;
  }

  @Override
  public void run() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("orders"));
      while (running) {
        for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(250))) {
          if (!buffer.offer(event.value(), 5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("handlers are stuck");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public Thread startHandler(Consumer<String> handler) {
    Thread thread = new Thread(() -> handleUntilInterrupted(handler), "order-events");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void handleUntilInterrupted(Consumer<String> handler) {
    try {
      while (true) {
        handler.accept(buffer.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public List<String> drain(Duration patience) throws InterruptedException {
    List<String> events = new ArrayList<>();
    if (throttle.tryAcquire(0, TimeUnit.SECONDS)) {
      try {
        String first = buffer.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        while (first != null && events.size() < 100) {
          events.add(first);
          first = buffer.poll(0, TimeUnit.MILLISECONDS);
        }
      } finally {
        throttle.release();
      }
    }
    return events;
  }

  @Override
  public void close() {
    running = false;
  }
}
