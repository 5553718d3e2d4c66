package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The element of {@code @Acquires} that names whose release ends the duty too. */
final class ClosedBy {
  private static final String ELEMENT = "closedBy";

  private ClosedBy() {}

  /** What is wrong with the names written there, or null. */
  static String problem(Mark mark, List<MemberStub.Parameter> parameters) {
    String written = mark.arguments().get(ELEMENT);
    if (written == null || mark.word() != Word.ACQUIRES) {
      return null;
    }
    for (String name : written.split(",")) {
      if (!name.trim().equals("this") && index(name.trim(), parameters) < 0) {
        List<String> names = new ArrayList<>();
        names.add("this");
        for (MemberStub.Parameter parameter : parameters) {
          names.add(parameter.name());
        }
        return "@Acquires: there is no parameter '"
            + name.trim()
            + "' to be closed by"
            + Spelling.hint(name.trim(), names, "");
      }
    }
    return null;
  }

  /** The arguments with parameters named by their index in the overload at hand. */
  static Map<String, String> indexed(
      Map<String, String> arguments, List<MemberStub.Parameter> parameters, Overload overload) {
    String written = arguments.get(ELEMENT);
    if (written == null) {
      return arguments;
    }
    StringBuilder indexes = new StringBuilder();
    for (String name : written.split(",")) {
      String closer = name.trim();
      if (!closer.equals("this")) {
        int index = overload.index(index(closer, parameters), parameters);
        if (index < 0) {
          continue;
        }
        closer = Integer.toString(index);
      }
      indexes.append(indexes.length() == 0 ? "" : ",").append(closer);
    }
    Map<String, String> indexed = new HashMap<>(arguments);
    indexed.put(ELEMENT, indexes.toString());
    return indexed;
  }

  /**
   * What an annotation of the program says by index.
   *
   * <p>XXX: parameters named there are not found, class files need not keep their names.
   */
  static String indexesOf(String written) {
    StringBuilder indexes = new StringBuilder();
    for (String name : written.split(",")) {
      String closer = name.trim();
      if (closer.equals("this") || closer.length() == 1 && Character.isDigit(closer.charAt(0))) {
        indexes.append(indexes.length() == 0 ? "" : ",").append(closer);
      }
    }
    return indexes.toString();
  }

  private static int index(String name, List<MemberStub.Parameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name) || Integer.toString(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
