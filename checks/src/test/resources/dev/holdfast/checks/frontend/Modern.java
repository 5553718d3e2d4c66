
import java.io.*;
import java.util.*;
import java.util.function.*;

class Modern {
  sealed interface Shape permits Circle, Square, Pair {}
  record Circle(double radius) implements Shape {}
  record Square(Reader side) implements Shape {}
  record Pair<T>(T left, Shape right) implements Shape {}

  double area(Shape shape) {
    return switch (shape) {
      case Circle(double r) -> mark(r);
      case Square(var side) when side != null -> mark(side);
      case Square s -> mark(s);
      case Pair<?>(String left, Circle(var r)) -> mark(left) + r;
      case Pair<?>(_, var right) -> area(right);
    };
  }

  String qualified(Object o) {
    switch (o) {
      case null -> mark("null");
      case String s when s.length() > 3 -> mark(s);
      case String s -> {
        return s;
      }
      case Integer i when i > 10 && i < 20 -> mark(i);
      case Thread.State.NEW -> mark("new");
      case CharSequence _, Number _ -> mark("other");
      default -> {}
    }
    return "";
  }

  int nullDefault(String s) {
    return switch (s) {
      case "a" -> 1;
      case "b", "c" -> 2;
      case null, default -> 3;
    };
  }

  boolean nested(Object o) {
    return o instanceof Pair<?>(Reader left, Square(Reader side)) && left != side;
  }

  void unnamed(List<Reader> readers) {
    int count = 0;
    for (Reader _ : readers) {
      count++;
    }
    try (var _ = new StringReader("x")) {
      mark(count);
    } catch (RuntimeException _) {
      mark("bad");
    }
    Function<String, Integer> f = _ -> 1;
    BiFunction<String, String, Integer> g = (_, _) -> 2;
  }

  static double mark(Object o) {
    return o.hashCode();
  }

  static class Base {
    Base(Reader reader) {}
  }

  class Flexible extends Base {
    private final int size;
    private final Object made = new Object();

    Flexible(String text) throws IOException {
      if (text.isEmpty()) {
        throw new IllegalArgumentException(text);
      }
      Reader reader = new StringReader(text);
      this.size = text.length();
      super(reader);
      mark(made);
    }

    Flexible(int n) throws IOException {
      String text = "n" + n;
      this(text);
    }
  }
}
