package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import java.util.ArrayList;
import java.util.List;

/** A class as far as a text declares it. */
final class TextClass implements ClassView {
  private final String name;
  private final List<MethodView> methods = new ArrayList<>();
  private final List<FieldView> fields = new ArrayList<>();
  private int access = Modifiers.PUBLIC;
  private String superType = "java.lang.Object";
  private List<String> interfaces = List.of();
  private List<Note> notes = List.of();

  TextClass(String name) {
    this.name = name;
  }

  void header(int flags, String superclass, List<String> implemented, List<Note> annotations) {
    access = flags;
    superType = superclass;
    interfaces = List.copyOf(implemented);
    notes = List.copyOf(annotations);
  }

  void add(MethodView method) {
    methods.add(method);
  }

  void add(FieldView field) {
    fields.add(field);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int access() {
    return access;
  }

  @Override
  public String superName() {
    return TypeGrammar.erasure(superType);
  }

  @Override
  public String superType() {
    return superType;
  }

  @Override
  public List<String> interfaces() {
    return interfaces;
  }

  @Override
  public List<MethodView> methods(String methodName) {
    return methods.stream().filter(method -> method.method().name().equals(methodName)).toList();
  }

  @Override
  public List<MethodView> methods() {
    return List.copyOf(methods);
  }

  @Override
  public FieldView field(String fieldName) {
    return fields.stream()
        .filter(field -> field.field().name().equals(fieldName))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<FieldView> fields() {
    return List.copyOf(fields);
  }

  @Override
  public List<Note> notes() {
    return notes;
  }

  @Override
  public boolean isSource() {
    return true;
  }

  @Override
  public String toString() {
    return name;
  }
}
