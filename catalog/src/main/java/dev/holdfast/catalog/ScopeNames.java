package dev.holdfast.catalog;

import java.util.HashMap;
import java.util.Map;

/** What containers call their scopes, where an annotation names one: {@code @Scope("session")}. */
final class ScopeNames {
  private ScopeNames() {}

  /** The arguments of {@code @Lives} with constants for such names; null if they name no scope. */
  static Map<String, String> constants(Map<String, String> arguments) {
    String name = arguments.getOrDefault("value", "");
    if (name.isEmpty()) {
      return null;
    }
    String scope = scope(name);
    String proxied = arguments.get("proxied");
    if (scope.equals(name) && proxied == null) {
      return arguments;
    }
    Map<String, String> constants = new HashMap<>(arguments);
    constants.put("value", scope);
    if (proxied != null) {
      constants.put("proxied", Boolean.toString(isProxied(proxied)));
    }
    return constants;
  }

  private static String scope(String name) {
    switch (name) {
      case "singleton":
      case "application":
        return "PROCESS";
      case "request":
      case "session":
        return "REQUEST";
      case "prototype":
        return "PROTOTYPE";
      default:
        return name;
    }
  }

  /** A kind of proxy is one, but for those that mean none. */
  private static boolean isProxied(String kind) {
    return !kind.equals("false") && !kind.equals("NO") && !kind.equals("DEFAULT");
  }
}
