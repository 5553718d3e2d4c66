import java.io.*;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.function.*;

class Closures {
  private final Map<String, Object> values = new HashMap<>();
  private static final List<String> NAMES = List.of("a", "b");
  private static int count;
  private final Supplier<String> later = () -> "n" + count;

  static {
    count = NAMES.size();
  }

  {
    values.put("x", NAMES);
  }

  Closures() {}

  Closures(int n) {
    super();
    values.put("n", n);
  }

  Closures(String s) {
    this(s.length());
    values.clear();
  }

  Callable<Integer> captures(Reader in, int n) {
    String text = "t" + n;
    return () -> in.read() + text.length();
  }

  Supplier<Object> capturesThis(String key) {
    return () -> values.get(key);
  }

  Runnable blockBody(Reader in) {
    return () -> {
      try (in) {
        in.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  Supplier<Supplier<String>> nested(String a) {
    return () -> () -> a + count;
  }

  Function<String, Integer> staticReference() {
    return Integer::parseInt;
  }

  Function<String, String> unboundReference() {
    return String::trim;
  }

  Supplier<Object> boundReference(Object key) {
    return key::toString;
  }

  Callable<Integer> boundInterfaceReference(Callable<Integer> task) {
    return task::call;
  }

  Function<String, Reader> constructorReference() {
    return StringReader::new;
  }

  Runnable ownReference() {
    return this::reset;
  }

  private void reset() {
    values.clear();
  }

  Runnable anonymous(Reader in, String name) {
    return new Runnable() {
      private final String kept = name;

      @Override
      public void run() {
        try {
          in.read();
          reset();
        } catch (IOException e) {
          values.put(kept, e);
        }
      }
    };
  }

  int local(int n) {
    class Counter {
      int next() {
        return n + count;
      }
    }
    return new Counter().next();
  }

  class Inner {
    private final Object first = values.get("first");

    Object get(String key) {
      return values.get(key);
    }
  }

  Inner inner() {
    return new Inner();
  }

  record Pair(String left, Reader right) {
    Pair {
      Objects.requireNonNull(left);
    }
  }

  record Plain(int a, String b) {}

  String pair(Pair pair) {
    return pair.left() + pair.right();
  }
}
