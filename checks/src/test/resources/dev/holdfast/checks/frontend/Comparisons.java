import java.io.*;
import java.util.*;

class Comparisons {
  int field;

  void compares(int n, Reader in) throws IOException {
    if (n == 204) {
      mark("equal");
    }
    if (n != 204) {
      mark("not");
    }
    if (n < 300) {
      mark("less");
    }
    if (n <= 300) {
      mark("not above");
    }
    if (n > 300) {
      mark("above");
    }
    if (n >= 200 && n < 300 || 500 == n) {
      mark("at least");
    }
    if (300 > n || 400 <= n) {
      mark("mirrored");
    }
    if (n == 0 || n < 0) {
      mark("zero");
    }
    if (n == Integer.MAX_VALUE || n > Integer.MAX_VALUE || n <= Integer.MAX_VALUE) {
      mark("most");
    }
    if (in.read() == -1) {
      mark("call");
    }
    while ((n = in.read()) != -1) {
      mark("assigned");
    }
  }

  void notOne(int n, int[] array, long wide, Integer boxed, char c, byte b) {
    if (n + 1 == 3 || (n & 1) == 0) {
      mark("computed");
    }
    if (array[0] == 1 || array.length > 2) {
      mark("array");
    }
    if (wide == 3 || wide < 4L) {
      mark("long");
    }
    if (boxed == 3) {
      mark("boxed");
    }
    if (c == 'x' || c < 'b' || b == 1) {
      mark("char");
    }
    if (n == array.length) {
      mark("two");
    }
  }

  void steps(int n) {
    for (int i = 0; i < 10; i++) {
      mark("loop");
    }
    while (n-- > 0) {
      mark("down");
    }
    while (++n < 3) {
      mark("up");
    }
    while (field++ < 3) {
      mark("field");
    }
  }

  boolean values(int n, boolean flag) {
    boolean empty = n == 304;
    if (empty == true) {
      mark("empty");
    }
    if ((flag ? n : field) == 5) {
      mark("choice");
    }
    return n != 200;
  }

  void nulls(Object o, String s) {
    if (null == o) {
      mark("null");
    }
    if (null != s) {
      mark("some");
    }
    if (o == s) {
      mark("same");
    }
  }

  int chooses(int status, Reader in) throws IOException {
    switch (status) {
      case 200:
      case 201:
        mark("ok");
        break;
      case 204:
        return 0;
      case 304:
        break;
      case 500:
      default:
        mark("other");
    }
    switch (in.read()) {
      case 'a' -> mark("a");
      case 'b', 'c' -> mark("bc");
      default -> mark("d");
    }
    return switch (status + 1) {
      case 3 -> 1;
      default -> 2;
    };
  }

  static String mark(String s) {
    return s;
  }
}
