package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** JSON bound to types, or to maps whose keys the code does not know. */
final class UntypedJsonBindingSilent {
  private static final ObjectReader ORDERS = new ObjectMapper().readerFor(Order.class);

  private final ObjectMapper json = new ObjectMapper();
  private final Gson gson = new Gson();

  String record(String body) throws JsonProcessingException {
    return json.readValue(body, Order.class).id();
  }

  String node(String body) throws JsonProcessingException {
    return json.readTree(body).path("id").asText();
  }

  String nodeByItsClass(String body) throws JsonProcessingException {
    return json.readValue(body, ObjectNode.class).get("id").asText();
  }

  String readerOfARecord(String body) throws JsonProcessingException {
    Order order = json.readerFor(Order.class).readValue(body);
    return order.id();
  }

  String listOfRecords(byte[] body) throws IOException {
    List<Order> orders = json.readValue(body, new TypeReference<List<Order>>() {});
    return orders.get(0).id();
  }

  String mapOfRecords(String body) throws JsonProcessingException {
    Map<String, Order> orders = json.readValue(body, new TypeReference<>() {});
    return orders.get("o-1").id();
  }

  String mapOfStrings(String body) throws JsonProcessingException {
    Map<String, String> labels = json.readValue(body, new TypeReference<>() {});
    return labels.get("severity");
  }

  int listOfNumbers(String body) throws JsonProcessingException {
    List<Integer> figures = json.readValue(body, new TypeReference<>() {});
    return figures.get(0);
  }

  Map<String, Object> passedThroughUnseen(String body) throws JsonProcessingException {
    return json.readValue(body, new TypeReference<>() {});
  }

  String writtenBackUnseen(String body) throws JsonProcessingException {
    Object any = json.readValue(body, Object.class);
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(any);
  }

  boolean comparedUnseen(String left, String right) throws JsonProcessingException {
    return json.readValue(left, Object.class).equals(json.readValue(right, Object.class));
  }

  boolean onlyCounted(String body) throws JsonProcessingException {
    return json.readValue(body, Map.class).isEmpty();
  }

  Order typeToldToAHelper(String body) {
    return read(body, Order.class);
  }

  String mapMadeByTheFactory(String body) throws JsonProcessingException {
    Map<String, String> labels =
        json.readValue(
            body,
            json.getTypeFactory().constructMapType(HashMap.class, String.class, String.class));
    return labels.get("severity");
  }

  List<String> typedRowsInAStream(String body) throws JsonProcessingException {
    List<Map<String, String>> rows = json.readValue(body, new TypeReference<>() {});
    return rows.stream().map(row -> row.get("severity")).toList();
  }

  List<Object> keyFromOutsideInAStream(String body, String key) throws JsonProcessingException {
    List<Map<String, Object>> rows = json.readValue(body, new TypeReference<>() {});
    return rows.stream().map(row -> row.get(key)).toList();
  }

  void everyEntry(String body, StringBuilder out) throws JsonProcessingException {
    List<Map<String, Object>> rows = json.readValue(body, new TypeReference<>() {});
    rows.forEach(row -> row.forEach((key, value) -> out.append(key).append(value)));
  }

  /** No JSON: the record has the fields. */
  Object mapOfABean(Order order) {
    return json.convertValue(order, Map.class).get("id");
  }

  String readerMadeOnce(String body) throws JsonProcessingException {
    Order order = ORDERS.readValue(body);
    return order.id();
  }

  Order yaml(String text) {
    return new Yaml().loadAs(text, Order.class);
  }

  /** Kept, and looked up by what comes in. */
  static final class Translations {
    private final Map<String, Object> texts;

    Translations(String body, ObjectMapper json) throws JsonProcessingException {
      texts = json.readValue(body, new TypeReference<>() {});
    }

    Object text(String key) {
      return texts.get(key);
    }
  }

  /** Kept, and passed on. */
  record Envelope(String id, Map<String, Object> payload) {}

  Envelope kept(String id, String body) throws JsonProcessingException {
    return new Envelope(id, json.readValue(body, new TypeReference<>() {}));
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Object keyFromOutside(String body, String key) throws JsonProcessingException {
    Map<?, ?> order = json.readValue(body, Map.class);
    return order.get(key);
  }

  Map<String, Object> keysFromTheData(String body) throws JsonProcessingException {
    Map<String, Object> order = json.readValue(body, new TypeReference<>() {});
    Map<String, Object> masked = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : order.entrySet()) {
      masked.put(field.getKey(), field.getKey().contains("secret") ? "***" : field.getValue());
    }
    return masked;
  }

  Set<?> keysOnly(String body) throws JsonProcessingException {
    return json.readValue(body, Map.class).keySet();
  }

  String onlyWrittenTo(String body, String trace) throws JsonProcessingException {
    Map<String, Object> event = json.readValue(body, new TypeReference<>() {});
    event.put("trace", trace);
    event.remove("password");
    return json.writeValueAsString(event);
  }

  void mergedInto(Map<String, Object> defaults, String body) throws JsonProcessingException {
    Map<String, Object> overrides = json.readValue(body, new TypeReference<>() {});
    defaults.putAll(overrides);
  }

  <T> T typeFromOutside(String body, Class<T> type) throws JsonProcessingException {
    return json.readValue(body, type);
  }

  String recordMadeOfAMap(Map<String, Object> row) {
    return json.convertValue(row, Order.class).id();
  }

  /** A map, but no binding. */
  Object madeByHand(String id) {
    Map<String, Object> order = new HashMap<>();
    order.put("id", id);
    return order.get("id");
  }

  Object mapOfSomebodyElse(Map<String, Object> order) {
    return order.get("id");
  }

  String gsonRecord(String body) {
    return gson.fromJson(body, Label.class).name;
  }

  String gsonTree(String body) {
    return gson.fromJson(body, JsonObject.class).get("id").getAsString();
  }

  String gsonTypedMap(String body) {
    Map<String, Label> labels = gson.fromJson(body, new TypeToken<Map<String, Label>>() {});
    return labels.get("severity").name;
  }

  JsonNode converted(Object bean) {
    return json.convertValue(bean, JsonNode.class).path("id");
  }

  record Order(String id, long amount) {}

  static final class Label {
    String name = "";
  }

  List<Map<String, Object>> rows(String body) throws JsonProcessingException {
    return json.readValue(body, new TypeReference<List<Map<String, Object>>>() {});
  }

  List<Object> keyVariesInALambda(String body, String column) throws JsonProcessingException {
    return rows(body).stream().map(row -> row.get(column)).toList();
  }

  static final class Orders extends HashMap<String, Order> {
    private static final long serialVersionUID = 1;
  }

  Orders orders(String body) throws JsonProcessingException {
    return json.readValue(body, Orders.class);
  }

  String mapTypeOfItsOwn(String body) throws JsonProcessingException {
    return orders(body).get("first").id();
  }

  /** A copy of another one: its type is whatever that one was made with. */
  static final class Copied {
    private final Type type;

    Copied(Type type) {
      this.type = type;
    }

    Copied(Copied other) {
      this.type = other.type;
    }

    Object read(Gson gson, String text) {
      return gson.fromJson(text, type);
    }
  }
}
