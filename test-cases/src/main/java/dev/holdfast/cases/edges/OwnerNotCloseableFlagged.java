package dev.holdfast.cases.edges;

import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.zip.ZipFile;

/** Classes that open something for a field and cannot be told to close it. */
final class OwnerNotCloseableFlagged {
  private OwnerNotCloseableFlagged() {}

  static final class Connection {
    private final Socket socket;

    Connection(String host) throws IOException {
      socket = new Socket(host, 6_379); // possible: OwnerNotCloseable
    }

    int port() {
      return socket.getPort();
    }
  }

  static final class Listener {
    private final ServerSocket server = new ServerSocket(0); // possible: OwnerNotCloseable

    Listener() throws IOException {}

    int port() {
      return server.getLocalPort();
    }
  }

  static final class Statistics {
    private final DatagramSocket socket;

    Statistics() throws IOException {
      this.socket = new DatagramSocket(); // possible: OwnerNotCloseable
    }

    int port() {
      return socket.getLocalPort();
    }
  }

  static final class Audit {
    private final PrintWriter out;

    Audit(String file) throws IOException {
      out = new PrintWriter(new FileWriter(file, true)); // possible: OwnerNotCloseable
    }

    void log(String line) {
      out.println(line);
    }
  }

  static final class Index {
    private final RandomAccessFile file;

    Index(String name) throws IOException {
      file = new RandomAccessFile(name, "r"); // possible: OwnerNotCloseable
    }

    int entry(long at) throws IOException {
      file.seek(at);
      return file.readInt();
    }
  }

  static final class Catalogue {
    private final ZipFile archive;

    Catalogue(String name) throws IOException {
      archive = new ZipFile(name); // possible: OwnerNotCloseable
    }

    int size() {
      return archive.size();
    }
  }

  static final class Journal {
    private final FileChannel channel;

    Journal(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.APPEND); // possible: OwnerNotCloseable
    }

    long length() throws IOException {
      return channel.size();
    }
  }

  static final class Loop {
    private final Selector selector;

    Loop() throws IOException {
      selector = Selector.open(); // possible: OwnerNotCloseable
    }

    int ready() throws IOException {
      return selector.selectNow();
    }
  }

  static final class Sequence {
    private final InputStream numbers;

    Sequence(String file) throws IOException {
      numbers = new FileInputStream(file); // possible: OwnerNotCloseable
    }

    int next() throws IOException {
      return numbers.read();
    }
  }

  /** Its close() closes the other one. */
  static final class Bridge implements AutoCloseable {
    private final Socket left;
    private final Socket right;

    Bridge(String host) throws IOException {
      right = new Socket(host, 1_025); // possible: UnclosedResource
      left = new Socket(host, 1_024); // possible: OwnerNotCloseable
    }

    int ports() {
      return left.getPort() + right.getPort();
    }

    @Override
    public void close() throws IOException {
      right.close();
    }
  }

  /** Told of a folder, which closes nothing. */
  static final class Watcher {
    private final WatchService watcher;

    Watcher(Path folder) throws IOException {
      watcher = folder.getFileSystem().newWatchService(); // possible: OwnerNotCloseable
    }

    void watch(Path folder) throws IOException {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
    }

    boolean isChanged() {
      return watcher.poll() != null;
    }
  }
}
