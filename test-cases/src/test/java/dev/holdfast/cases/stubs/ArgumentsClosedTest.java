package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.JsonParser;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what stubs say about streams as arguments: who closes what it is given and who does not. */
class ArgumentsClosedTest {
  private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] XML =
      ("<!DOCTYPE properties SYSTEM \"http://java.sun.com/dtd/properties.dtd\">"
              + "<properties><entry key=\"a\">1</entry></properties>")
          .getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;

  static Stream<Arguments> jdk() {
    return Stream.of(
        given(
            "java.util.Properties", "load", 0, w -> new Properties().load(w.in), InputStream.class),
        given(
            "java.util.Properties", "load", 0, w -> new Properties().load(w.reader), Reader.class),
        given(
            "java.util.Properties",
            "store",
            0,
            w -> new Properties().store(w.out, ""),
            OutputStream.class,
            String.class),
        given(
            "java.util.Properties",
            "storeToXML",
            0,
            w -> new Properties().storeToXML(w.out, ""),
            OutputStream.class,
            String.class),
        given(
            "java.util.PropertyResourceBundle",
            "<init>",
            0,
            w -> new PropertyResourceBundle(w.in),
            InputStream.class),
        given("java.util.jar.Manifest", "<init>", 0, w -> new Manifest(w.in), InputStream.class),
        given(
            "java.util.jar.Manifest",
            "write",
            0,
            w -> new Manifest().write(w.out),
            OutputStream.class),
        given(
            "java.nio.file.Files",
            "copy",
            0,
            w -> Files.copy(w.in, folder.resolve("copied" + System.nanoTime())),
            InputStream.class,
            Path.class,
            java.nio.file.CopyOption[].class),
        given(
            "java.nio.file.Files",
            "copy",
            1,
            w -> Files.copy(file(), w.out),
            Path.class,
            OutputStream.class),
        given(
            "java.io.InputStream",
            "transferTo",
            0,
            w -> InputStream.nullInputStream().transferTo(w.out),
            OutputStream.class),
        given(
            "java.io.Reader",
            "transferTo",
            0,
            w -> Reader.nullReader().transferTo(w.writer),
            Writer.class),
        given(
            "java.security.KeyStore",
            "store",
            0,
            w -> {
              KeyStore keys = KeyStore.getInstance("PKCS12");
              keys.load(null, null);
              keys.store(w.out, new char[] {'x'});
            },
            OutputStream.class,
            char[].class),
        given(
            "java.security.cert.CertificateFactory",
            "generateCertificate",
            0,
            ArgumentsClosedTest::certificate,
            InputStream.class));
  }

  static Stream<Arguments> json() {
    ObjectMapper jackson = new ObjectMapper();
    TypeReference<Map<String, Object>> tree = new TypeReference<>() {};
    Gson gson = new Gson();
    String mapper = "com.fasterxml.jackson.databind.ObjectMapper";
    String reader = "com.fasterxml.jackson.databind.ObjectReader";
    String writer = "com.fasterxml.jackson.databind.ObjectWriter";
    return Stream.of(
        given(
            mapper,
            "readValue",
            0,
            w -> jackson.readValue(w.in, Map.class),
            InputStream.class,
            Class.class),
        given(
            mapper,
            "readValue",
            0,
            w -> jackson.readValue(w.in, tree),
            InputStream.class,
            TypeReference.class),
        given(
            mapper,
            "readValue",
            0,
            w -> jackson.readValue(w.reader, tree),
            Reader.class,
            TypeReference.class),
        given(mapper, "readTree", 0, w -> jackson.readTree(w.in), InputStream.class),
        given(mapper, "readTree", 0, w -> jackson.readTree(w.reader), Reader.class),
        given(
            mapper,
            "writeValue",
            0,
            w -> jackson.writeValue(w.out, 1),
            OutputStream.class,
            Object.class),
        given(
            mapper,
            "writeValue",
            0,
            w -> jackson.writeValue(w.writer, 1),
            Writer.class,
            Object.class),
        given(
            reader,
            "readValue",
            0,
            w -> jackson.readerFor(Map.class).readValue(w.in),
            InputStream.class),
        given(reader, "readTree", 0, w -> jackson.reader().readTree(w.in), InputStream.class),
        given(
            writer,
            "writeValue",
            0,
            w -> jackson.writer().writeValue(w.out, 1),
            OutputStream.class,
            Object.class),
        given(
            "com.google.gson.Gson",
            "fromJson",
            0,
            w -> gson.fromJson(w.reader, Map.class),
            Reader.class,
            Class.class),
        given(
            "com.google.gson.JsonParser",
            "parseReader",
            0,
            w -> JsonParser.parseReader(w.reader),
            Reader.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"jdk", "json"})
  void closesWhatItIsGivenAsTheStubSays(Member member, int index, Use use) throws Exception {
    Watched watched = new Watched(JSON);
    use.of(watched);
    Contract contract = Stated.contract(member);
    assertTrue(contract.mentioned(), "no stub mentions " + member);
    assertEquals(watched.isClosed(), contract.says(Word.RELEASES, Slot.parameter(index)));
  }

  @Test
  void readingPropertiesFromXmlClosesTheStream() throws Exception {
    Watched watched = new Watched(XML);
    new Properties().loadFromXML(watched.in);
    assertTrue(watched.isClosed());
    assertTrue(
        Stated.contract(Stated.member("java.util.Properties", "loadFromXML", InputStream.class))
            .says(Word.RELEASES, Slot.parameter(0)));
  }

  @Test
  void jacksonClosesASourceThatIsNoJsonToo() {
    for (byte[] garbage : List.of(new byte[] {'x'}, new byte[0])) {
      Watched watched = new Watched(garbage);
      try {
        new ObjectMapper().readValue(watched.in, Map.class);
      } catch (java.io.IOException expected) {
        assertTrue(watched.isClosed());
      }
    }
  }

  private static Path file() throws Exception {
    return Files.write(folder.resolve("json"), JSON);
  }

  private static void certificate(Watched watched) throws Exception {
    try {
      CertificateFactory.getInstance("X.509").generateCertificate(watched.in);
    } catch (CertificateException expected) {
      // no certificate, but the stream was read
    }
  }

  private static Arguments given(
      String type, String name, int index, Use use, Class<?>... parameters) {
    return arguments(Stated.member(type, name, parameters), index, use);
  }

  /** A call that may throw anything. */
  private interface Use {
    void of(Watched watched) throws Exception;
  }
}
