package dev.holdfast.cases.edges;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonSerializationContext;
import com.google.gson.annotations.JsonAdapter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that a serialiser never comes to the end of. */
final class RecursiveSerializationFlagged {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Gson GSON = new Gson();

  private RecursiveSerializationFlagged() {}

  /** The lines of an order know their order. */
  public static final class Order {
    private final List<Line> lines = new ArrayList<>();
    private String number;

    public List<Line> getLines() {
      return lines;
    }

    public String getNumber() {
      return number;
    }

    public void add(Line line) {
      lines.add(line);
      line.setOrder(this);
    }
  }

  /** One of them. */
  public static final class Line {
    private Order order;
    private int amount;

    public Order getOrder() {
      return order;
    }

    public void setOrder(Order order) {
      this.order = order;
    }

    public int getAmount() {
      return amount;
    }
  }

  static String written(Order order) throws JsonProcessingException {
    return MAPPER.writeValueAsString(order); // expect: RecursiveSerialization
  }

  static byte[] written(List<Order> orders) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(orders); // expect: RecursiveSerialization
  }

  static JsonNode tree(Map<String, Line> lines) {
    return MAPPER.valueToTree(lines); // expect: RecursiveSerialization
  }

  /** A tree whose nodes know the one above. */
  public static final class Category {
    private final List<Category> children = new ArrayList<>();
    private Category parent;

    public Category getParent() {
      return parent;
    }

    public List<Category> getChildren() {
      return children;
    }

    Category child() {
      Category child = new Category();
      child.parent = this;
      children.add(child);
      return child;
    }
  }

  static JsonNode categories(Category root) {
    return MAPPER.valueToTree(root); // expect: RecursiveSerialization
  }

  /** Tied together where they are written. */
  public static final class Left {
    public Right right;
  }

  public static final class Right {
    public Left left;
  }

  static String pair() throws JsonProcessingException {
    Left left = new Left();
    left.right = new Right();
    left.right.left = left;
    return MAPPER.writeValueAsString(left); // expect: RecursiveSerialization
  }

  /** Private fields, which this library reads. */
  static final class Session {
    private final User user;

    Session(User user) {
      this.user = user;
    }

    String name() {
      return user.name;
    }
  }

  static final class User {
    private final String name;
    private final Map<String, Session> sessions = new HashMap<>();

    User(String name) {
      this.name = name;
    }

    void login(String token) {
      sessions.put(token, new Session(this));
    }
  }

  static String user(User user) {
    return GSON.toJson(user); // expect: RecursiveSerialization
  }

  /** Round by three. */
  public static final class Customer {
    private Account account;

    public Account getAccount() {
      return account;
    }

    public void open(Account opened) {
      account = opened;
      opened.getStatement().setCustomer(this);
    }
  }

  public static final class Account {
    private final Statement statement = new Statement();

    public Statement getStatement() {
      return statement;
    }
  }

  public static final class Statement {
    private Customer customer;

    public Customer getCustomer() {
      return customer;
    }

    public void setCustomer(Customer customer) {
      this.customer = customer;
    }
  }

  static String customer(Customer customer) throws JsonProcessingException {
    return MAPPER.writeValueAsString(customer); // expect: RecursiveSerialization
  }

  /** Nothing in view ties them together. */
  public static final class Team {
    public List<Member> members;
  }

  public static final class Member {
    public Team team;
  }

  static String team(Team team) throws JsonProcessingException {
    return MAPPER.writeValueAsString(team); // possible: RecursiveSerialization
  }

  /** What is written in its place is itself. */
  public static final class Amount {
    private final long cents;

    Amount(long cents) {
      this.cents = cents;
    }

    public long getCents() {
      return cents;
    }

    @JsonValue
    public String json() throws JsonProcessingException {
      return MAPPER.writeValueAsString(this); // expect: RecursiveSerialization
    }
  }

  /** Looks like a property. */
  public static final class Event {
    private final String name;

    Event(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public String getJson() throws JsonProcessingException {
      return MAPPER.writeValueAsString(this); // expect: RecursiveSerialization
    }
  }

  /** Looks like a property, and has it written by a step of its own. */
  public static final class Stamp {
    private final String place;

    Stamp(String place) {
      this.place = place;
    }

    public String getPlace() {
      return place;
    }

    public String getText() throws JsonProcessingException {
      return place.isEmpty() ? "" : text();
    }

    private String text() throws JsonProcessingException {
      return MAPPER.writeValueAsString(this); // expect: RecursiveSerialization
    }
  }

  /** Comes back to its own serialiser. */
  @JsonSerialize(using = MoneySerializer.class)
  public static final class Money {
    private final String currency;

    Money(String currency) {
      this.currency = currency;
    }

    public String getCurrency() {
      return currency;
    }
  }

  static final class MoneySerializer extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      if (money.getCurrency() == null) {
        json.writeNull();
      } else {
        json.writeObject(money); // expect: RecursiveSerialization
      }
    }
  }

  @JsonAdapter(PointSerializer.class)
  static final class Point {
    private int x;
  }

  static final class PointSerializer implements com.google.gson.JsonSerializer<Point> {
    @Override
    public JsonElement serialize(Point point, Type type, JsonSerializationContext context) {
      JsonElement written = context.serialize(point); // expect: RecursiveSerialization
      written.getAsJsonObject().addProperty("version", 1);
      return written;
    }
  }

  /** Nobody in view says for whom it is. */
  static final class LineSerializer extends JsonSerializer<Amount> {
    @Override
    public void serialize(Amount amount, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      serializers.defaultSerializeValue(amount, json); // possible: RecursiveSerialization
    }
  }

  /** What it writes with was told of it. */
  static final class PriceSerializer extends JsonSerializer<PriceSerializer.Price> {
    private static final ObjectMapper PRICES =
        new ObjectMapper()
            .registerModule(
                new SimpleModule("prices").addSerializer(Price.class, new PriceSerializer()));

    record Price(long cents) {}

    @Override
    public void serialize(Price price, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeRawValue(PRICES.writeValueAsString(price)); // expect: RecursiveSerialization
    }
  }
}
