import java.io.*;
import java.util.*;

class Flows {
  private int n;
  private String name;
  private static final boolean DEBUG = false;
  private Object[] all;

  boolean conditions(String a, String b) {
    if (a != null && (b == null || !a.isEmpty())) {
      return b != null ? a.equals(b) : a.isBlank();
    }
    return false;
  }

  boolean nullAsValue(String a) {
    boolean none = a == null;
    return none;
  }

  void constants() {
    if (DEBUG) {
      System.out.println("never");
    }
    while (true) {
      if (n > 3) {
        break;
      }
      n++;
    }
  }

  void loops(Iterator<String> names) {
    while (names.hasNext()) {
      String next = names.next();
      if (next.isEmpty()) {
        continue;
      }
      name = next;
    }
    do {
      name = name.trim();
    } while (name.length() > 10);
    for (int i = 0, j = 1; i < j; i++) {
      report(i + j);
    }
  }

  void overCollection(List<? extends Reader> readers) throws IOException {
    for (Reader one : readers) {
      one.close();
    }
  }

  void overArray(Reader[] readers) throws IOException {
    for (Reader one : readers) {
      one.close();
    }
  }

  String concatenation(String a, Object b, int c) {
    String text = a + "-" + b + ('x' + "y") + c;
    text += b + "!" + "?";
    name += text;
    return text;
  }

  Object variableArity(Object one) {
    report();
    report(one, "two");
    return Arrays.asList(1, one);
  }

  int numbers(int[] values, int i) {
    values[i++] += 2;
    int kept = i++ + ++n;
    long wide = kept;
    n -= (int) wide;
    return kept;
  }

  void arrays(Object a) {
    all = new Object[] {a, name};
    all[0] = a;
    Object[][] grid = new Object[2][3];
    grid[0][1] = all[1];
  }

  Object boxes(Integer a, int b, Object c) {
    Integer sum = a + b;
    int back = (Integer) c;
    return sum + back;
  }

  String generic(Map<String, List<String>> map) {
    String first = map.get("a").get(0);
    List<String> raw = (List<String>) (Object) map;
    return first + raw;
  }

  Class<?> literals() {
    report(String.class, 5, 5L, 2.5, 'c', null);
    return int.class;
  }

  String chained(StringBuilder b) {
    return b.append(1).append("x").reverse().toString();
  }

  int assigned(Reader in) throws IOException {
    int c;
    int sum = 0;
    while ((c = in.read()) != -1) {
      sum += c;
    }
    Reader other;
    if ((other = in) != null) {
      other.close();
    }
    return sum;
  }

  String late(String a) {
    return join(a, a = a.trim(), a);
  }

  static String join(String a, String b, String c) {
    return String.join(a, b, c);
  }

  int ternary(boolean b, Reader one, Reader other) throws IOException {
    Reader chosen = b ? one : other;
    return (b ? chosen : other).read();
  }

  Object clones(int[] numbers, Flows other) {
    other.n = other.n + numbers.length;
    return numbers.clone();
  }

  @Override
  public String toString() {
    return super.toString() + hashCode();
  }

  static void report(Object... what) {
    assert what.length > 0 : "empty";
    System.out.println(what.length);
  }
}
