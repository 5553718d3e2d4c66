package dev.holdfast.cases.stubs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.io.ByteStreams;
import com.google.common.io.CharStreams;
import com.google.common.io.Closeables;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.io.Closeable;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what stubs say about streams given to commons-io and Guava: who closes them. */
class CommonsArgumentsTest {
  private static final byte[] LINES = "a\nb".getBytes(StandardCharsets.UTF_8);
  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  @TempDir static Path folder;

  static Stream<Arguments> commons() {
    Class<?> io = IOUtils.class;
    return Stream.of(
        given(io, "closeQuietly", w -> IOUtils.closeQuietly((Closeable) w.in), Closeable.class),
        given(io, "closeQuietly", w -> IOUtils.closeQuietly(w.in), InputStream.class),
        given(io, "closeQuietly", w -> IOUtils.closeQuietly(w.out), OutputStream.class),
        given(io, "closeQuietly", w -> IOUtils.closeQuietly(w.reader), Reader.class),
        given(io, "closeQuietly", w -> IOUtils.closeQuietly(w.writer), Writer.class),
        given(
            io,
            "copy",
            w -> IOUtils.copy(w.in, OutputStream.nullOutputStream()),
            InputStream.class,
            OutputStream.class),
        given(
            io,
            "copy",
            w -> IOUtils.copy(w.reader, Writer.nullWriter()),
            Reader.class,
            Writer.class),
        given(
            io,
            "copyLarge",
            w -> IOUtils.copyLarge(w.in, OutputStream.nullOutputStream()),
            InputStream.class,
            OutputStream.class),
        given(
            io, "readLines", w -> IOUtils.readLines(w.in, UTF_8), InputStream.class, Charset.class),
        given(io, "readLines", w -> IOUtils.readLines(w.reader), Reader.class),
        given(
            io,
            "toBufferedInputStream",
            w -> IOUtils.toBufferedInputStream(w.in),
            InputStream.class),
        given(io, "toByteArray", w -> IOUtils.toByteArray(w.in), InputStream.class),
        given(io, "toByteArray", w -> IOUtils.toByteArray(w.in, 2), InputStream.class, int.class),
        given(
            io,
            "toCharArray",
            w -> IOUtils.toCharArray(w.in, UTF_8),
            InputStream.class,
            Charset.class),
        given(io, "toString", w -> IOUtils.toString(w.in, UTF_8), InputStream.class, Charset.class),
        given(io, "toString", w -> IOUtils.toString(w.reader), Reader.class),
        given(
            FileUtils.class,
            "copyInputStreamToFile",
            w -> FileUtils.copyInputStreamToFile(w.in, folder.resolve("closed").toFile()),
            InputStream.class,
            File.class),
        given(
            FileUtils.class,
            "copyToFile",
            w -> FileUtils.copyToFile(w.in, folder.resolve("open").toFile()),
            InputStream.class,
            File.class));
  }

  static Stream<Arguments> guava() {
    return Stream.of(
        given(
            Closeables.class,
            "close",
            w -> Closeables.close(w.in, true),
            Closeable.class,
            boolean.class),
        given(
            Closeables.class,
            "closeQuietly",
            w -> Closeables.closeQuietly(w.in),
            InputStream.class),
        given(
            Closeables.class, "closeQuietly", w -> Closeables.closeQuietly(w.reader), Reader.class),
        given(
            ByteStreams.class,
            "toByteArray",
            w -> ByteStreams.toByteArray(w.in),
            InputStream.class),
        given(
            ByteStreams.class,
            "copy",
            w -> ByteStreams.copy(w.in, OutputStream.nullOutputStream()),
            InputStream.class,
            OutputStream.class),
        given(ByteStreams.class, "exhaust", w -> ByteStreams.exhaust(w.in), InputStream.class),
        given(CharStreams.class, "toString", w -> CharStreams.toString(w.reader), Readable.class),
        given(
            CharStreams.class, "readLines", w -> CharStreams.readLines(w.reader), Readable.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"commons", "guava"})
  void closesWhatItIsGivenAsTheStubSays(Member member, Use use) throws Exception {
    Watched watched = new Watched(LINES);
    use.of(watched);
    Contract contract = Stated.contract(member);
    assertTrue(contract.mentioned(), "no stub mentions " + member);
    assertEquals(watched.isClosed(), contract.says(Word.RELEASES, Slot.parameter(0)));
  }

  private static Arguments given(Class<?> type, String name, Use use, Class<?>... parameters) {
    return arguments(Stated.member(type.getName(), name, parameters), use);
  }

  /** A call that may throw anything. */
  private interface Use {
    void of(Watched watched) throws Exception;
  }
}
