package dev.holdfast.cases.edges;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.util.List;
import java.util.Map;

/** Fields that are written, or that are not meant to be. */
final class SilentlyDroppedFieldSilent {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Gson GSON = new Gson();

  private SilentlyDroppedFieldSilent() {}

  /** Each has its accessor. */
  static final class Customer {
    private final String name;
    private final boolean active;

    Customer(String name, boolean active) {
      this.name = name;
      this.active = active;
    }

    public String getName() {
      return name;
    }

    public boolean isActive() {
      return active;
    }
  }

  static String accessors(Customer customer) throws JsonProcessingException {
    return MAPPER.writeValueAsString(customer);
  }

  record Point(int x, int y) {}

  static String records(Point point) throws JsonProcessingException {
    return MAPPER.writeValueAsString(point);
  }

  /** Left out on purpose. */
  static final class Login {
    private final String user;
    @JsonIgnore private final String password;
    private final transient String token;

    Login(String user, String password, String token) {
      this.user = user;
      this.password = password;
      this.token = token;
    }

    public String getUser() {
      return user;
    }

    @Override
    public String toString() {
      return user
          + (password == null ? "" : " with password")
          + (token == null ? "" : " and token");
    }
  }

  static String ignored(Login login) throws JsonProcessingException {
    return MAPPER.writeValueAsString(login);
  }

  /** Named by an annotation. */
  static final class Address {
    @JsonProperty("town")
    private final String city;

    private final String street;

    Address(String city, String street) {
      this.city = city;
      this.street = street;
    }

    public String getStreet() {
      return street;
    }
  }

  static String annotated(Address address) throws JsonProcessingException {
    return MAPPER.writeValueAsString(address);
  }

  /** The class says that fields are seen. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class Visible {
    private final String id;
    private final String note;

    Visible(String id, String note) {
      this.id = id;
      this.note = note;
    }

    public String getId() {
      return id;
    }
  }

  static String visible(Visible visible) throws JsonProcessingException {
    return MAPPER.writeValueAsString(visible);
  }

  /** The mapper does. */
  static final class Store {
    private final ObjectMapper mapper = new ObjectMapper();

    Store() {
      mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
    }

    String write(Entry entry) throws JsonProcessingException {
      return mapper.writeValueAsString(entry);
    }

    static final class Entry {
      public final long at;
      private final String text;

      Entry(long at, String text) {
        this.at = at;
        this.text = text;
      }
    }
  }

  /** This library reads fields. */
  static final class Reading {
    public final long at;
    private final double value;

    Reading(long at, double value) {
      this.at = at;
      this.value = value;
    }
  }

  static String fields(Reading reading) {
    return GSON.toJson(reading);
  }

  /** Means something to the class itself. */
  static final class Order {
    private final List<String> lines;
    private final int limit;

    Order(List<String> lines, int limit) {
      this.lines = lines;
      this.limit = limit;
    }

    public List<String> getLines() {
      return lines;
    }

    boolean isFull() {
      return lines.size() >= limit;
    }
  }

  static String used(Order order) throws JsonProcessingException {
    return MAPPER.writeValueAsString(order);
  }

  /** Nobody sets it from outside. */
  static final class Counter {
    private final String name;
    private long made = System.nanoTime();

    Counter(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    @Override
    public String toString() {
      return name + " of " + made;
    }
  }

  static String internal(Counter counter) throws JsonProcessingException {
    return MAPPER.writeValueAsString(counter);
  }

  /** Written as something else. */
  static final class Currency {
    private final String code;
    private final String symbol;

    Currency(String code, String symbol) {
      this.code = code;
      this.symbol = symbol;
    }

    public String getCode() {
      return code;
    }

    @JsonValue
    public String value() {
      return code;
    }

    @Override
    public String toString() {
      return symbol;
    }
  }

  static String replaced(Currency currency) throws JsonProcessingException {
    return MAPPER.writeValueAsString(currency);
  }

  /** Without any property the library refuses, which is not silent. */
  static final class Opaque {
    private final String secret;

    Opaque(String secret) {
      this.secret = secret;
    }
  }

  static String refused(Opaque opaque) throws JsonProcessingException {
    return MAPPER.writeValueAsString(opaque);
  }

  static String maps(Map<String, Object> values) throws JsonProcessingException {
    return MAPPER.writeValueAsString(values);
  }

  static String text(String text) throws JsonProcessingException {
    return MAPPER.writeValueAsString(text);
  }

  /** Never written. */
  static final class Key {
    public final String id;
    private final String secret;

    Key(String id, String secret) {
      this.id = id;
      this.secret = secret;
    }
  }

  static String read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, Key.class).id;
  }
}
