import java.io.*;
import java.util.*;
import java.util.function.*;

class Nesting {
  private Reader held;
  protected int count;
  private static Reader shared;

  void use(Reader reader) {
    held = reader;
  }

  class Inner {
    final int width;

    Inner(int width) {
      this.width = width + count;
    }

    class Deeper {
      void reach() {
        use(held);
        count += width;
        Nesting.this.use(null);
      }
    }
  }

  class Narrow extends Inner {
    Narrow() {
      super(3);
    }

    Narrow(Nesting other) {
      other.super(4);
    }
  }

  static class Derived extends Nesting {
    class Mixed extends Nesting {
      void both() {
        use(null);
        Derived.this.use(null);
      }
    }
  }

  Inner ofOther(Nesting other) {
    return other.new Inner(1);
  }

  Inner anonymousInner(int n) {
    return new Inner(n) {
      @Override
      public String toString() {
        return super.toString() + n + count;
      }
    };
  }

  Inner anonymousOfOther(Nesting other) {
    return other.new Inner(2) {};
  }

  Supplier<Reader> localThatMakesItself(Reader reader) {
    class Node implements Supplier<Reader> {
      final Node next;

      Node(boolean last) {
        this(last ? null : new Node(true));
      }

      Node(Node next) {
        this.next = next;
      }

      @Override
      public Reader get() {
        return next == null ? reader : new Node(this).get();
      }
    }
    return new Node(false);
  }

  Runnable anonymousInAnonymous(Reader outer) {
    return new Runnable() {
      @Override
      public void run() {
        Runnable inner =
            new Runnable() {
              @Override
              public void run() {
                use(outer);
                held = outer;
              }
            };
        inner.run();
      }
    };
  }

  Runnable lambdaInAnonymous(Reader outer) {
    return new Runnable() {
      int runs;

      @Override
      public void run() {
        Runnable inner = () -> use(runs++ > 0 ? outer : held);
        inner.run();
      }
    };
  }

  Supplier<Runnable> anonymousInLambda(Reader outer, int n) {
    return () ->
        new Runnable() {
          @Override
          public void run() {
            use(n > 0 ? outer : null);
          }
        };
  }

  Runnable lambdaInConstructorCall(Reader outer) {
    return new Later(() -> use(outer));
  }

  static class Later implements Runnable {
    private final Runnable task;

    Later(Runnable task) {
      this.task = task;
    }

    Later(Reader reader) {
      this(() -> shared = reader);
    }

    @Override
    public void run() {
      task.run();
    }
  }

  interface Greeter {
    String PREFIX = String.valueOf(System.nanoTime());

    String name();

    default String greet() {
      return PREFIX + decorate(name());
    }

    private String decorate(String name) {
      return of(name);
    }

    static String of(String name) {
      return name.trim();
    }
  }

  static class Polite implements Greeter, Comparable<Polite> {
    @Override
    public String name() {
      return "you";
    }

    @Override
    public String greet() {
      return Greeter.super.greet() + Greeter.of("!");
    }

    @Override
    public int compareTo(Polite other) {
      return name().compareTo(other.name());
    }
  }

  int localRecord(List<String> names) {
    record Named(String name, int length) {}
    int sum = 0;
    for (String name : names) {
      sum += new Named(name, name.length()).length();
    }
    return sum;
  }

  <T extends Comparable<T>> T largest(Collection<? extends T> all) {
    T largest = null;
    for (T one : all) {
      if (largest == null || one.compareTo(largest) > 0) {
        largest = one;
      }
    }
    return largest;
  }

  static Reader statics() {
    shared = Nesting.shared;
    Nesting none = null;
    return none.shared;
  }
}
