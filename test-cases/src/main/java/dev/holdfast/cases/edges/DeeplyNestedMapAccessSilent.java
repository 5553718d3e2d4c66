package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.json.JSONObject;

/** Trees that are typed, shallow, only written, or no maps. */
@SuppressWarnings("unchecked") // what code with untyped maps cannot do without
final class DeeplyNestedMapAccessSilent {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final Map<String, Map<String, Map<String, Long>>> sales = new TreeMap<>();

  Object twoLevels(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    return customer.get("name");
  }

  Object twoLevelsAndAList(Map<String, Object> order) {
    List<Map<String, Object>> items = (List<Map<String, Object>>) order.get("items");
    return items.get(0).get("sku");
  }

  /** Each turn starts at the root again. */
  int twoLevelsEachTurn(List<Map<String, Object>> orders) {
    int named = 0;
    for (Map<String, Object> order : orders) {
      Map<String, Object> customer = (Map<String, Object>) order.get("customer");
      if (customer.get("name") != null) {
        named++;
      }
    }
    return named;
  }

  Object sameVariableAnotherBranch(Map<String, Object> order) {
    Map<String, Object> part = (Map<String, Object>) order.get("customer");
    if (part == null) {
      part = (Map<String, Object>) order.get("recipient");
    }
    return part.get("name");
  }

  boolean manySiblings(Map<String, Object> order) {
    return order.get("id") != null
        && order.get("customer") != null
        && order.get("items") != null
        && order.get("total") != null;
  }

  String typedDownToARecord(Map<String, Map<String, Order>> orders) {
    return orders.get("2024").get("o-1").customer().address().city();
  }

  Long typedThreeLevels(String year, String region, String product) {
    return sales.get(year).get(region).get(product);
  }

  void typedIndexFilled(String year, String region, String product) {
    sales
        .computeIfAbsent(year, key -> new TreeMap<>())
        .computeIfAbsent(region, key -> new TreeMap<>())
        .merge(product, 1L, Long::sum);
  }

  String typedWithListsInBetween(Map<String, List<Map<String, Map<String, String>>>> pages) {
    return pages.get("home").get(0).get("header").get("title");
  }

  Object typedOutsideUntypedInside(EnumMap<DayOfWeek, Map<String, Object>> plan) {
    return plan.get(DayOfWeek.MONDAY).get("opens");
  }

  String pointer(String body) throws JsonProcessingException {
    JsonNode order = json.readTree(body);
    return order.at("/customer/address/city").asText();
  }

  String pathOfNodes(String body) throws JsonProcessingException {
    return json.readTree(body).path("customer").path("address").path("city").asText();
  }

  JsonNode alongAPathOfNodes(JsonNode root, String... path) {
    JsonNode current = root;
    for (String key : path) {
      current = current.path(key);
    }
    return current;
  }

  String boundToARecord(String body) throws JsonProcessingException {
    return json.readValue(body, Order.class).customer().address().city();
  }

  String twoLevelsThenConverted(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    return json.convertValue(customer.get("address"), Address.class).city();
  }

  /** Written and sent, never read. */
  String writeOnly(String city) throws JsonProcessingException {
    Map<String, Object> address = Map.of("city", city, "country", Map.of("code", "NO"));
    Map<String, Object> order = Map.of("customer", Map.of("name", "Ann", "address", address));
    return json.writeValueAsString(order);
  }

  <T> T keyedByTypeTokens(Class<T> type) {
    return type.cast(services.get(type));
  }

  Object flatKeys(Map<String, Object> flat) {
    return flat.get("order.customer.address.city");
  }

  String properties(Properties properties) {
    String region = properties.getProperty("region");
    String host = properties.getProperty(region + ".host");
    return properties.getProperty(host + ".port");
  }

  Object threeTreesOneLevelEach(
      Map<String, Object> aliases, Map<String, Object> users, Map<String, Object> cities) {
    Object user = aliases.get("ann");
    Object city = users.get((String) user);
    return cities.get((String) city);
  }

  void alongAllEntries(Map<String, Object> tree, StringBuilder out) {
    tree.forEach(
        (key, value) -> {
          out.append(key).append('=');
          if (value instanceof Map<?, ?> child) {
            alongAllEntries((Map<String, Object>) child, out);
          } else {
            out.append(value);
          }
        });
  }

  String storedRecordRead(Map<String, Object> session) {
    Order order = (Order) session.get("order");
    return order.customer().address().city();
  }

  /** Types below an untyped root speak for their own depth. */
  String typedBelowTheRoot(Map<String, Object> root) {
    Map<String, Map<String, String>> texts = (Map<String, Map<String, String>>) root.get("texts");
    return texts.get("de").get("title");
  }

  Regions typedByItsOwnClass(Regions world) {
    return world.get("north").get("coast").get("harbour");
  }

  Object twoStepsInHelpers(Map<String, Object> order) {
    return step(step(order, "customer"), "name");
  }

  List<Object> twoStepsInLambdas(List<Map<String, Object>> orders) {
    return orders.stream()
        .map(order -> (Map<String, Object>) order.get("customer"))
        .map(customer -> customer.get("name"))
        .toList();
  }

  void twoStepsPrinted(Map<String, Object> order) {
    List<Map<String, Object>> lines = (List<Map<String, Object>>) order.get("lines");
    lines.forEach(line -> System.out.println(line.get("sku")));
  }

  /** One map after another, none in the other. */
  List<Object> onLookUps(
      List<String> keys, Map<String, Object> aliases, Map<String, Object> users) {
    return keys.stream().map(aliases::get).map(alias -> users.get((String) alias)).toList();
  }

  List<Integer> typedInLambdas(List<Map<String, Map<String, List<Integer>>>> sheets) {
    return sheets.stream()
        .map(sheet -> sheet.get("2024"))
        .map(year -> year.get("may"))
        .map(month -> month.get(0))
        .toList();
  }

  Object attributeOfAnObject(Session session) {
    Map<String, Object> user = (Map<String, Object>) session.attribute("user");
    return user.get("name");
  }

  String twoLevelsOfAnotherLibrary(JSONObject event) {
    return event.getJSONArray("items").getJSONObject(0).getString("sku");
  }

  Object byAPointer(JSONObject event) {
    return event.query("/order/customer/city");
  }

  JSONObject nestedWrites(String city) {
    JSONObject address = new JSONObject().put("city", city);
    JSONObject customer = new JSONObject().put("address", address);
    return new JSONObject().put("customer", customer);
  }

  String embedded(Document order) {
    return order.getEmbedded(List.of("customer", "address", "city"), String.class);
  }

  private static Map<String, Object> step(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  /** A tree of one kind of node. */
  static final class Regions extends TreeMap<String, Regions> {
    private static final long serialVersionUID = 1;
  }

  record Session(Map<String, Object> attributes) {
    Object attribute(String name) {
      return attributes.get(name);
    }
  }

  List<String> typedElements(List<Map<String, Map<String, Map<String, String>>>> books) {
    return books.stream().map(book -> book.get("2024").get("north").get("ink")).toList();
  }

  String typedElement(List<Map<String, Map<String, Map<String, String>>>> books) {
    return books.get(0).get("2024").get("north").get("ink");
  }

  String typedByTheCallee(Map<String, Map<String, Map<String, String>>> book) {
    return Objects.requireNonNull(book).get("2024").get("north").get("ink");
  }

  /** The field a class file keeps a captured map in is declared without type arguments. */
  Supplier<String> typedAndCaptured(Map<String, Map<String, Map<String, String>>> captured) {
    return new Supplier<>() {
      @Override
      public String get() {
        return captured.get("de").get("intro").get("title");
      }
    };
  }

  /** Raw at its root only. */
  @SuppressWarnings("rawtypes")
  String typedBelowARawRoot(Map root) {
    Map<String, Map<String, String>> texts = (Map<String, Map<String, String>>) root.get("texts");
    return texts.get("de").get("title");
  }

  static final class Book extends HashMap<String, Map<String, Map<String, String>>> {
    private static final long serialVersionUID = 1;
  }

  String typedByItsSuperclass(Book book) {
    return book.get("2024").get("north").get("ink");
  }

  record Order(String id, Customer customer) {}

  record Customer(String name, Address address) {}

  record Address(String city) {}

  Object entryOfAMap(Map<String, Object> customers) {
    for (Map.Entry<String, Object> customer : customers.entrySet()) {
      if (customer.getValue() instanceof Map<?, ?> address) {
        return address.get("city");
      }
    }
    return null;
  }

  Object entryOfATypedMap(Map<String, Map<String, Object>> customers) {
    for (Map.Entry<String, Map<String, Object>> customer : customers.entrySet()) {
      return customer.getValue().get("name");
    }
    return null;
  }

  /** Built along keys that vary, for somebody who binds it. */
  @SuppressWarnings("unchecked")
  Map<String, Object> unflattened(Map<String, String> settings) {
    Map<String, Object> tree = new HashMap<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      Map<String, Object> node = tree;
      String[] parts = setting.getKey().split("\\.");
      for (int i = 0; i < parts.length - 1; i++) {
        node = (Map<String, Object>) node.computeIfAbsent(parts[i], part -> new HashMap<>());
      }
      node.put(parts[parts.length - 1], setting.getValue());
    }
    return tree;
  }

  /** Levels are made where they are missing; what lies in the tree is not looked at. */
  void filled(Map<String, Object> root, Iterator<String> path, Object value) {
    Map<String, Object> node = root;
    while (path.hasNext()) {
      String key = path.next();
      if (path.hasNext()) {
        node = Trees.orNew(node, key);
      } else {
        node.put(key, value);
      }
    }
  }
}
