package dev.holdfast.analysis.ir.text;

import java.util.HashMap;
import java.util.Map;

/** Short names a text may use: {@code import okhttp3.{Call, Response}}. */
final class Imports {
  static final Imports NONE = new Imports();

  private final Map<String, String> packages = new HashMap<>();

  /** Reads what follows the word {@code import}. */
  void read(Line line) {
    StringBuilder prefix = new StringBuilder();
    String name = line.name("a package");
    while (line.takes(".")) {
      prefix.append(name).append('.');
      if (line.takes("{")) {
        do {
          packages.put(line.name("a class to import"), prefix.toString());
        } while (line.takes(","));
        line.expect("}");
        line.expectEnd();
        return;
      }
      name = line.name("a class to import");
    }
    packages.put(name, prefix.toString());
    line.expectEnd();
  }

  /** The binary name that a name without dots stands for; nested classes follow their outer one. */
  String resolve(String name) {
    String prefix = packages.get(name);
    if (prefix == null && name.indexOf('$') > 0) {
      prefix = packages.get(name.substring(0, name.indexOf('$')));
    }
    return prefix == null ? name : prefix + name;
  }
}
