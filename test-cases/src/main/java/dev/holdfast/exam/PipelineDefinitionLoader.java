package dev.holdfast.exam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the pipeline files that project teams upload. */
public class PipelineDefinitionLoader {

  public record Pipeline(String name, int retries) {}

  private final Path directory;

  public PipelineDefinitionLoader(Path directory) {
    this.directory = directory;
  }

  public Pipeline load(String project) throws IOException {
    try (InputStream in = Files.newInputStream(directory.resolve(project + ".yaml"))) {
      Yaml yaml = new Yaml(new SafeConstructor(options()));
      Map<String, Object> definition = yaml.load(in); // expect: UntypedJsonBinding
      String name = (String) definition.get("name");
      Object retries = definition.get("retries");
      return new Pipeline(name, retries instanceof Integer n ? n : 0);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // expect: JsonLimitsDisabled
    return options;
  }
}
