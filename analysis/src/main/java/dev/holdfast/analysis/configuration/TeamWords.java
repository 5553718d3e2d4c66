package dev.holdfast.analysis.configuration;

import dev.holdfast.catalog.StubSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in words of stubs what a team's settings say about classes: so every witness understands
 * them, and no rule has to.
 */
final class TeamWords {
  /** What a tree's methods that go one level down are called, behind {@code get} or {@code opt}. */
  private static final List<String> RESULTS =
      List.of(
          "",
          "Array",
          "BigDecimal",
          "BigInteger",
          "Boolean",
          "Child",
          "Date",
          "Double",
          "Float",
          "Int",
          "Integer",
          "JSONArray",
          "JSONObject",
          "JsonArray",
          "JsonObject",
          "List",
          "Long",
          "Map",
          "Node",
          "Number",
          "Object",
          "Property",
          "String",
          "Tree",
          "Value");

  private static final String DIGS = digs();

  private final List<StubSource> stubs = new ArrayList<>();

  private static String digs() {
    StringBuilder members = new StringBuilder("@Untyped(DIG) Object getOrDefault(); ");
    for (String result : RESULTS) {
      members.append("@Untyped(DIG) Object get").append(result).append("(); ");
      members.append("@Untyped(DIG) Object opt").append(result).append("(); ");
    }
    return members.toString();
  }

  /** Adds what a key says about a class. */
  void add(Key key, String type) {
    switch (key) {
      case UNTYPED_TREES:
        declare(type, "@Untyped class", DIGS);
        break;
      case PROCESS_SCOPE:
        declare(type, "@Lives(PROCESS) @interface", "");
        break;
      case REQUEST_SCOPE:
        declare(type, "@Lives(value = REQUEST, proxied = true) @interface", "");
        break;
      case START_SCOPE:
        declare(type, "@Lives(START) @interface", "");
        break;
      default:
        throw new IllegalArgumentException(key + " says nothing about classes");
    }
  }

  List<StubSource> stubs() {
    return stubs;
  }

  /** Nested types nest; the first name with a capital is that of a class. */
  private void declare(String type, String kind, String members) {
    String[] names = type.split("\\.");
    int first = 0;
    while (first < names.length - 1 && !Character.isUpperCase(names[first].charAt(0))) {
      first++;
    }
    StringBuilder text = new StringBuilder();
    if (first > 0) {
      text.append("package ").append(String.join(".", List.of(names).subList(0, first)));
      text.append("; ");
    }
    for (int i = first; i < names.length - 1; i++) {
      text.append("class ").append(names[i]).append(" { ");
    }
    text.append(kind).append(' ').append(names[names.length - 1]);
    text.append(" { ").append(members).append('}');
    text.append(" }".repeat(names.length - 1 - first));
    stubs.add(StubSource.of(ConfigurationFile.NAME + " (" + type + ")", text.toString()));
  }
}
