package dev.holdfast.analysis;

import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.ClassView;
import dev.holdfast.analysis.world.FieldView;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.analysis.world.World;
import dev.holdfast.catalog.Note;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Headers of the classes on the test class path; nobody has a body here. */
final class ReflectedWorld implements World {
  private final Map<String, ClassView> views = new HashMap<>();

  @Override
  public ClassView find(String name) {
    return views.computeIfAbsent(name, ReflectedWorld::load);
  }

  @Override
  public Body body(MethodRef method, int maxOps) {
    return null;
  }

  @Override
  public int release() {
    return 17;
  }

  private static ClassView load(String name) {
    try {
      return new View(Class.forName(name, false, ReflectedWorld.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError absent) {
      return null;
    }
  }

  private record View(Class<?> type) implements ClassView {
    @Override
    public String name() {
      return type.getName();
    }

    @Override
    public int access() {
      return type.getModifiers();
    }

    @Override
    public String superName() {
      return type.getSuperclass() == null
          ? type.isInterface() ? "java.lang.Object" : null
          : type.getSuperclass().getName();
    }

    @Override
    public List<String> interfaces() {
      return Arrays.stream(type.getInterfaces()).map(Class::getName).toList();
    }

    @Override
    public List<MethodView> methods(String name) {
      return methods().stream().filter(method -> method.method().name().equals(name)).toList();
    }

    @Override
    public List<MethodView> methods() {
      List<MethodView> views = new ArrayList<>();
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isBridge()) {
          views.add(
              new MethodView(
                  reference(method.getName(), method.getParameterTypes(), method.getReturnType()),
                  method.getModifiers(),
                  names(method.getExceptionTypes()),
                  spelt(method.getGenericReturnType()),
                  List.of()));
        }
      }
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        views.add(
            new MethodView(
                reference("<init>", constructor.getParameterTypes(), void.class),
                constructor.getModifiers(),
                names(constructor.getExceptionTypes()),
                "void",
                List.of()));
      }
      return views;
    }

    @Override
    public FieldView field(String name) {
      return fields().stream()
          .filter(field -> field.field().name().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public List<FieldView> fields() {
      return Stream.of(type.getDeclaredFields()).map(this::view).toList();
    }

    @Override
    public List<Note> notes() {
      return List.of();
    }

    @Override
    public boolean isSource() {
      return false;
    }

    private FieldView view(Field field) {
      boolean isStatic = (field.getModifiers() & 0x0008) != 0;
      return new FieldView(
          new FieldRef(name(), field.getName(), field.getType().getTypeName(), isStatic),
          field.getModifiers(),
          spelt(field.getGenericType()),
          null,
          List.of());
    }

    private MethodRef reference(String name, Class<?>[] parameters, Class<?> result) {
      List<String> types = names(parameters);
      return new MethodRef(name(), name, Descriptors.descriptor(types, typeName(result)));
    }

    private static List<String> names(Class<?>[] types) {
      return Arrays.stream(types).map(View::typeName).toList();
    }

    private static String typeName(Class<?> type) {
      return type.isArray() ? typeName(type.getComponentType()) + "[]" : type.getName();
    }

    private static String spelt(Type type) {
      return type.getTypeName().replace(", ", ",");
    }
  }
}
