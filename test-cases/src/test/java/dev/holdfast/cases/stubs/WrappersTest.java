package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.function.Function;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CheckedInputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what stubs say about wrapping: closing what is around a stream closes the stream. */
class WrappersTest {
  private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;

  static Stream<Arguments> wrappers() {
    return Stream.of(
        wrapper(
            BufferedInputStream.class,
            "<init>",
            w -> new BufferedInputStream(w.in),
            InputStream.class),
        wrapper(
            InputStreamReader.class, "<init>", w -> new InputStreamReader(w.in), InputStream.class),
        wrapper(BufferedReader.class, "<init>", w -> new BufferedReader(w.reader), Reader.class),
        wrapper(PushbackReader.class, "<init>", w -> new PushbackReader(w.reader), Reader.class),
        wrapper(
            SequenceInputStream.class,
            "<init>",
            w -> new SequenceInputStream(w.in, w.in),
            InputStream.class,
            InputStream.class),
        wrapper(
            CheckedInputStream.class,
            "<init>",
            w -> new CheckedInputStream(w.in, new Adler32()),
            InputStream.class,
            java.util.zip.Checksum.class),
        wrapper(ZipInputStream.class, "<init>", w -> new ZipInputStream(w.in), InputStream.class),
        wrapper(JarInputStream.class, "<init>", w -> new JarInputStream(w.in), InputStream.class),
        wrapper(Scanner.class, "<init>", w -> new Scanner(w.in), InputStream.class),
        wrapper(Scanner.class, "<init>", w -> new Scanner(w.reader), Readable.class),
        wrapper(
            DataOutputStream.class, "<init>", w -> new DataOutputStream(w.out), OutputStream.class),
        wrapper(
            OutputStreamWriter.class,
            "<init>",
            w -> new OutputStreamWriter(w.out, StandardCharsets.UTF_8),
            OutputStream.class,
            java.nio.charset.Charset.class),
        wrapper(BufferedWriter.class, "<init>", w -> new BufferedWriter(w.writer), Writer.class),
        wrapper(PrintStream.class, "<init>", w -> new PrintStream(w.out), OutputStream.class),
        wrapper(PrintWriter.class, "<init>", w -> new PrintWriter(w.writer), Writer.class),
        wrapper(
            PrintWriter.class,
            "<init>",
            w -> new PrintWriter(w.out, true),
            OutputStream.class,
            boolean.class),
        wrapper(Formatter.class, "<init>", w -> new Formatter(w.out), OutputStream.class),
        wrapper(Formatter.class, "<init>", w -> new Formatter(w.writer), Appendable.class),
        wrapper(
            DeflaterOutputStream.class,
            "<init>",
            w -> new DeflaterOutputStream(w.out),
            OutputStream.class),
        wrapper(
            GZIPOutputStream.class, "<init>", w -> new GZIPOutputStream(w.out), OutputStream.class),
        wrapper(
            ZipOutputStream.class, "<init>", w -> new ZipOutputStream(w.out), OutputStream.class),
        wrapper(Channels.class, "newChannel", w -> Channels.newChannel(w.in), InputStream.class),
        wrapper(Channels.class, "newChannel", w -> Channels.newChannel(w.out), OutputStream.class),
        wrapper(Okio.class, "source", w -> Okio.source(w.in), InputStream.class),
        wrapper(Okio.class, "buffer", w -> Okio.buffer(Okio.source(w.in)), okio.Source.class),
        wrapper(
            com.google.gson.stream.JsonReader.class,
            "<init>",
            w -> new com.google.gson.stream.JsonReader(w.reader),
            Reader.class),
        wrapper(
            com.google.gson.stream.JsonWriter.class,
            "<init>",
            w -> new com.google.gson.stream.JsonWriter(w.writer).value(1),
            Writer.class),
        wrapper(Gson.class, "newJsonReader", w -> new Gson().newJsonReader(w.reader), Reader.class),
        wrapper(
            com.fasterxml.jackson.core.JsonFactory.class,
            "createParser",
            w -> new com.fasterxml.jackson.core.JsonFactory().createParser(w.in),
            InputStream.class),
        wrapper(
            com.fasterxml.jackson.core.JsonFactory.class,
            "createGenerator",
            w -> new com.fasterxml.jackson.core.JsonFactory().createGenerator(w.out),
            OutputStream.class),
        wrapper(
            com.fasterxml.jackson.databind.ObjectReader.class,
            "readValues",
            w -> new ObjectMapper().readerFor(Map.class).readValues(w.in),
            InputStream.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrappers")
  void closingTheWrapperClosesWhatItWraps(Member member, Wrap wrap) throws Exception {
    Watched watched = new Watched(JSON);
    AutoCloseable wrapper = wrap.around(watched);
    assertFalse(watched.isClosed());
    wrapper.close();
    assertTrue(watched.isClosed());
    assertTrue(
        Stated.contract(member).says(Word.ALIASES, Slot.parameter(0)), "@Aliases is missing");
  }

  static Stream<Arguments> receivers() {
    return Stream.of(
        receiver("string", ResponseBody::string),
        receiver("bytes", ResponseBody::bytes),
        receiver("byteString", ResponseBody::byteString),
        receiver("close", body -> null),
        receiver("contentLength", ResponseBody::contentLength));
  }

  /** A body of OkHttp reads from its source and closes it. */
  @ParameterizedTest(name = "ResponseBody.{0}")
  @MethodSource("receivers")
  void readingABodyAsAWholeClosesIt(String name, Read read) throws Exception {
    Watched watched = new Watched(JSON);
    ResponseBody body =
        ResponseBody.create(
            Okio.buffer(Okio.source(watched.in)), MediaType.get("text/plain"), JSON.length);
    read.from(body);
    if (name.equals("close")) {
      body.close();
    }
    assertEquals(
        watched.isClosed(),
        Stated.contract(Stated.member("okhttp3.ResponseBody", name))
            .says(Word.RELEASES, Slot.RECEIVER));
  }

  @Test
  void aFilesStreamsEndWithTheFile() throws Exception {
    Path zip = folder.resolve("one.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a"));
      out.write(JSON);
    }
    ZipFile file = new ZipFile(zip.toFile());
    InputStream in = file.getInputStream(file.getEntry("a"));
    file.close();
    org.junit.jupiter.api.Assertions.assertThrows(java.io.IOException.class, in::read);
    Contract contract =
        Stated.contract(Stated.member("java.util.zip.ZipFile", "getInputStream", ZipEntry.class));
    assertEquals("this", contract.fact(Word.ACQUIRES, Slot.RESULT).argument("closedBy", ""));
  }

  /** Reading to the end is not enough: the directory stays open. */
  @Test
  void streamsOfFilesAreClosedByHandOnly() throws Exception {
    Path file = Files.write(folder.resolve("lines"), List.of("a", "b"));
    boolean[] closed = new boolean[1];
    try (Stream<String> lines = Files.lines(file).onClose(() -> closed[0] = true)) {
      Stream<Integer> derived = lines.filter(line -> !line.isEmpty()).map(String::length).sorted();
      assertEquals(2, derived.count());
      assertFalse(closed[0]);
      derived.close();
      assertTrue(closed[0], "a step of a pipeline is the stream itself");
    }
    Function<String, Contract> of =
        name -> Stated.contract(Stated.member("java.util.stream.Stream", name, Function.class));
    assertTrue(of.apply("map").says(Word.ALIASES, Slot.RESULT));
  }

  private static Arguments receiver(String name, Read read) {
    return arguments(name, read);
  }

  private static Arguments wrapper(Class<?> type, String name, Wrap wrap, Class<?>... parameters) {
    return arguments(Stated.member(type.getName(), name, parameters), wrap);
  }

  /** Something that is made around a stream. */
  private interface Wrap {
    AutoCloseable around(Watched watched) throws Exception;
  }

  /** Reads something from a body. */
  private interface Read {
    Object from(ResponseBody body) throws Exception;
  }
}
