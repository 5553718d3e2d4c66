package dev.holdfast.cases.loopback;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections on the loopback interface and counts them; subclasses say what it answers.
 */
public abstract class Peer implements Closeable {
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();

  Peer(String name) {
    try {
      listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for " + name, e);
    }
    start(name, this::accept);
  }

  /** Talks on one connection until its end. */
  abstract void talk(BufferedReader in, OutputStream out) throws IOException;

  public String host() {
    return listener.getInetAddress().getHostAddress();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Connections accepted so far, closed ones included. */
  public int accepted() {
    return accepted.get();
  }

  /** Stops listening and hangs up; whoever is still waiting gets an end of file. */
  public void hangUp() {
    closeQuietly(listener);
    open.forEach(Peer::closeQuietly);
  }

  @Override
  public void close() {
    hangUp();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        accepted.incrementAndGet();
        open.add(socket);
        if (listener.isClosed()) {
          closeQuietly(socket);
        }
        start("connection of " + Thread.currentThread().getName(), () -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      talk(in, out);
    } catch (IOException e) {
      // either side hung up
    } finally {
      open.remove(socket);
    }
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // going away anyhow
    }
  }
}
