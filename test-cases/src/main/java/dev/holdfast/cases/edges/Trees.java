package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** How other classes of a code base come by untyped trees and look into them. */
final class Trees {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Trees() {}

  static Map<String, Object> parse(String body) throws JsonProcessingException {
    return JSON.readValue(body, new TypeReference<Map<String, Object>>() {});
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> child(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  static Object id(Map<?, ?> tree) {
    return tree.get("id");
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> orNew(Map<String, Object> parent, String key) {
    Object known = parent.get(key);
    if (known instanceof Map) {
      return (Map<String, Object>) known;
    }
    Map<String, Object> made = new LinkedHashMap<>();
    parent.put(key, made);
    return made;
  }
}
