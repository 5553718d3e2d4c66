package dev.holdfast.exam;

import java.util.Map;
import java.util.Optional;

/** Answers flag questions from the configuration document of the control plane. */
public class FeatureFlagResolver {

  private final Map<String, Object> document;

  public FeatureFlagResolver(Map<String, Object> document) {
    this.document = document;
  }

  public boolean isEnabled(String tenant, String flag) {
    return Optional.ofNullable(document.get("tenants"))
        .map(tenants -> ((Map<?, ?>) tenants).get(tenant))
        .map(settings -> ((Map<?, ?>) settings).get("flags"))
        .map(flags -> ((Map<?, ?>) flags).get(flag)) // expect: DeeplyNestedMapAccess
        .map(Boolean.TRUE::equals)
        .orElse(false);
  }

  public String setting(String path, String fallback) {
    Object node = document;
    for (String step : path.split("\\.")) {
      if (!(node instanceof Map<?, ?> level)) {
        return fallback;
      }
      node = level.get(step); // possible: DeeplyNestedMapAccess
    }
    return node == null ? fallback : node.toString();
  }

  public int intSetting(String path, int fallback) {
    return Integer.parseInt(setting(path, Integer.toString(fallback)));
  }
}
