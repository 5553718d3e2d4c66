package dev.holdfast.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class OrderDocumentReader {

  public record Position(String sku, int quantity) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Gson GSON = new Gson();

  private final Map<Class<?>, Object> extensions = new HashMap<>();

  public <T> OrderDocumentReader with(Class<T> type, T extension) {
    extensions.put(type, extension);
    return this;
  }

  public <T> T extension(Class<T> type) {
    return type.cast(extensions.get(type));
  }

  public String deliveryCity(String json) throws JsonProcessingException {
    JsonNode order = MAPPER.readTree(json);
    return order.at("/customer/delivery/address/city").asText("unknown");
  }

  public int quantity(
      Map<String, Map<String, Map<String, Position>>> byCountry,
      String country,
      String depot,
      String sku) {
    return byCountry
        .getOrDefault(country, Map.of())
        .getOrDefault(depot, Map.of())
        .getOrDefault(sku, new Position(sku, 0))
        .quantity();
  }

  public List<Position> positions(String json) {
    return GSON.fromJson(json, new TypeToken<List<Position>>() {}.getType());
  }

  public String currency(Map<String, Object> order) {
    return order.get("payment") instanceof Map<?, ?> payment
        ? String.valueOf(payment.get("currency"))
        : "EUR";
  }
}
