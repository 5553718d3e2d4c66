package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.gson.stream.JsonReader;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Holds the limits of parsers, and what lifts them, against the real ones. */
class ParserLimitsTest {
  private static final String JACKSON = "com.fasterxml.jackson.core.StreamReadConstraints$Builder";

  @Test
  void jacksonLimitsAllButTheDocument() {
    StreamReadConstraints limits = StreamReadConstraints.builder().build();
    assertEquals(1_000, limits.getMaxNestingDepth());
    assertEquals(20_000_000, limits.getMaxStringLength());
    assertEquals(1_000, limits.getMaxNumberLength());
    assertEquals(50_000, limits.getMaxNameLength());
    assertFalse(limits.hasMaxDocumentLength());
    assertEquals("DEPTH", bounds(JACKSON, "maxNestingDepth", int.class).value(""));
    assertEquals("LENGTH", bounds(JACKSON, "maxStringLength", int.class).value(""));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void nothingAndLessLiftsTheLengthOfADocument(long length) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder().maxDocumentLength(100).maxDocumentLength(length).build();
    assertFalse(limits.hasMaxDocumentLength());
    String never = bounds(JACKSON, "maxDocumentLength", long.class).argument("never", "");
    assertTrue(never.contains(Long.toString(length)), never);
  }

  @Test
  void jacksonRefusesLessThanNothingElsewhere() {
    StreamReadConstraints.Builder builder = StreamReadConstraints.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.maxNestingDepth(-1));
    assertThrows(IllegalArgumentException.class, () -> builder.maxStringLength(-1));
    assertThrows(IllegalArgumentException.class, () -> builder.maxNumberLength(-1));
    assertThrows(IllegalArgumentException.class, () -> builder.maxNameLength(-1));
    for (String name :
        new String[] {"maxNestingDepth", "maxStringLength", "maxNumberLength", "maxNameLength"}) {
      assertEquals("", bounds(JACKSON, name, int.class).argument("never", ""), name);
    }
  }

  @Test
  void gsonNests255LevelsAndRefusesLessThanNone() {
    JsonReader reader = new JsonReader(new StringReader("[]"));
    assertEquals(255, reader.getNestingLimit());
    assertThrows(IllegalArgumentException.class, () -> reader.setNestingLimit(-1));
    Fact bounds = bounds("com.google.gson.stream.JsonReader", "setNestingLimit", int.class);
    assertEquals("DEPTH", bounds.value(""));
    assertEquals("", bounds.argument("never", ""));
  }

  @Test
  void snakeYamlLimitsAliasesDepthAndLength() {
    LoaderOptions options = new LoaderOptions();
    assertEquals(50, options.getMaxAliasesForCollections());
    assertEquals(50, options.getNestingDepthLimit());
    assertEquals(3 * 1024 * 1024, options.getCodePointLimit());
  }

  /** No value of zero or below means none: all of them refuse everything. */
  @Test
  void snakeYamlHasNoSignForNoLimit() {
    for (int limit : new int[] {0, -1}) {
      LoaderOptions deep = new LoaderOptions();
      deep.setNestingDepthLimit(limit);
      assertThrows(RuntimeException.class, () -> new Yaml(deep).load("a: {b: {c: 1}}"));
      LoaderOptions longer = new LoaderOptions();
      longer.setCodePointLimit(limit);
      assertThrows(RuntimeException.class, () -> new Yaml(longer).load("a: 1"));
    }
    String type = "org.yaml.snakeyaml.LoaderOptions";
    assertEquals("", bounds(type, "setNestingDepthLimit", int.class).argument("never", ""));
    assertEquals("", bounds(type, "setCodePointLimit", int.class).argument("never", ""));
  }

  private static Fact bounds(String type, String name, Class<?> parameter) {
    return Stated.contract(Stated.member(type, name, parameter))
        .fact(Word.BOUNDS, Slot.parameter(0));
  }
}
