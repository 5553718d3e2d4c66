package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Fields that somebody fills, and that are missing in the JSON. */
final class SilentlyDroppedFieldFlagged {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectMapper own = new ObjectMapper();
  private final ObjectMapper given;

  SilentlyDroppedFieldFlagged(ObjectMapper given) {
    this.given = given;
  }

  /** Its mail address has no accessor. */
  static final class Customer {
    private final String name;
    private final String mail;

    Customer(String name, String mail) {
      this.name = name;
      this.mail = mail;
    }

    public String getName() {
      return name;
    }

    @Override
    public String toString() {
      return name + " <" + mail + ">";
    }
  }

  static String one(Customer customer) throws JsonProcessingException {
    return MAPPER.writeValueAsString(customer); // possible: SilentlyDroppedField
  }

  static byte[] many(List<Customer> customers) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(customers); // possible: SilentlyDroppedField
  }

  static JsonNode keyed(Map<String, Customer> customers) {
    return MAPPER.valueToTree(customers); // possible: SilentlyDroppedField
  }

  void toFile(File file, Customer[] customers) throws IOException {
    own.writeValue(file, customers); // possible: SilentlyDroppedField
  }

  void written(JsonGenerator json, Optional<Customer> customer) throws IOException {
    own.writeValue(json, customer); // possible: SilentlyDroppedField
  }

  /** Whoever made the mapper may have told it to see fields. */
  String unknown(Customer customer) throws JsonProcessingException {
    return given.writeValueAsString(customer); // possible: SilentlyDroppedField
  }

  /** A setter without its getter. */
  static final class Address {
    private String street;
    private String city;

    public String getStreet() {
      return street;
    }

    public void setStreet(String street) {
      this.street = street;
    }

    public void setCity(String city) {
      this.city = city;
    }
  }

  static String address() throws JsonProcessingException {
    Address address = new Address();
    address.setStreet("High Street 1");
    address.setCity("Bath");
    return MAPPER.writeValueAsString(address); // possible: SilentlyDroppedField
  }

  /** Compared, but not written; checked before it is kept. */
  static final class Money {
    public final long cents;
    private final String currency;

    Money(long cents, String currency) {
      this.cents = cents;
      this.currency = Objects.requireNonNull(currency);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Money money
          && money.cents == cents
          && money.currency.equals(currency);
    }

    @Override
    public int hashCode() {
      return Objects.hash(cents, currency);
    }
  }

  static String money(long cents) throws JsonProcessingException {
    return MAPPER.writeValueAsString(new Money(cents, "GBP")); // possible: SilentlyDroppedField
  }

  /** The accessor is not public, or takes something. */
  static final class Payment {
    private final String id;
    private String method;
    private boolean settled;

    Payment(String id) {
      this.id = id;
    }

    public String getId() {
      return id;
    }

    public Payment method(String chosen) {
      method = chosen;
      return this;
    }

    public Payment settled(boolean done) {
      settled = done;
      return this;
    }
  }

  static String payment(String id) throws JsonProcessingException {
    Payment payment = new Payment(id).method("card").settled(true);
    return MAPPER.writeValueAsString(payment); // possible: SilentlyDroppedField
  }

  /** One class above has the accessors. */
  static final class Invoice extends Base {
    private final String note;

    Invoice(String number, String note) {
      super(number);
      this.note = note;
    }
  }

  static class Base {
    private final String number;

    Base(String number) {
      this.number = number;
    }

    public String getNumber() {
      return number;
    }
  }

  static String invoice(Invoice invoice) throws JsonProcessingException {
    return MAPPER.writeValueAsString(invoice); // possible: SilentlyDroppedField
  }

  static Map<?, ?> converted(Invoice invoice) {
    return MAPPER.convertValue(invoice, Map.class); // possible: SilentlyDroppedField
  }
}
