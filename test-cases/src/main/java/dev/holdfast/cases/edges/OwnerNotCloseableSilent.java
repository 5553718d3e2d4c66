package dev.holdfast.cases.edges;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.io.IOUtils;

/** Classes that close what they keep, or let others do so. */
final class OwnerNotCloseableSilent {
  private OwnerNotCloseableSilent() {}

  static final class Closes implements Closeable {
    private final FileChannel channel;

    Closes(Path file) throws IOException {
      channel = FileChannel.open(file);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  static final class Stops {
    private final ServerSocket server;

    Stops() throws IOException {
      server = new ServerSocket(0);
    }

    void stop() throws IOException {
      server.close();
    }
  }

  static final class ClosesQuietly {
    private final InputStream in;

    ClosesQuietly(String file) throws IOException {
      in = new FileInputStream(file);
    }

    void dispose() {
      IOUtils.closeQuietly(in);
    }
  }

  static final class ClosesAllOfThem {
    private final FileChannel data;
    private final ZipFile index;

    ClosesAllOfThem(Path data, String index) throws IOException {
      this.data = FileChannel.open(data);
      try {
        this.index = new ZipFile(index);
      } catch (IOException e) {
        this.data.close();
        throw e;
      }
    }

    void shutdown() throws IOException {
      for (Closeable closeable : List.of(data, index)) {
        closeable.close();
      }
    }
  }

  static final class GivesItOut {
    private final Socket socket;

    GivesItOut(String host) throws IOException {
      socket = new Socket(host, 6_379);
    }

    Socket socket() {
      return socket;
    }
  }

  static final class HandsItOn {
    private final Socket socket;

    HandsItOn(String host) throws IOException {
      socket = new Socket(host, 6_379);
    }

    Session session() {
      return new Session(socket);
    }

    record Session(Socket socket) implements Closeable {
      @Override
      public void close() throws IOException {
        socket.close();
      }
    }
  }

  static final class ClosesInAHook {
    private final ServerSocket server;

    ClosesInAHook() throws IOException {
      server = new ServerSocket(0);
    }

    void start() {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> IOUtils.closeQuietly(server)));
    }
  }

  static final class ClosesInAnInnerClass {
    private final ServerSocket server;

    ClosesInAnInnerClass() throws IOException {
      server = new ServerSocket(0);
    }

    Closeable handle() {
      return new Closeable() {
        @Override
        public void close() throws IOException {
          server.close();
        }
      };
    }
  }

  static final class ClosesByReference {
    private final ServerSocket server;

    ClosesByReference() throws IOException {
      server = new ServerSocket(0);
    }

    Closeable handle() {
      return server::close;
    }
  }

  /** Whoever extends it closes it. */
  static class LeavesItToSubclasses {
    protected final ServerSocket server;

    LeavesItToSubclasses() throws IOException {
      server = new ServerSocket(0);
    }
  }

  /** Whoever made the socket closes it. */
  static final class Borrows {
    private final Socket socket;

    Borrows(Socket socket) {
      this.socket = socket;
    }

    int port() {
      return socket.getPort();
    }
  }

  static final class ClosesInTheMethod {
    private InputStream in;

    int first(String file) throws IOException {
      in = new FileInputStream(file);
      try {
        return in.read();
      } finally {
        in.close();
      }
    }
  }
}
