package dev.holdfast.analysis.ir.text;

import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads annotations; those of our own words may be written by their simple names. */
final class Notes {
  private Notes() {}

  static List<Note> read(Line line, Imports imports, Slot slot) {
    List<Note> notes = new ArrayList<>();
    while (line.takes("@")) {
      List<String> parts = line.qualified("an annotation");
      String type = String.join(".", parts);
      if (parts.size() == 1) {
        type = imports.resolve(type);
        if (type.indexOf('.') < 0 && Word.named(type) != null) {
          type = "dev.holdfast.annotations." + type;
        }
      }
      notes.add(new Note(type, slot, line.sees("(") ? arguments(line) : Map.of()));
    }
    return notes;
  }

  private static Map<String, String> arguments(Line line) {
    Map<String, String> arguments = new LinkedHashMap<>();
    line.expect("(");
    while (!line.takes(")")) {
      String name = "value";
      if (line.peek(1).equals("=")) {
        name = line.name("the name of an element");
        line.expect("=");
      }
      arguments.put(name, value(line));
      if (!line.takes(",") && !line.sees(")")) {
        throw line.expected("',' or ')'");
      }
    }
    return arguments;
  }

  private static String value(Line line) {
    if (line.takes("{")) {
      List<String> values = new ArrayList<>();
      while (!line.takes("}")) {
        values.add(value(line));
        if (!line.takes(",") && !line.sees("}")) {
          throw line.expected("',' or '}'");
        }
      }
      return String.join(",", values);
    }
    if (line.seesName() && !line.peek(0).startsWith("`")) {
      List<String> parts = line.qualified("a value");
      return parts.get(parts.size() - 1);
    }
    return String.valueOf(Literal.read(line, Imports.NONE));
  }

  /** The same annotations about another slot. */
  static List<Note> about(List<Note> notes, Slot slot) {
    return notes.stream().map(note -> new Note(note.type(), slot, note.arguments())).toList();
  }
}
