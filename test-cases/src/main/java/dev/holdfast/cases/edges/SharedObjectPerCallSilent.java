package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.holdfast.annotations.Accepted;
import dev.holdfast.annotations.Lives;
import dev.holdfast.annotations.Scope;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Mappers and patterns that are made once, or of what each call brings. */
final class SharedObjectPerCallSilent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader LENIENT =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readerFor(Order.class);
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final ThreadLocal<ObjectMapper> OWN = ThreadLocal.withInitial(ObjectMapper::new);

  private final Gson gson = new GsonBuilder().serializeNulls().create();
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Order first;
  private ObjectMapper lazy;

  record Order(String id, int quantity) {}

  SharedObjectPerCallSilent(String json) throws IOException {
    first = new ObjectMapper().readValue(json, Order.class);
  }

  Order shared(String json) throws IOException {
    return JSON.readValue(json, Order.class);
  }

  Order sharedReader(String json) throws IOException {
    return LENIENT.readValue(json);
  }

  boolean constant(String text) {
    return NUMBER.matcher(text).matches();
  }

  String fieldOfTheOwner() {
    return gson.toJson(first);
  }

  Order oneEachThread(String json) throws IOException {
    return OWN.get().readValue(json, Order.class);
  }

  Order madeOnFirstUse(String json) throws IOException {
    if (lazy == null) {
      lazy = new ObjectMapper();
    }
    return lazy.readValue(json, Order.class);
  }

  boolean patternOfTheCaller(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  boolean patternOfAWord(String word, String text) {
    Pattern whole = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
    return whole.matcher(text).find();
  }

  boolean keptForTheNext(String glob, String text) {
    return patterns
        .computeIfAbsent(glob, key -> Pattern.compile(key.replace("*", ".*")))
        .matcher(text)
        .matches();
  }

  Order withTheCallersModule(Module module, String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.registerModule(module);
    return mapper.readValue(json, Order.class);
  }

  Order withTheCallersFactory(JsonFactory factory, String json) throws IOException {
    return new ObjectMapper(factory).readValue(json, Order.class);
  }

  ObjectMapper factory() {
    return new ObjectMapper();
  }

  ObjectMapper factoryInAChain() {
    return new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  Store handedToItsOwner() {
    return new Store(new ObjectMapper());
  }

  static final class Store {
    private final ObjectMapper mapper;

    Store(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    String write(Order order) throws IOException {
      return mapper.writeValueAsString(order);
    }
  }

  int madeBeforeTheFirstTurnThatNeedsIt(List<String> lines) throws IOException {
    ObjectMapper mapper = null;
    int sum = 0;
    for (String line : lines) {
      if (mapper == null) {
        mapper = JSON.copy();
      }
      sum += mapper.readValue(line, Order.class).quantity();
    }
    return sum;
  }

  Order initialise(String json) throws IOException {
    return new ObjectMapper().readValue(json, Order.class);
  }

  @Lives(Scope.START)
  String version(String json) throws IOException {
    return new ObjectMapper().readTree(json).path("version").asText();
  }

  @Accepted(rule = "SharedObjectPerCall", because = "runs once a day")
  Order acceptedByTheTeam(String json) throws IOException {
    return new ObjectMapper().readValue(json, Order.class);
  }

  /** A command: it makes its mapper, and ends. */
  static final class Command {
    public static void main(String[] args) throws IOException {
      System.out.println(new ObjectMapper().readTree(args[0]).size());
    }
  }

  /** Run once, by a class without a name. */
  Runnable initialiseLater(String json) {
    return new Runnable() {
      @Override
      public void run() {
        new ObjectMapper().convertValue(json, Order.class);
      }
    };
  }

  Predicate<String> patternThatIsCaptured(String pattern) {
    return new Predicate<>() {
      @Override
      public boolean test(String text) {
        return Pattern.compile(pattern).matcher(text).find();
      }
    };
  }
}
