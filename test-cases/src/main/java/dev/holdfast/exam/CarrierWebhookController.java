package dev.holdfast.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class CarrierWebhookController {

  public interface ParcelEvents {
    void moved(String parcel, String status);
  }

  private final ObjectMapper mapper;
  private final ParcelEvents events;

  public CarrierWebhookController(ObjectMapper mapper, ParcelEvents events) {
    this.mapper = mapper;
    this.events = events;
  }

  @PostMapping("/hooks/carrier")
  public Map<String, Object> onEvent(@RequestBody String json) throws JsonProcessingException {
    Map<String, Object> event =
        mapper.readValue( // expect: UntypedJsonBinding
            json, new TypeReference<Map<String, Object>>() {});
    String parcel = (String) event.get("parcel");
    String status = (String) event.get("status");
    events.moved(parcel, status);
    return acknowledgement(parcel);
  }

  Map<String, Object> acknowledgement(String parcel) {
    Map<String, Object> reply = new HashMap<>(); // possible: UntypedPayload
    reply.put("parcel", parcel);
    reply.put("acceptedAt", Instant.now().toString());
    reply.put("accepted", true);
    return reply;
  }
}
