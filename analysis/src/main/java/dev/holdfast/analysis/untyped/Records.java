package dev.holdfast.analysis.untyped;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes the records that a dig stands for. */
final class Records {
  private Records() {}

  /** {@code record Root(Customer customer) {} record Customer(Object city) {}}. */
  static String skeleton(List<String> keys) {
    StringBuilder text = new StringBuilder();
    String owner = "Root";
    for (int i = 0; i < keys.size(); i++) {
      String field = identifier(keys.get(i), i);
      String type = i == keys.size() - 1 ? "Object" : capitalised(field);
      if (i > 0) {
        text.append(' ');
      }
      text.append("record ").append(owner).append('(').append(type).append(' ').append(field);
      text.append(") {}");
      owner = type;
    }
    return text.toString();
  }

  /** One record with fields of these names and types, called after the method that makes it. */
  static String of(String method, Map<String, String> fields) {
    String name = method.replaceFirst("^(get|build|create|make|to|as)(?=[A-Z])", "");
    StringJoiner record = new StringJoiner(", ", "record " + capitalised(name) + "(", ") {}");
    int i = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      record.add(field.getValue() + " " + identifier(field.getKey(), i++));
    }
    return record.toString();
  }

  private static String identifier(String key, int level) {
    StringBuilder name = new StringBuilder();
    boolean up = false;
    for (char c : key.toCharArray()) {
      if (name.length() == 0
          ? Character.isJavaIdentifierStart(c)
          : Character.isJavaIdentifierPart(c)) {
        name.append(up ? Character.toUpperCase(c) : c);
        up = false;
      } else {
        up = name.length() > 0;
      }
    }
    return name.length() == 0 ? "level" + (level + 1) : name.toString();
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
