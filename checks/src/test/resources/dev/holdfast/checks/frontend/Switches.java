import java.io.*;
import java.util.*;

class Switches {
  enum Size {
    SMALL,
    LARGE {
      @Override
      int width() {
        return 10;
      }
    };

    int width() {
      return 1;
    }
  }

  int numbers(int n, Reader in) throws IOException {
    switch (n) {
      case 1:
      case 2:
        return in.read();
      case 3:
        in.close();
      default:
        n = in.read();
        break;
      case 4:
        mark("four");
    }
    return n;
  }

  String strings(String s) {
    switch (s) {
      case "one":
        return mark("1");
      case "two":
      case "three":
        mark("2");
        break;
    }
    return mark(s);
  }

  int stringsArrow(String s) {
    return switch (s) {
      case "a", "b" -> mark("ab").length();
      case "c" -> {
        String t = mark("c");
        yield t.length();
      }
      default -> throw new IllegalArgumentException(s);
    };
  }

  String enums(Size size) {
    return switch (size) {
      case SMALL -> mark("small");
      case LARGE -> mark("large");
    };
  }

  void enumStatement(Size size) {
    switch (size) {
      case SMALL -> mark("small");
      default -> {}
    }
    mark("after");
  }

  int yieldInTry(int n, Reader in) throws IOException {
    int sum =
        switch (n) {
          case 0 -> {
            try {
              yield in.read();
            } finally {
              in.close();
            }
          }
          default -> n;
        };
    return sum + 1;
  }

  boolean instance(Object o) {
    return o instanceof String s && mark(s).isEmpty();
  }

  String instanceNegated(Object o) {
    if (!(o instanceof String s)) {
      return mark("none");
    }
    return mark(s);
  }

  boolean instanceAsValue(Object o) {
    boolean is = o instanceof Reader;
    return is;
  }

  static String mark(String s) {
    return s.trim();
  }
}
