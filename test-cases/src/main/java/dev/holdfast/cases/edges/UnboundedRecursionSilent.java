package dev.holdfast.cases.edges;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Methods that call themselves and come to an end. */
final class UnboundedRecursionSilent {
  private static final int MAX_DEPTH = 64;

  private final Backend backend = new Backend();
  private final AtomicInteger left = new AtomicInteger(3);
  private boolean triedAgain;
  private int depth;

  /** Stands for a service. */
  private static final class Backend {
    String get(String key) throws IOException {
      throw new ConnectException(key);
    }
  }

  /** A tree in memory is as deep as somebody built it. */
  private static final class Node {
    final List<Node> children = new ArrayList<>();
  }

  String counted(String key, int retries) throws IOException {
    try {
      return backend.get(key);
    } catch (IOException e) {
      if (retries == 0) {
        throw e;
      }
      return counted(key, retries - 1);
    }
  }

  String countedInAField(String key) throws IOException {
    try {
      return backend.get(key);
    } catch (IOException e) {
      if (left.decrementAndGet() < 0) {
        throw e;
      }
      return countedInAField(key);
    }
  }

  String once(String key) throws IOException {
    try {
      return backend.get(key);
    } catch (IOException e) {
      if (triedAgain) {
        throw e;
      }
      triedAgain = true;
      return once(key);
    }
  }

  String fallback(String key) {
    try {
      return backend.get(key);
    } catch (IOException e) {
      return fallback("default:" + key);
    }
  }

  String delayed(String key) throws InterruptedException {
    try {
      return backend.get(key);
    } catch (IOException e) {
      TimeUnit.SECONDS.sleep(1);
      return delayed(key);
    }
  }

  String untilADeadline(String key, long deadline) throws IOException {
    try {
      return backend.get(key);
    } catch (IOException e) {
      if (System.nanoTime() > deadline) {
        throw e;
      }
      return untilADeadline(key, deadline);
    }
  }

  String interrupted(BlockingQueue<String> queue) {
    try {
      return queue.poll(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return interrupted(queue);
    }
  }

  String otherOverload(String key) throws IOException {
    try {
      return backend.get(key);
    } catch (ConnectException e) {
      return otherOverload(key, "backup");
    }
  }

  private String otherOverload(String key, String host) throws IOException {
    return backend.get(host + '/' + key);
  }

  int tree(Node node) {
    int count = 1;
    for (Node child : node.children) {
      count += tree(child);
    }
    return count;
  }

  long files(File folder) {
    long size = 0;
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      size += file.isDirectory() ? files(file) : file.length();
    }
    return size;
  }

  Object depthPassedAlong(PushbackReader in, int level) throws IOException {
    if (level > MAX_DEPTH) {
      throw new IOException("nested too deep");
    }
    int c = in.read();
    if (c != '[') {
      return (char) c;
    }
    List<Object> elements = new ArrayList<>();
    while ((c = in.read()) != ']' && c >= 0) {
      in.unread(c);
      elements.add(depthPassedAlong(in, level + 1));
    }
    return elements;
  }

  int depthInAField(Reader in) throws IOException {
    if (++depth > MAX_DEPTH) {
      throw new IOException("nested too deep");
    }
    int count = 0;
    for (int c = in.read(); c >= 0 && c != ')'; c = in.read()) {
      count += c == '(' ? depthInAField(in) : 1;
    }
    depth--;
    return count;
  }

  void shrinking(InputStream in, long bytes) throws IOException {
    long skipped = in.skip(bytes);
    if (skipped < bytes && in.read() >= 0) {
      shrinking(in, bytes - skipped - 1);
    }
  }

  byte[] otherStream(DataInputStream in) throws IOException {
    byte[] chunk = in.readNBytes(in.readUnsignedByte());
    if (chunk.length > 0 && chunk[0] == 0) {
      return otherStream(new DataInputStream(new java.io.ByteArrayInputStream(chunk)));
    }
    return chunk;
  }

  boolean delegates(Reader in, String text) throws IOException {
    return text.isEmpty() ? in.ready() : delegates(in, text.substring(1));
  }

  int factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }
}
