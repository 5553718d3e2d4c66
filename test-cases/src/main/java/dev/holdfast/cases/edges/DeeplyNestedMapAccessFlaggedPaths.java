package dev.holdfast.cases.edges;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Walks along paths with more and with less care, and digs that share their way. */
@SuppressWarnings("unchecked") // what such code cannot do without
final class DeeplyNestedMapAccessFlaggedPaths {
  /** Cannot fail, and no record could stand for it. */
  Object alongAPathWithCare(Map<String, Object> root, String... path) {
    Object current = root;
    for (String key : path) {
      if (!(current instanceof Map)) {
        return null;
      }
      current = ((Map<?, ?>) current).get(key); // possible: DeeplyNestedMapAccess
    }
    return current;
  }

  Object alongAPathOfTestedNodes(Map<String, Object> root, List<String> path) {
    Object current = root;
    for (String key : path) {
      if (!Map.class.isInstance(current)) {
        return null;
      }
      current = ((Map<String, Object>) current).get(key); // possible: DeeplyNestedMapAccess
    }
    return current;
  }

  /** Careful with what is missing, not with what is something else. */
  Object alongAPathOfPresentNodes(Map<String, Object> root, List<String> path) {
    Map<String, Object> current = root;
    for (String key : path) {
      Object next = current.get(key); // expect: DeeplyNestedMapAccess
      if (next == null) {
        return null;
      }
      current = (Map<String, Object>) next;
    }
    return current;
  }

  /** Made on the way, and read at its end. */
  boolean filledAndAsked(Map<String, Object> root, Iterator<String> path) {
    Map<String, Object> node = root;
    String key = "";
    while (path.hasNext()) {
      key = path.next();
      node = Trees.orNew(node, key); // possible: DeeplyNestedMapAccess
    }
    return node.containsKey(key);
  }

  /** Only the leaves are left to fail: one matter, however many of them are read. */
  String leavesOfTestedMaps(Map<String, Object> order) {
    if (order.get("customer") instanceof Map<?, ?> customer
        && customer.get("address") instanceof Map<?, ?> address) {
      String city = (String) address.get("city"); // expect: DeeplyNestedMapAccess
      String street = (String) address.get("street");
      return street + ", " + address.get("zip") + " " + city;
    }
    return "";
  }

  /** Each of these can be the one that throws. */
  String leavesOfUntestedMaps(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    String city = (String) address.get("city"); // expect: DeeplyNestedMapAccess
    return city + address.get("zip"); // expect: DeeplyNestedMapAccess
  }

  String twoMaps(Map<String, Object> order) {
    Map<String, Object> customer = (Map<String, Object>) order.get("customer");
    Map<String, Object> address = (Map<String, Object>) customer.get("address");
    Map<String, Object> contact = (Map<String, Object>) customer.get("contact");
    String city = (String) address.get("city"); // expect: DeeplyNestedMapAccess
    return city + contact.get("phone"); // expect: DeeplyNestedMapAccess
  }
}
