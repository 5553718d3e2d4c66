package dev.holdfast.cases.edges;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Typed constants, and trees that a pipeline passes on unread. */
final class UntypedJsonBindingSilentStages {
  private static final Type AMOUNTS = new TypeToken<Map<String, Long>>() {}.getType();
  private static final Type ORDER = new TypeToken<Map<String, Object>>() {}.getType();

  private final Gson gson = new Gson();

  Object typedConstant(String body) {
    Map<String, Long> amounts = gson.fromJson(body, AMOUNTS);
    return amounts.get("total");
  }

  List<Map<String, Object>> passedOn(Stream<String> bodies) {
    return bodies
        .map(body -> gson.<Map<String, Object>>fromJson(body, ORDER))
        .filter(order -> !order.isEmpty())
        .toList();
  }

  List<Long> typedStage(Stream<String> bodies) {
    return bodies
        .map(body -> gson.<Map<String, Long>>fromJson(body, AMOUNTS))
        .map(amounts -> amounts.get("total"))
        .toList();
  }
}
