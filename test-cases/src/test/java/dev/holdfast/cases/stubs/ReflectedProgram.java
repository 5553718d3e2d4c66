package dev.holdfast.cases.stubs;

import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Program;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A program that consists of one version of the libraries: lets the catalog answer about it. */
record ReflectedProgram(Library library, int release) implements Program {
  static ReflectedProgram current() {
    return new ReflectedProgram(Library.CURRENT, Runtime.version().feature());
  }

  @Override
  public List<String> supertypes(String type) {
    Class<?> found = library.find(type);
    if (found == null) {
      return List.of();
    }
    List<String> supertypes = new ArrayList<>();
    if (found.getSuperclass() != null) {
      supertypes.add(found.getSuperclass().getName());
    }
    for (Class<?> above : found.getInterfaces()) {
      supertypes.add(above.getName());
    }
    return supertypes;
  }

  @Override
  public List<Note> notes(Member member) {
    return List.of();
  }

  @Override
  public boolean has(String type, String memberName) {
    Class<?> found = library.find(type);
    if (found == null || memberName == null) {
      return found != null;
    }
    for (Method method : found.getDeclaredMethods()) {
      if (method.getName().equals(memberName)) {
        return true;
      }
    }
    for (Field field : found.getDeclaredFields()) {
      if (field.getName().equals(memberName)) {
        return true;
      }
    }
    return false;
  }
}
