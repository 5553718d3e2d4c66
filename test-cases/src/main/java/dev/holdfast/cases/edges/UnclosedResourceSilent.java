package dev.holdfast.cases.edges;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Scanner;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.IOUtils;

/** Files that are closed, belong to somebody else, or are none. */
final class UnclosedResourceSilent {
  private final Path orders;
  private Reader open;

  UnclosedResourceSilent(Path orders) {
    this.orders = orders;
  }

  byte[] memoryNeedsNoClosing(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)).transferTo(bytes);
    StringWriter copy = new StringWriter();
    new StringReader(text).transferTo(copy);
    return bytes.toByteArray();
  }

  byte[] archiveInMemory(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ZipOutputStream zip = new ZipOutputStream(bytes);
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.finish();
    return bytes.toByteArray();
  }

  List<String> streamOverACollection(List<String> names) {
    Stream<String> stream = names.stream();
    stream = stream.filter(name -> !name.isEmpty());
    return stream.toList();
  }

  Stream<Path> callerOwnsTheWalk(String suffix) throws IOException {
    return Files.walk(orders).filter(path -> path.toString().endsWith(suffix));
  }

  long flatMapClosesEach(List<Path> paths) {
    return paths.stream().flatMap(UnclosedResourceSilent::lines).count();
  }

  private static Stream<String> lines(Path path) {
    try {
      return Files.lines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long closedWithItsHeader() throws IOException {
    try (Stream<String> lines = Files.lines(orders)) {
      return lines.filter(line -> !line.isBlank()).count();
    }
  }

  void wrapperClosesTheFile(List<String> lines) throws IOException {
    BufferedWriter out =
        new BufferedWriter(new PrintWriter(new FileOutputStream(orders.toFile()), true));
    try {
      for (String line : lines) {
        out.write(line);
      }
    } finally {
      out.close();
    }
  }

  void wrapsWhatTheCallerOwns(OutputStream out, byte[] content) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(out);
    zipped.write(content);
    zipped.finish();
  }

  Reader returnedInAWrapper() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(orders), StandardCharsets.UTF_8));
  }

  Reader factoryClosesOnError(String file) throws IOException {
    InputStream in = new FileInputStream(file);
    try {
      if (in.read() != '#') {
        throw new IOException("no header: " + file);
      }
      return new InputStreamReader(in, StandardCharsets.UTF_8);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  Properties helperCloses(String file) throws IOException {
    Properties settings = new Properties();
    InputStream in = new FileInputStream(file);
    try {
      settings.load(in);
    } finally {
      cleanUp(in);
    }
    return settings;
  }

  private static void cleanUp(Closeable closeable) {
    if (closeable != null) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String closedQuietly(String file) throws IOException {
    InputStream in = null;
    try {
      in = new FileInputStream(file);
      return IOUtils.toString(in, StandardCharsets.UTF_8);
    } finally {
      IOUtils.closeQuietly(in);
    }
  }

  int nullGuards(String file) throws IOException {
    InputStream in = null;
    try {
      in = file == null ? null : new FileInputStream(file);
      return in == null ? -1 : in.read();
    } finally {
      if (Objects.nonNull(in)) {
        in.close();
      }
    }
  }

  Supplier<String> lambdaCloses(String file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
    return () -> {
      try (reader) {
        return reader.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  void severalInACollection(List<String> files) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    try {
      for (String file : files) {
        streams.add(new FileInputStream(file));
      }
      for (InputStream stream : streams) {
        stream.transferTo(OutputStream.nullOutputStream());
      }
    } finally {
      for (InputStream stream : streams) {
        stream.close();
      }
    }
  }

  Optional<InputStream> inAnOptional(String file) throws IOException {
    return Files.exists(Path.of(file)) ? Optional.of(new FileInputStream(file)) : Optional.empty();
  }

  void fieldClosedByAnother() throws IOException {
    if (open != null) {
      open.close();
    }
    open = Files.newBufferedReader(orders);
  }

  void stop() throws IOException {
    open.close();
  }

  String fluentCloseable(List<String> names) {
    Formatter text = new Formatter(new StringBuilder());
    for (String name : names) {
      text.format("%s%n", name).format("-%n");
    }
    return text.toString();
  }

  Writer fluentWriter(Writer out, String name) throws IOException {
    return out.append(name).append('\n');
  }

  String standardInput() {
    Scanner keyboard = new Scanner(System.in, StandardCharsets.UTF_8);
    return keyboard.nextLine();
  }

  Path defaultFileSystem(String name) {
    FileSystem files = FileSystems.getDefault();
    return files.getPath(name);
  }

  /** Whoever has it has what was put into it, by whatever name it was put there. */
  Closeable castOwner(boolean open) throws IOException {
    Closeable owner = new Shelf();
    if (open) {
      ((Shelf) owner).setOrders(Files.newBufferedReader(orders));
    }
    return owner;
  }

  String castOwnerInTheHeader() throws IOException {
    Closeable made = new Shelf();
    Shelf shelf = (Shelf) made;
    shelf.setOrders(Files.newBufferedReader(orders));
    try (Shelf closed = (Shelf) made) {
      return closed.toString();
    }
  }

  static final class Shelf implements Closeable {
    private Reader orders;

    void setOrders(Reader orders) {
      this.orders = orders;
    }

    @Override
    public void close() throws IOException {
      if (orders != null) {
        orders.close();
      }
    }
  }

  Lock lockKeptForTheProcess() throws IOException {
    FileChannel channel =
        FileChannel.open(orders, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new Lock(channel.tryLock());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  record Lock(FileLock held) {}
}
