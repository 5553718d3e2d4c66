package dev.holdfast.cases.edges;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.apache.commons.io.input.BoundedInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Limits that are the library's, or other finite ones. */
final class JsonLimitsDisabledSilent {
  private static final int LONGEST = 50 * 1024 * 1024;

  ObjectMapper byDefault() {
    return new ObjectMapper();
  }

  StreamReadConstraints generous() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(5_000)
        .maxStringLength(LONGEST)
        .maxNameLength(100_000)
        .build();
  }

  StreamReadConstraints tighter() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(20)
        .maxStringLength(1_000)
        .maxDocumentLength(10_000_000L)
        .build();
  }

  /** No nesting at all. */
  StreamReadConstraints flat() {
    return StreamReadConstraints.builder().maxNestingDepth(0).build();
  }

  ObjectMapper ofTheCaller(int depth) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxNestingDepth(depth).build();
    return new ObjectMapper(JsonFactory.builder().streamReadConstraints(constraints).build());
  }

  JsonReader gson(Reader input) {
    JsonReader reader = new JsonReader(input);
    reader.setNestingLimit(64);
    return reader;
  }

  Yaml limited() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10);
    options.setNestingDepthLimit(100);
    options.setCodePointLimit(LONGEST);
    return new Yaml(options);
  }

  Yaml read(LoaderOptions options, long length) {
    options.setCodePointLimit((int) Math.min(length, 1_000_000));
    return new Yaml(options);
  }

  /** A stream that counts is no parser. */
  InputStream counted(InputStream input) throws IOException {
    return BoundedInputStream.builder().setInputStream(input).setMaxCount(-1).get();
  }

  StreamReadConstraints byDefaultOfTheBuilder() {
    return StreamReadConstraints.builder().build();
  }

  /** As deep as the tests of the peer go, and no deeper. */
  StreamReadConstraints deepButFinite() {
    int depth = 10_000;
    return StreamReadConstraints.builder().maxNestingDepth(depth).build();
  }

  StreamReadConstraints ofASetting() {
    return StreamReadConstraints.builder()
        .maxStringLength(Integer.getInteger("json.string.max", 1_000_000))
        .build();
  }

  Yaml byDefaultOfItsOptions() {
    return new Yaml(new LoaderOptions());
  }

  Yaml noAliases() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    return new Yaml(options);
  }

  int largest(int[] lengths) {
    int shortest = Integer.MAX_VALUE;
    for (int length : lengths) {
      shortest = Math.min(shortest, length);
    }
    return shortest;
  }
}
