package dev.holdfast.cases.edges;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mappers and patterns that are made, used once and thrown away. */
final class SharedObjectPerCallFlagged {
  private static final String NUMBER = "[0-9]+";

  record Order(String id, int quantity) {}

  Order mapper(String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper(); // possible: SharedObjectPerCall
    return mapper.readValue(json, Order.class);
  }

  Order neverEvenNamed(String json) throws IOException {
    return new ObjectMapper().readValue(json, Order.class); // possible: SharedObjectPerCall
  }

  Order configuredTheSameEachTime(String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper(); // possible: SharedObjectPerCall
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    return mapper.readValue(json, Order.class);
  }

  Order configuredInAChain(String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper(); // possible: SharedObjectPerCall
    return mapper
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(json, Order.class);
  }

  String gson(Order order) {
    return new Gson().toJson(order); // possible: SharedObjectPerCall
  }

  String builtEachTime(Order order) {
    GsonBuilder builder = new GsonBuilder().serializeNulls();
    Gson gson = builder.create(); // possible: SharedObjectPerCall
    return gson.toJson(order);
  }

  boolean pattern(String text) {
    Pattern pattern = Pattern.compile("[a-z]+-[0-9]+"); // possible: SharedObjectPerCall
    return pattern.matcher(text).matches();
  }

  Matcher itsMatcherIsReturned(String text) {
    return Pattern.compile(NUMBER).matcher(text); // possible: SharedObjectPerCall
  }

  List<Order> inEveryTurn(List<String> lines) throws IOException {
    List<Order> orders = new ArrayList<>();
    for (String line : lines) {
      ObjectMapper mapper = new ObjectMapper(); // possible: SharedObjectPerCall
      orders.add(mapper.readValue(line, Order.class));
    }
    return orders;
  }

  List<String> insideALambda(List<Order> orders) {
    return orders.stream()
        .map(
            order -> {
              Gson gson = new Gson(); // possible: SharedObjectPerCall
              return gson.toJson(order);
            })
        .toList();
  }

  Callable<Boolean> inATask(String text) {
    return () -> {
      Pattern pattern = Pattern.compile(NUMBER); // possible: SharedObjectPerCall
      return pattern.matcher(text).matches();
    };
  }

  Order madeByAHelper(String json) throws IOException {
    ObjectMapper mapper = lenient(); // possible: SharedObjectPerCall
    return mapper.readValue(json, Order.class);
  }

  private static ObjectMapper lenient() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    return mapper;
  }

  /** The same for each request. */
  static final class Orders implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
      ObjectMapper mapper = new ObjectMapper(); // possible: SharedObjectPerCall
      byte[] answer = mapper.writeValueAsBytes(new Order("1", 2));
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    }
  }
}
