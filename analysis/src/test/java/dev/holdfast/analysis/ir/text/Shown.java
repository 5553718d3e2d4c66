package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Op;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything there is in bodies, with numbers for handles: equal for equal handles. */
final class Shown {
  private final Map<Object, Integer> numbers = new HashMap<>();

  private Shown() {}

  static List<String> of(List<Body> bodies) {
    Shown shown = new Shown();
    return bodies.stream().map(shown::of).toList();
  }

  private String of(Body body) {
    StringBuilder text = new StringBuilder(body.toString());
    int from = 0;
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        Object handle = op.site().handle();
        String written = "site=Site[handle=" + handle + ", ";
        numbers.putIfAbsent(handle, numbers.size());
        String number = "site=Site[handle " + numbers.get(handle) + ", ";
        int at = text.indexOf(written, from);
        text.replace(at, at + written.length(), number);
        from = at + number.length();
      }
    }
    return text.toString();
  }
}
