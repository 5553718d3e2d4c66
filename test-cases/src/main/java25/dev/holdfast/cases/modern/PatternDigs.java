package dev.holdfast.cases.modern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Digs and bindings in pattern switches, record patterns and unnamed variables. */
final class PatternDigs {
  private final ObjectMapper json = new ObjectMapper();

  String throughAPatternSwitch(Map<String, Object> order) {
    return switch (order.get("customer")) {
      case Map<?, ?> customer when customer.get("address") instanceof Map<?, ?> address ->
          String.valueOf(address.get("city")); // expect: DeeplyNestedMapAccess
      case String name -> name;
      case null, default -> "";
    };
  }

  Object throughARecordPattern(Envelope envelope) {
    if (envelope instanceof Envelope(_, Map<String, Object> body)
        && body.get("order") instanceof Map<?, ?> order
        && order.get("customer") instanceof Map<?, ?> customer) {
      return customer.get("name"); // expect: DeeplyNestedMapAccess
    }
    return null;
  }

  String boundThenSwitchedOn(String body) throws JsonProcessingException {
    Object order = json.readValue(body, Object.class); // expect: UntypedJsonBinding
    return switch (order) {
      case Map<?, ?> map -> String.valueOf(map.get("id"));
      case List<?> list -> "list of " + list.size();
      default -> "";
    };
  }

  /** Each case is one level deep. */
  String shallowSwitch(Map<String, Object> order) {
    return switch (order.get("total")) {
      case Integer cents when cents > 0 -> "paid";
      case String text -> text;
      case Map<?, ?> total -> String.valueOf(total.get("amount"));
      case null, default -> "";
    };
  }

  String sealedAndTyped(Payment payment) {
    return switch (payment) {
      case Card(Holder(var name), _) -> name;
      case Transfer(Holder(var name)) -> name;
    };
  }

  record Envelope(long id, Map<String, Object> body) {}

  sealed interface Payment {}

  record Card(Holder holder, String number) implements Payment {}

  record Transfer(Holder holder) implements Payment {}

  record Holder(String name) {}
}
