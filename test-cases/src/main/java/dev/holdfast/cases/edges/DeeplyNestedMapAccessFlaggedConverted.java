package dev.holdfast.cases.edges;

import java.util.Map;
import java.util.Objects;

/** The last level is read by a helper that hands back text or a number. */
final class DeeplyNestedMapAccessFlaggedConverted {
  String city(Map<String, Object> order) {
    return text(child(child(order, "buyer"), "at"), "city"); // expect: DeeplyNestedMapAccess
  }

  int floor(Map<String, Object> order) {
    return number(child(child(order, "buyer"), "address")); // expect: DeeplyNestedMapAccess
  }

  String twoLevels(Map<String, Object> order) {
    return text(child(order, "buyer"), "name");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }

  private static String text(Map<String, Object> map, String key) {
    return Objects.toString(map.get(key), "");
  }

  private static int number(Map<String, Object> map) {
    return Integer.parseInt(String.valueOf(map.get("floor")));
  }
}
