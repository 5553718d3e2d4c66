package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** JSON bound to maps whose keys the code knows: records in disguise. */
final class UntypedJsonBindingFlagged {
  private static final String ID = "id";

  private static final ObjectReader ORDERS = new ObjectMapper().readerFor(Map.class);

  private final ObjectMapper json = new ObjectMapper();
  private final JavaType rows =
      json.getTypeFactory().constructMapType(HashMap.class, String.class, Object.class);
  private final Gson gson = new Gson();

  Object rawMap(String body) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object mapSubclass(String body) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, LinkedHashMap.class); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object typeReference(String body) throws JsonProcessingException {
    Map<String, Object> order =
        json.readValue(body, new TypeReference<>() {}); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object typeReferenceKept(String body) throws JsonProcessingException {
    TypeReference<HashMap<String, Object>> type = new TypeReference<>() {};
    return json.readValue(body, type).get("id"); // expect: UntypedJsonBinding
  }

  Object castFromObject(byte[] body) throws IOException {
    Object order = json.readValue(body, Object.class); // expect: UntypedJsonBinding
    return ((Map<?, ?>) order).get("id");
  }

  String testedByAPattern(String body) throws JsonProcessingException {
    Object order = json.readValue(body, Object.class); // expect: UntypedJsonBinding
    return order instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : "";
  }

  Object listOfMaps(InputStream body) throws IOException {
    List<Map<String, Object>> orders =
        json.readValue(body, new TypeReference<>() {}); // expect: UntypedJsonBinding
    return orders.get(0).get("id");
  }

  Object rawList(String body) throws JsonProcessingException {
    List<?> orders = json.readValue(body, List.class); // expect: UntypedJsonBinding
    return ((Map<?, ?>) orders.get(0)).get("id");
  }

  int eachElement(String body) throws JsonProcessingException {
    int paid = 0;
    for (Object order : json.readValue(body, List.class)) { // expect: UntypedJsonBinding
      if (Boolean.TRUE.equals(((Map<?, ?>) order).get("paid"))) {
        paid++;
      }
    }
    return paid;
  }

  Object twoLevels(String body) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return ((Map<?, ?>) order.get("total")).get("amount");
  }

  Object withADefault(String body) throws JsonProcessingException {
    @SuppressWarnings("unchecked")
    Map<String, Object> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return order.getOrDefault("status", "open");
  }

  Object keyIsAConstant(String body) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return order.get(ID);
  }

  Object readByAHelper(String body) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return Trees.id(order);
  }

  Object boundByAHelper(String body) throws JsonProcessingException {
    Map<String, Object> order = Trees.parse(body); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Optional<Object> readInAnOptional(String body) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return Optional.ofNullable(order.get("id"));
  }

  Object convertedFromANode(JsonNode node) {
    Map<?, ?> order = json.convertValue(node, Map.class); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object treeToMap(JsonNode node) throws JsonProcessingException {
    Map<?, ?> order = json.treeToValue(node, Map.class); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object gsonMap(String body) {
    Map<?, ?> order = gson.fromJson(body, Map.class); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object gsonTypeToken(Reader body) {
    Map<String, Object> order =
        gson.fromJson(body, new TypeToken<Map<String, Object>>() {}); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object gsonTypeOfAToken(String body) {
    Map<String, Object> order =
        gson.fromJson( // expect: UntypedJsonBinding
            body, new TypeToken<Map<String, Object>>() {}.getType());
    return order.get("id");
  }

  List<Object> readInAStream(String body) throws JsonProcessingException {
    List<Map<String, Object>> orders =
        json.readValue(body, new TypeReference<>() {}); // expect: UntypedJsonBinding
    return orders.stream().map(order -> order.get("id")).toList();
  }

  void readForEach(String body) throws JsonProcessingException {
    List<Map<String, Object>> orders =
        json.readValue(body, new TypeReference<>() {}); // expect: UntypedJsonBinding
    orders.forEach(order -> System.out.println(order.get("id")));
  }

  Object readInMapOfAnOptional(String body) throws JsonProcessingException {
    return Optional.of(json.readValue(body, Map.class)) // expect: UntypedJsonBinding
        .map(order -> order.get("id"))
        .orElse(null);
  }

  Object arrayOfMaps(String body) throws JsonProcessingException {
    Map<?, ?>[] orders = json.readValue(body, Map[].class); // expect: UntypedJsonBinding
    return orders[0].get("id");
  }

  Object typeToldToAHelper(String body) {
    Map<?, ?> order = read(body, Map.class); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object typeMadeByTheFactory(String body) throws JsonProcessingException {
    Map<String, Object> order =
        json.readValue( // expect: UntypedJsonBinding
            body,
            json.getTypeFactory().constructMapType(HashMap.class, String.class, Object.class));
    return order.get("id");
  }

  Object readerOfMaps(String body) throws JsonProcessingException {
    Map<String, Object> order =
        json.readerForMapOf(Object.class).readValue(body); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object readerMadeOnce(InputStream body) throws IOException {
    Map<String, Object> order = ORDERS.readValue(body); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object typeMadeOnce(String body) throws JsonProcessingException {
    Map<String, Object> order = json.readValue(body, rows); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object yaml(String text) {
    Map<String, Object> settings = new Yaml().load(text); // expect: UntypedJsonBinding
    return settings.get("port");
  }

  /** Bound in the constructor, read where it is needed. */
  static final class Claims {
    private final Map<String, Object> claims;

    Claims(String body, ObjectMapper json) throws JsonProcessingException {
      claims = json.readValue(body, new TypeReference<>() {}); // expect: UntypedJsonBinding
    }

    Object subject() {
      return claims.get("sub");
    }
  }

  record Event(Map<String, Object> payload) {
    Object kind() {
      return payload.get("kind");
    }
  }

  Event boundIntoARecord(String body) throws JsonProcessingException {
    return new Event(json.readValue(body, Map.class)); // expect: UntypedJsonBinding
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String oneCaseOfTheSwitch(String body, String field) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class); // expect: UntypedJsonBinding
    return switch (field) {
      case "identifier" -> (String) order.get("id");
      default -> "";
    };
  }

  List<Map<String, Object>> rows(String body) throws JsonProcessingException {
    return json.readValue(body, new TypeReference<List<Map<String, Object>>>() {});
  }

  List<Object> readInALambda(String body) throws JsonProcessingException {
    return rows(body).stream() // expect: UntypedJsonBinding
        .map(row -> row.get("id"))
        .toList();
  }
}
