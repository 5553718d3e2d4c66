package dev.holdfast.exam;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Adds routing attributes to orders that arrive from the shop front ends. */
public class OrderEnricher {

  public record Route(String depot, String country) {}

  private final Map<String, String> depotByCity;

  public OrderEnricher(Map<String, String> depotByCity) {
    this.depotByCity = Map.copyOf(depotByCity);
  }

  public Route route(Map<String, Object> order) {
    Map<String, Object> customer = section(order, "customer");
    Map<String, Object> delivery = section(customer, "delivery");
    Map<String, Object> address = section(delivery, "address");
    String city = (String) address.get("city"); // expect: DeeplyNestedMapAccess
    String depot = depotByCity.getOrDefault(city.toLowerCase(Locale.ROOT), "central");
    return new Route(depot, country(order));
  }

  private static String country(Map<String, Object> order) {
    return Objects.toString(order.get("country"), "DE");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> section(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.get(name);
  }
}
