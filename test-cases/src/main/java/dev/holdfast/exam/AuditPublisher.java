package dev.holdfast.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes what users did to the compliance topic. */
public class AuditPublisher {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Producer<String, String> producer;
  private final Clock clock;

  public AuditPublisher(Producer<String, String> producer, Clock clock) {
    this.producer = producer;
    this.clock = clock;
  }

  public void publish(String actor, String action, String reason) {
    AuditEvent event = new AuditEvent(actor, action, reason, clock.instant());
    try {
      String json = MAPPER.writeValueAsString(event); // possible: SilentlyDroppedField
      producer.send(new ProducerRecord<>("audit", actor, json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot encode " + event, e);
    }
  }
}
