package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.json.JSONObject;

/** Digs into untyped trees, three levels and more. */
@SuppressWarnings("unchecked") // what such code cannot do without
final class DeeplyNestedMapAccessFlagged {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Object> settings = new HashMap<>();

  String chainOfCasts(Map<String, Object> order) {
    return (String)
        ((Map<String, Object>) ((Map<String, Object>) order.get("customer")).get("address"))
            .get("city"); // expect: DeeplyNestedMapAccess
  }

  String throughLocals(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    Object city = address.get("city"); // expect: DeeplyNestedMapAccess
    return (String) city;
  }

  String throughVar(LinkedHashMap<String, Object> order) {
    var customer = (Map<String, Object>) order.get("customer");
    var address = (Map<String, Object>) customer.get("address");
    return (String) address.get("city"); // expect: DeeplyNestedMapAccess
  }

  /** One dig, one finding. */
  String fourLevels(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    Map<String, Object> country = (Map<String, Object>) address.get("country");
    return (String) country.get("code"); // expect: DeeplyNestedMapAccess
  }

  Object wildcard(Map<String, ?> order) {
    Map<String, ?> customer = (Map<String, ?>) order.get("customer");
    Map<String, ?> address = (Map<String, ?>) customer.get("address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  @SuppressWarnings("rawtypes")
  Object rawRoot(Map order) {
    Map customer = (Map) order.get("customer");
    Map address = (Map) customer.get("address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  @SuppressWarnings("rawtypes")
  private final Map rawCache = new HashMap();

  @SuppressWarnings("rawtypes")
  Object rawField(String region, String shard, String key) {
    Map shards = (Map) rawCache.get(region);
    if (shards == null) {
      rawCache.put(region, shards = new HashMap());
    }
    Map values = (Map) shards.get(shard);
    if (values == null) {
      shards.put(shard, values = new HashMap());
    }
    return values.get(key); // expect: DeeplyNestedMapAccess
  }

  Object listInBetween(Map<String, Object> order) {
    List<Map<String, Object>> items = (List<Map<String, Object>>) order.get("items");
    Map<String, Object> product = (Map<String, Object>) items.get(0).get("product");
    return product.get("sku"); // expect: DeeplyNestedMapAccess
  }

  Object listOfObjects(Map<String, Object> order) {
    List<Object> items = (List<Object>) order.get("items");
    Map<String, Object> product =
        (Map<String, Object>) ((Map<String, Object>) items.get(0)).get("product");
    return product.get("sku"); // expect: DeeplyNestedMapAccess
  }

  Object eachElement(Map<String, Object> order) {
    for (Object item : (List<Object>) order.get("items")) {
      Map<?, ?> product = (Map<?, ?>) ((Map<?, ?>) item).get("product");
      if (product.get("sku") != null) { // expect: DeeplyNestedMapAccess
        return item;
      }
    }
    return null;
  }

  String throughPatterns(Map<String, Object> order) {
    if (order.get("customer") instanceof Map<?, ?> customer
        && customer.get("address") instanceof Map<?, ?> address
        && address.get("city") instanceof String city) { // expect: DeeplyNestedMapAccess
      return city;
    }
    return "";
  }

  Object throughAPrivateMethod(Map<String, Object> order) {
    return child(child(order, "customer"), "address").get("city"); // expect: DeeplyNestedMapAccess
  }

  Object throughAnotherClass(Map<String, Object> order) {
    Map<String, Object> address = Trees.child(Trees.child(order, "customer"), "address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  Object throughGetOrDefault(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.getOrDefault("customer", Map.of());
    Map<String, Object> address = (Map<String, Object>) customer.getOrDefault("address", Map.of());
    return address.getOrDefault("city", ""); // expect: DeeplyNestedMapAccess
  }

  Object throughOptional(Map<String, Object> order) {
    return Optional.ofNullable((Map<String, Object>) order.get("customer"))
        .map(customer -> (Map<String, Object>) customer.get("address"))
        .map(address -> address.get("city")) // expect: DeeplyNestedMapAccess
        .orElse("");
  }

  Object insideALambda(List<Map<String, Object>> orders) {
    Function<Map<String, Object>, Object> city =
        order -> {
          Map<?, ?> customer = (Map<?, ?>) order.get("customer");
          Map<?, ?> address = (Map<?, ?>) customer.get("address");
          return address.get("city"); // expect@source: DeeplyNestedMapAccess — lambdas are erased
        };
    return orders.stream().map(city).toList();
  }

  Object nullChecked(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    if (customer == null) {
      return null;
    }
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    return address == null ? null : address.get("city"); // expect: DeeplyNestedMapAccess
  }

  /** Walks as deep as it is told. */
  Object alongAPath(Map<String, Object> root, String... path) {
    Object current = root;
    for (String key : path) {
      current = ((Map<String, Object>) current).get(key); // expect: DeeplyNestedMapAccess
    }
    return current;
  }

  Object alongADottedPath(Map<String, Object> root, String path) {
    Map<String, Object> current = root;
    List<String> keys = Arrays.asList(path.split("\\."));
    for (String key : keys.subList(0, keys.size() - 1)) {
      current = (Map<String, Object>) current.get(key); // expect: DeeplyNestedMapAccess
    }
    return current;
  }

  Object fromAField() {
    Map<String, Object> http = (Map<String, Object>) settings.get("http");
    Map<String, Object> client = (Map<String, Object>) http.get("client");
    return client.get("timeout"); // expect: DeeplyNestedMapAccess
  }

  /** The dig says it all; the binding is not reported as well. */
  Object fromABinding(String body) throws JsonProcessingException {
    Map<String, Object> order = json.readValue(body, new TypeReference<>() {});
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  Object fromAnotherMethod(String body) throws JsonProcessingException {
    Map<String, Object> customer = Trees.child(Trees.parse(body), "customer");
    Map<String, Object> address = Trees.child(customer, "address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  Object builtAndRead(String city) {
    Map<String, Object> order = new HashMap<>();
    order.put("customer", Map.of("address", Map.of("city", city)));
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  /** The last step is a helper's. */
  Object everyStepInAHelper(Map<String, Object> order) {
    Map<String, Object> customer = child(order, "customer");
    Map<String, Object> address = child(customer, "address");
    return child(address, "country"); // expect: DeeplyNestedMapAccess
  }

  List<String> stepsOfAnyType(Map<String, Object> order) {
    Map<String, Object> customer = as(order, "customer");
    Map<String, Object> contact = as(customer, "contact");
    List<String> phones = as(contact, "phones"); // expect: DeeplyNestedMapAccess
    return phones;
  }

  Object dugHalfwayByTheOwner(Shipment shipment) {
    Map<String, Object> hub = (Map<String, Object>) shipment.route().get("hub");
    return hub.get("city"); // expect: DeeplyNestedMapAccess
  }

  Object halfwayThroughOwnField() {
    Map<String, Object> client = (Map<String, Object>) http().get("client");
    return client.get("timeout"); // expect: DeeplyNestedMapAccess
  }

  long summedOverLines(Map<String, Object> order) {
    return ((List<Map<String, Object>>) order.get("lines"))
        .stream()
            .map(line -> (Map<String, Object>) line.get("price"))
            .mapToLong(price -> (Long) price.get("cents")) // expect: DeeplyNestedMapAccess
            .sum();
  }

  void printed(Map<String, Object> order) {
    List<Map<String, Object>> lines = (List<Map<String, Object>>) order.get("lines");
    lines.forEach(
        line -> {
          Map<String, Object> price = (Map<String, Object>) line.get("price");
          System.out.println(price.get("cents")); // expect: DeeplyNestedMapAccess
        });
  }

  boolean anyOf(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    return ((List<Map<String, Object>>) customer.get("addresses"))
        .stream().anyMatch(a -> "NO".equals(a.get("country"))); // expect: DeeplyNestedMapAccess
  }

  void everyValue(Map<String, Object> order) {
    Map<String, Object> lines = (Map<String, Object>) order.get("lines");
    lines.forEach(
        (number, line) ->
            System.out.println(
                ((Map<String, Object>) line).get("sku"))); // expect: DeeplyNestedMapAccess
  }

  List<Object> allStepsInLambdas(List<Map<String, Object>> orders) {
    return orders.stream()
        .map(order -> (Map<String, Object>) order.get("customer"))
        .map(customer -> (Map<String, Object>) customer.get("address"))
        .map(address -> address.get("city")) // expect@source: DeeplyNestedMapAccess — erased
        .toList();
  }

  Object optionalSteps(Map<String, Object> order) {
    return optional(order, "customer")
        .flatMap(customer -> optional(customer, "address"))
        .map(address -> address.get("city")) // expect: DeeplyNestedMapAccess
        .orElse(null);
  }

  /** The whole dig is in one place, whoever asks for it. */
  Object cityOfABody(String body) throws JsonProcessingException {
    Map<String, Object> order = json.readValue(body, new TypeReference<>() {});
    return city(order);
  }

  private Object city(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    return address.get("city"); // expect: DeeplyNestedMapAccess
  }

  Object untypedBelowATypedLevel(Map<String, Object> order) {
    var byYear = (Map<String, Map<String, Object>>) order.get("byYear");
    Map<String, Object> total = (Map<String, Object>) byYear.get("2024").get("total");
    return total.get("cents"); // expect: DeeplyNestedMapAccess
  }

  String anotherLibrarysTree(String body) {
    JSONObject event = new JSONObject(body);
    JSONObject item = event.getJSONArray("items").getJSONObject(0);
    return item.getJSONObject("product").getString("sku"); // expect: DeeplyNestedMapAccess
  }

  int anotherLibrarysNumber(JSONObject event) {
    return event
        .optJSONObject("order")
        .optJSONObject("total")
        .optInt("cents"); // expect: DeeplyNestedMapAccess
  }

  String documents(Document order) {
    Document customer = order.get("customer", Document.class);
    return customer
        .get("address", Document.class)
        .getString("city"); // expect: DeeplyNestedMapAccess
  }

  private Map<String, Object> http() {
    return (Map<String, Object>) settings.get("http");
  }

  private static <T> T as(Map<String, Object> parent, String key) {
    return (T) parent.get(key);
  }

  private static Optional<Map<String, Object>> optional(Map<String, Object> parent, String key) {
    return Optional.ofNullable((Map<String, Object>) parent.get(key));
  }

  record Shipment(Map<String, Object> attributes) {
    Map<String, Object> route() {
      return (Map<String, Object>) attributes.get("route");
    }
  }

  private static Map<String, Object> child(Map<String, Object> parent, String key) {
    Object child = parent.get(key);
    return child instanceof Map ? (Map<String, Object>) child : Map.of();
  }

  private static Map<String, Object> asMap(Object value) {
    @SuppressWarnings("unchecked")
    Map<String, Object> map = (Map<String, Object>) value;
    return map;
  }

  Optional<Object> onlyInLambdas(Map<String, Object> order) {
    return Optional.of(order)
        .map(it -> asMap(it.get("customer")))
        .map(it -> asMap(it.get("address")))
        .map(it -> it.get("city")); // expect@source: DeeplyNestedMapAccess — lambdas are erased
  }

  Object throughEntries(Map<String, Object> customers) {
    for (Map.Entry<String, Object> customer : customers.entrySet()) {
      Map<String, Object> address = asMap(asMap(customer.getValue()).get("address"));
      return address.get("city"); // expect: DeeplyNestedMapAccess
    }
    return null;
  }

  /** Typed below its root, but a cast that goes into no variable leaves no type arguments. */
  String typedByACastAlone(Map<String, Object> root) {
    return ((Map<String, Map<String, String>>) root.get("texts"))
        .get("de")
        .get("title"); // expect@bytecode: DeeplyNestedMapAccess — casts are erased
  }
}
