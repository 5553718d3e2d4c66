package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One declaration of a type in a stub file, with what it says about the type and its members. */
final class TypeStub {
  /** Binary name. */
  final String name;

  /** The name as its declaration writes it. */
  final String simpleName;

  final String packageName;
  final TypeStub outer;
  final String file;
  final int line;
  final List<Mark> marks;
  final String doc;

  /** What must be there for this declaration to hold; empty for always. */
  final List<String> guards;

  /** Explicit imports of the file, simple name to full name. */
  final Map<String, String> imports;

  final List<MemberStub> members = new ArrayList<>();

  boolean isAnnotation;

  /** Type variables and their erasures, in turn. */
  List<String> variables = List.of();

  TypeStub(
      String name,
      String simpleName,
      String packageName,
      TypeStub outer,
      String file,
      int line,
      List<Mark> marks,
      String doc,
      List<String> guards,
      Map<String, String> imports) {
    this.name = name;
    this.simpleName = simpleName;
    this.packageName = packageName;
    this.outer = outer;
    this.file = file;
    this.line = line;
    this.marks = marks;
    this.doc = doc;
    this.guards = guards;
    this.imports = imports;
  }

  /** Erasure of the type variable of this name that is in scope, or null. */
  String erasure(String variable) {
    for (int i = 0; i < variables.size(); i += 2) {
      if (variables.get(i).equals(variable)) {
        return variables.get(i + 1);
      }
    }
    return outer == null ? null : outer.erasure(variable);
  }

  /** Whether the program at hand is the one this declaration speaks about. */
  boolean holds(Program program) {
    for (String guard : guards) {
      int hash = guard.indexOf('#');
      String type = hash < 0 ? guard : guard.substring(0, hash);
      int end = guard.indexOf('(', hash + 1);
      String member =
          hash < 0 ? null : guard.substring(hash + 1, end < 0 ? guard.length() : end).trim();
      if (!program.has(type.trim(), member)) {
        return false;
      }
    }
    return true;
  }
}
