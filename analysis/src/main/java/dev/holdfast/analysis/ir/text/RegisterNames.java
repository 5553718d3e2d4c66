package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Body;
import java.util.HashMap;
import java.util.Map;

/** Gives each register of a body a name of its own. */
final class RegisterNames {
  private final String[] names;

  RegisterNames(Body body) {
    names = new String[body.registers().size()];
    Map<String, Integer> uses = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      String name = body.name(i);
      if (name == null) {
        names[i] = "$" + i;
        continue;
      }
      int use = uses.merge(name, 1, Integer::sum);
      boolean bare = use == 1 && !name.isEmpty() && !isTaken(name);
      String text = Spelling.name(name);
      names[i] = bare ? text : text + "~" + use;
    }
  }

  private static boolean isTaken(String name) {
    return Spelling.isReserved(name) || name.matches("\\$\\d+");
  }

  String of(int register) {
    return names[register];
  }
}
