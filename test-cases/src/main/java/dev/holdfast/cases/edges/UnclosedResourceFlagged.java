package dev.holdfast.cases.edges;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Scanner;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.IOUtils;

/** Files that stay open: each keeps a handle until a collector that may not run finds it. */
final class UnclosedResourceFlagged {
  private static final Logger LOG = Logger.getLogger("orders");

  private final Path orders;

  UnclosedResourceFlagged(Path orders) {
    this.orders = orders;
  }

  Properties loadLeavesItOpen() throws IOException {
    Properties settings = new Properties();
    settings.load(new FileInputStream("orders.properties")); // expect: UnclosedResource
    return settings;
  }

  Properties resourceOfTheClassPath() throws IOException {
    Properties settings = new Properties();
    InputStream in =
        getClass().getResourceAsStream("/orders.properties"); // expect: UnclosedResource
    if (in != null) {
      settings.load(in);
    }
    return settings;
  }

  long linesCounted() throws IOException {
    return Files.lines(orders).count(); // expect: UnclosedResource
  }

  List<String> directoryListed() throws IOException {
    return Files.list(orders).map(Path::toString).toList(); // expect: UnclosedResource
  }

  Optional<Path> walkedToTheFirst(String suffix) throws IOException {
    return Files.walk(orders) // expect: UnclosedResource
        .filter(path -> path.toString().endsWith(suffix))
        .findFirst();
  }

  List<Path> iteratedOver() throws IOException {
    List<Path> found = new ArrayList<>();
    DirectoryStream<Path> stream = Files.newDirectoryStream(orders); // expect: UnclosedResource
    for (Path path : stream) {
      found.add(path);
    }
    return found;
  }

  int overwrittenBeforeTheClose(String left, String right) throws IOException {
    InputStream in = new FileInputStream(left); // expect: UnclosedResource
    int first = in.read();
    in = new FileInputStream(right);
    try {
      return first + in.read();
    } finally {
      in.close();
    }
  }

  boolean closedOnOneBranch(Path path) throws IOException {
    BufferedReader reader = Files.newBufferedReader(path); // expect: UnclosedResource
    String header = reader.readLine();
    if (header == null) {
      return false;
    }
    reader.close();
    return header.startsWith("#");
  }

  int notClosedWhenReadingFails(String file) throws IOException {
    FileInputStream in = new FileInputStream(file); // possible: UnclosedResource
    int first = in.read();
    in.close();
    return first;
  }

  /** What a program reads once costs one handle. */
  static final class Release {
    private static final String NAME = name();
    private static String version;

    private Release() {}

    static String version() {
      if (version == null) {
        readVersion();
      }
      return NAME + version;
    }

    private static void readVersion() {
      Properties properties = new Properties();
      try {
        properties.load(
            Release.class.getResourceAsStream("/version.properties")); // possible: UnclosedResource
      } catch (IOException e) {
        properties.clear();
      }
      version = properties.getProperty("version", "unknown");
    }

    private static String name() {
      Properties properties = new Properties();
      try {
        properties.load(
            Release.class.getResourceAsStream("/name.properties")); // possible: UnclosedResource
      } catch (IOException e) {
        properties.clear();
      }
      return properties.getProperty("name", "unknown");
    }

    static String again() throws IOException {
      Properties properties = new Properties();
      properties.load(
          Release.class.getResourceAsStream("/version.properties")); // expect: UnclosedResource
      return properties.getProperty("version", "unknown");
    }
  }

  interface Listener {
    default void opened(Reader reader) {}

    default void failed(IOException cause) {}
  }

  /** A body that does nothing stands there to be replaced by one that closes. */
  void handedToAListener(Path path, Listener listener) {
    try {
      Reader reader = Files.newBufferedReader(path); // possible: UnclosedResource
      listener.opened(reader);
    } catch (IOException e) {
      listener.failed(e);
    }
  }

  String innermostOfWrappers(String file) throws IOException {
    InputStream in = new BufferedInputStream(new FileInputStream(file)); // expect: UnclosedResource
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    return IOUtils.toString(reader);
  }

  void wrapperFailsAfterTheFileIsOpen(String file, List<String> lines) throws IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter(file, StandardCharsets.UTF_8))) {
      lines.forEach(out::println);
    }
    FileInputStream opened = new FileInputStream(file); // possible: UnclosedResource
    try (InputStream in = new GZIPInputStream(opened)) {
      in.read();
    }
  }

  void writerNeverFlushed(String file, List<String> lines) throws IOException {
    PrintWriter out = new PrintWriter(new FileWriter(file, true)); // expect: UnclosedResource
    for (String line : lines) {
      out.println(line);
    }
  }

  String copiedToText(Path path) throws IOException {
    Reader reader = new FileReader(path.toFile()); // expect: UnclosedResource
    return IOUtils.toString(reader);
  }

  String tokensOf(Path path) throws IOException {
    Scanner scanner = new Scanner(path).useDelimiter(";"); // expect: UnclosedResource
    return scanner.hasNext() ? scanner.next() : "";
  }

  int channelOfAFile(Path path) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(16);
    return new RandomAccessFile(path.toFile(), "r") // expect: UnclosedResource
        .getChannel()
        .read(header);
  }

  InputStream streamOfAFileNobodyCloses(String archive) throws IOException {
    ZipFile zip = new ZipFile(archive); // expect: UnclosedResource
    ZipEntry entry = zip.getEntry("orders.csv");
    return entry == null ? null : zip.getInputStream(entry);
  }

  private OutputStream create(String file) throws IOException {
    return new FileOutputStream(file);
  }

  void madeByAHelper(String file, byte[] content) throws IOException {
    OutputStream out = create(file); // expect: UnclosedResource
    out.write(content);
  }

  void closesTheOtherOne(String from, String to) throws IOException {
    InputStream in = new FileInputStream(from); // possible: UnclosedResource
    OutputStream out = new FileOutputStream(to); // expect: UnclosedResource
    try {
      in.transferTo(out);
    } finally {
      in.close();
    }
  }

  int skippedByContinue(List<String> files) {
    int longEnough = 0;
    for (String file : files) {
      try {
        FileInputStream in = new FileInputStream(file); // expect: UnclosedResource
        if (in.available() < 16) {
          continue;
        }
        longEnough++;
        in.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "unreadable: " + file, e);
      }
    }
    return longEnough;
  }

  long inALambda(List<Path> paths) {
    Supplier<Long> all =
        () -> {
          long sum = 0;
          for (Path path : paths) {
            try {
              sum += Files.lines(path).count(); // expect: UnclosedResource
            } catch (IOException e) {
              LOG.log(Level.WARNING, "unreadable: " + path, e);
            }
          }
          return sum;
        };
    return all.get();
  }
}
