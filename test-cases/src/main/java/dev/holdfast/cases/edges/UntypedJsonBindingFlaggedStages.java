package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bound by a type that is kept in a constant, or in one stage of a pipeline and read in another.
 */
final class UntypedJsonBindingFlaggedStages {
  private static final Type ORDER = new TypeToken<Map<String, Object>>() {}.getType();
  private static final TypeReference<Map<String, Object>> CUSTOMER = new TypeReference<>() {};

  private final Gson gson = new Gson();
  private final ObjectMapper json = new ObjectMapper();

  Object typeOfAConstant(String body) {
    Map<String, Object> order = gson.fromJson(body, ORDER); // expect: UntypedJsonBinding
    return order.get("id");
  }

  Object referenceInAConstant(String body) throws JsonProcessingException {
    Map<String, Object> customer = json.readValue(body, CUSTOMER); // expect: UntypedJsonBinding
    return customer.get("name");
  }

  List<Object> nextStage(List<String> bodies) {
    return bodies.stream()
        .map(body -> gson.<Map<String, Object>>fromJson(body, ORDER)) // expect: UntypedJsonBinding
        .map(order -> order.get("id"))
        .toList();
  }

  Map<Object, List<Map<String, Object>>> collector(Stream<String> bodies) {
    return bodies
        .map(body -> parsed(body)) // expect: UntypedJsonBinding
        .filter(order -> !order.isEmpty())
        .collect(Collectors.groupingBy(order -> order.get("status")));
  }

  private Map<String, Object> parsed(String body) {
    try {
      return json.readValue(body, CUSTOMER);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
