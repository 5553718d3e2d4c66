package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stub files of one rank of precedence, and what is declared where in them. */
final class Declarations {
  private final List<StubFile> files = new ArrayList<>();
  private final Set<String> memberNames = new HashSet<>(2048);
  private final Map<String, List<StubFile>> declaring = new HashMap<>(512);
  private final Map<String, List<String>> annotations = new HashMap<>();
  private final Map<String, List<TypeStub>> found = new ConcurrentHashMap<>();
  private Duties duties;

  /** Adds a file that is read already. */
  void add(String name, List<TypeStub> types) {
    StubFile file = new StubFile(name, types);
    files.add(file);
    for (TypeStub type : types) {
      declare(type.name, file);
      if (type.isAnnotation) {
        declareAnnotation(type.name);
      }
      for (MemberStub member : type.members) {
        memberNames.add(member.name());
      }
      if (!type.marks.isEmpty()) {
        memberNames.add("<init>"); // what a type says may hold for its constructors
      }
    }
  }

  /** Adds a file that is yet to be read; what it declares must be told too. */
  void add(StubFile file) {
    files.add(file);
  }

  void declare(String type, StubFile file) {
    List<StubFile> known = declaring.get(type);
    if (known == null) {
      declaring.put(type, List.of(file));
    } else if (!known.contains(file)) {
      List<StubFile> more = new ArrayList<>(known);
      more.add(file);
      declaring.put(type, more);
    }
  }

  void declareAnnotation(String type) {
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    List<String> known = annotations.get(simple);
    if (known == null) {
      known = new ArrayList<>(1);
      annotations.put(simple, known);
    }
    if (!known.contains(type)) {
      known.add(type);
    }
  }

  /** Names of all members, {@code <init>} included where a type speaks for its constructors. */
  Set<String> memberNames() {
    return memberNames;
  }

  /** Binary names of all types declared. */
  Set<String> typeNames() {
    return declaring.keySet();
  }

  /** Every declaration of a type, in the order of the files. */
  List<TypeStub> of(String type) {
    List<StubFile> where = declaring.get(type);
    if (where == null) {
      return List.of();
    }
    List<TypeStub> known = found.get(type);
    if (known == null) {
      known = new ArrayList<>(1);
      for (StubFile file : where) {
        for (TypeStub stub : file.types()) {
          if (stub.name.equals(type)) {
            known.add(stub);
          }
        }
      }
      found.put(type, known);
    }
    return known;
  }

  boolean hasAnnotation(String simpleName) {
    return annotations.containsKey(simpleName);
  }

  /** Whether exactly this annotation type is declared. */
  boolean hasAnnotation(String simpleName, String type) {
    List<String> known = annotations.get(simpleName);
    return known != null && known.contains(type);
  }

  /**
   * Every declaration of this annotation type; where none is known, of any of this simple name.
   *
   * @param annotation binary name, or null where only the simple name is known
   */
  List<TypeStub> annotation(String simpleName, String annotation) {
    List<TypeStub> declared = new ArrayList<>(1);
    List<String> known = annotations.getOrDefault(simpleName, List.of());
    boolean exact = annotation != null && known.contains(annotation);
    for (String type : exact ? List.of(annotation) : known) {
      for (TypeStub stub : of(type)) {
        if (stub.isAnnotation) {
          declared.add(stub);
        }
      }
    }
    return declared;
  }

  /** Reads every file. */
  List<TypeStub> all() {
    List<TypeStub> all = new ArrayList<>();
    for (StubFile file : files) {
      all.addAll(file.types());
    }
    return all;
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** What is known about duties without reading the files; null if nothing is. */
  Duties duties() {
    return duties;
  }

  void know(Duties known) {
    duties = known;
  }
}
