package dev.holdfast.cases.edges;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Methods that call themselves as long as something fails, or as deep as somebody likes. */
final class UnboundedRecursionFlagged {
  private static final Logger LOG = LoggerFactory.getLogger(UnboundedRecursionFlagged.class);

  private final Backend backend = new Backend();

  /** Stands for a service that may be down for hours. */
  private static final class Backend {
    String get(String key) throws IOException {
      throw new ConnectException(key);
    }

    void reset() {
      LOG.info("reset");
    }
  }

  String again(String key) {
    try {
      return backend.get(key);
    } catch (IOException e) {
      return again(key); // expect: UnboundedRecursion
    }
  }

  String loggedAndAgain(String key) {
    try {
      return backend.get(key);
    } catch (Exception e) {
      LOG.warn("failed, trying again: {}", e.getMessage());
      return loggedAndAgain(key); // expect: UnboundedRecursion
    }
  }

  void withoutArguments() {
    try {
      backend.get("ping");
    } catch (IOException e) {
      LOG.error("down", e);
      withoutArguments(); // expect: UnboundedRecursion
    }
  }

  String afterTheHandler(String key) {
    try {
      return backend.get(key);
    } catch (IOException e) {
      LOG.debug("swallowed", e);
    }
    return afterTheHandler(key); // expect: UnboundedRecursion
  }

  static String statically(Backend backend, String key) {
    try {
      return backend.get(key);
    } catch (IOException | RuntimeException e) {
      return statically(backend, key); // expect: UnboundedRecursion
    }
  }

  String resetAndAgain(String key) {
    try {
      return backend.get(key);
    } catch (IOException e) {
      backend.reset();
      return resetAndAgain(key); // possible: UnboundedRecursion
    }
  }

  String oneSpecialFailure(Map<String, String> values, String key) {
    try {
      return values.get(key).trim();
    } catch (NoSuchElementException e) {
      return oneSpecialFailure(values, key); // possible: UnboundedRecursion
    }
  }

  Object list(PushbackReader in) throws IOException {
    int c = in.read();
    if (c != '[') {
      return (char) c;
    }
    List<Object> elements = new ArrayList<>();
    while ((c = in.read()) != ']' && c >= 0) {
      in.unread(c);
      elements.add(list(in)); // expect: UnboundedRecursion
    }
    return elements;
  }

  static Object tagged(DataInputStream in) throws IOException {
    switch (in.readByte()) {
      case 0:
        return in.readInt();
      case 1:
        return in.readUTF();
      default:
        int size = in.readInt();
        Map<Object, Object> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
          map.put(in.readUTF(), tagged(in)); // expect: UnboundedRecursion
        }
        return map;
    }
  }

  int brackets(Reader in) throws IOException {
    int count = 0;
    for (int c = in.read(); c >= 0 && c != ')'; c = in.read()) {
      if (c == '(') {
        count += 1 + brackets(in); // expect: UnboundedRecursion
      }
    }
    return count;
  }

  void skip(InputStream in) throws IOException {
    int c = in.read();
    if (c == '#') {
      skipLine(in);
      skip(in); // expect: UnboundedRecursion
    }
  }

  private static void skipLine(InputStream in) throws IOException {
    int c = in.read();
    while (c != '\n' && c >= 0) {
      c = in.read();
    }
  }

  List<Object> named(DataInputStream in, String name) throws IOException {
    List<Object> children = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      children.add(named(in, name + '.' + in.readUTF())); // expect: UnboundedRecursion
    }
    return children;
  }
}
