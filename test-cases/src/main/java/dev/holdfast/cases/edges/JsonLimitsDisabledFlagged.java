package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.stream.JsonReader;
import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Parsers that take whatever they are sent. */
final class JsonLimitsDisabledFlagged {
  private static final int ANY = Integer.MAX_VALUE;

  ObjectMapper deep() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE) // expect: JsonLimitsDisabled
            .build();
    return new ObjectMapper(JsonFactory.builder().streamReadConstraints(constraints).build());
  }

  StreamReadConstraints longStringsAndNumbers() {
    return StreamReadConstraints.builder()
        .maxStringLength(ANY) // expect: JsonLimitsDisabled
        .maxNumberLength(Integer.MAX_VALUE) // expect: JsonLimitsDisabled
        .build();
  }

  /** What no stack can hold is no limit. */
  StreamReadConstraints deeperThanAnyStack() {
    int depth = 1_000_000;
    return StreamReadConstraints.builder()
        .maxNestingDepth(depth) // expect: JsonLimitsDisabled
        .build();
  }

  StreamReadConstraints documentOfAnyLength() {
    return StreamReadConstraints.builder()
        .maxDocumentLength(-1) // expect: JsonLimitsDisabled
        .build();
  }

  JsonReader gson(Reader input) {
    JsonReader reader = new JsonReader(input);
    reader.setNestingLimit(Integer.MAX_VALUE); // expect: JsonLimitsDisabled
    return reader;
  }

  /** A billion laughs: each reference doubles what it refers to. */
  Yaml laughing() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // expect: JsonLimitsDisabled
    return new Yaml(options);
  }

  Yaml ofAnyLength() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // expect: JsonLimitsDisabled
    return new Yaml(options);
  }

  Yaml onlyForFriends(boolean trusted) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(trusted ? Integer.MAX_VALUE : 65_536); // possible: JsonLimitsDisabled
    return new Yaml(options);
  }

  StreamReadConstraints longNames() {
    return StreamReadConstraints.builder()
        .maxNameLength(ANY) // expect: JsonLimitsDisabled
        .build();
  }

  Yaml asDeepAsYouLike() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(ANY); // expect: JsonLimitsDisabled
    return new Yaml(options);
  }
}
