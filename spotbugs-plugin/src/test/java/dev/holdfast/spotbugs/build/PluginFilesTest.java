package dev.holdfast.spotbugs.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.rulebook.Rule;
import edu.umd.cs.findbugs.FindBugs;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginFilesTest {
  private static final Path CLASSES = Path.of("target/classes");

  @ParameterizedTest
  @CsvSource({"findbugs.xml, findbugsplugin.xsd", "messages.xml, messagecollection.xsd"})
  void isWhatSpotBugsSchemaAsksFor(String file, String schema) throws Exception {
    URL url = FindBugs.class.getResource("/" + schema);
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(url)
        .newValidator()
        .validate(new StreamSource(CLASSES.resolve(file).toFile()));
  }

  @Test
  void everyRuleHasARankOfItsOwn() throws Exception {
    List<String> ranked =
        Files.readAllLines(CLASSES.resolve("bugrank.txt")).stream()
            .map(line -> line.split(" ")[2])
            .toList();
    assertEquals(Arrays.stream(Rule.values()).map(Rule::spotbugsType).toList(), ranked);
  }
}
