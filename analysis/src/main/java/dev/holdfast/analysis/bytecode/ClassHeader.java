package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;

/** Header of a class file; its members are read when first asked for. */
final class ClassHeader implements ClassView {
  private final String name;
  private final int access;
  private final String superName;
  private final List<String> interfaces;
  private final boolean own;

  /** Whether anything in the class carries an annotation: most do not, and need not be parsed. */
  private final boolean annotated;

  private final Consumer<Unread> unread;
  private ClassReader file;
  private MemberReader members;
  private final Map<String, List<MethodView>> byName = new HashMap<>();
  private Map<String, FieldView> fields;

  ClassHeader(CodeReader file, boolean own, Consumer<Unread> unread) {
    this.file = file;
    this.own = own;
    this.annotated = file.mentionsAnnotations();
    this.unread = unread;
    this.name = file.getClassName().replace('/', '.');
    this.access = file.getAccess();
    this.superName = file.getSuperName() == null ? null : file.getSuperName().replace('/', '.');
    this.interfaces =
        Arrays.stream(file.getInterfaces()).map(type -> type.replace('/', '.')).toList();
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
    return superName;
  }

  @Override
  public List<String> interfaces() {
    return interfaces;
  }

  @Override
  public String superType() {
    String generic = members().superType;
    return generic == null ? superName : generic;
  }

  @Override
  public boolean isGeneric() {
    return members().isGeneric;
  }

  @Override
  public boolean isErased() {
    return true;
  }

  @Override
  public List<MethodView> methods(String wanted) {
    List<MethodView> known = byName.get(wanted);
    if (known == null) {
      known = new ArrayList<>(1);
      for (DeclaredMethod method : members().methods) {
        if (method.name.equals(wanted)) {
          add(method, known);
        }
      }
      byName.put(wanted, known);
    }
    return known;
  }

  @Override
  public List<Note> notes(String method, String descriptor) {
    return annotated ? ClassView.super.notes(method, descriptor) : List.of();
  }

  @Override
  public List<MethodView> methods() {
    List<MethodView> all = new ArrayList<>(members().methods.size());
    members().methods.forEach(method -> add(method, all));
    return all;
  }

  private static void add(DeclaredMethod method, List<MethodView> views) {
    try {
      views.add(method.view());
    } catch (RuntimeException e) {
      // A forged descriptor names nothing that code could call.
    }
  }

  @Override
  public FieldView field(String wanted) {
    if (fields == null) {
      fields = new HashMap<>();
      members().fields.forEach(view -> fields.putIfAbsent(view.field().name(), view));
    }
    return fields.get(wanted);
  }

  @Override
  public List<FieldView> fields() {
    return members().fields;
  }

  @Override
  public List<Note> notes() {
    return annotated ? members().notes : List.of();
  }

  @Override
  public boolean isSource() {
    return own;
  }

  private MemberReader members() {
    if (members == null) {
      members = new MemberReader();
      try {
        file.accept(
            members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      } catch (RuntimeException | StackOverflowError e) {
        // A truncated or forged file: what was read so far cannot be trusted either.
        members = new MemberReader();
        unread.accept(new Unread(name, "broken class file"));
      }
      file = null;
    }
    return members;
  }
}
