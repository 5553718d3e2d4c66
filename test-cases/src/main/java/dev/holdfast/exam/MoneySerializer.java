package dev.holdfast.exam;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes amounts in the wire format of the payment hub. */
public class MoneySerializer extends JsonSerializer<MoneySerializer.Money> {

  public record Money(BigDecimal amount, String currency) {}

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule("money").addSerializer(Money.class, new MoneySerializer()));

  public static String toJson(Object value) throws IOException {
    return MAPPER.writeValueAsString(value);
  }

  @Override
  public void serialize(Money money, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    if (money.amount().signum() == 0) {
      generator.writeNull();
      return;
    }
    generator.writeRawValue(MAPPER.writeValueAsString(money)); // expect: RecursiveSerialization
  }

  @Override
  public Class<Money> handledType() {
    return Money.class;
  }
}
