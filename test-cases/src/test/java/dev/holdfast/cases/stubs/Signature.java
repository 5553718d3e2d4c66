package dev.holdfast.cases.stubs;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A method or constructor of a real library, in the terms of stubs and class files. */
record Signature(Executable executable) {
  /** Constructors of the type, or methods of it and of all it inherits from; no bridges. */
  static List<Signature> named(Class<?> type, String name) {
    List<Signature> found = new ArrayList<>();
    if (name.equals("<init>")) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        add(found, constructor);
      }
      return found;
    }
    Map<String, Method> nearest = new LinkedHashMap<>();
    methods(type, name, nearest);
    nearest.values().forEach(method -> add(found, method));
    return found;
  }

  private static void add(List<Signature> found, Executable executable) {
    boolean hidden = (executable.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0;
    if (!hidden && !executable.isSynthetic()) {
      found.add(new Signature(executable));
    }
  }

  private static void methods(Class<?> type, String name, Map<String, Method> nearest) {
    if (type == null) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && !method.isBridge()) {
        nearest.putIfAbsent(Arrays.toString(method.getParameterTypes()), method);
      }
    }
    methods(type.getSuperclass(), name, nearest);
    for (Class<?> above : type.getInterfaces()) {
      methods(above, name, nearest);
    }
    if (type.isInterface()) {
      methods(Object.class, name, nearest);
    }
  }

  /** Names of all that the type declares or inherits. */
  static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> up = type; up != null; up = up.getSuperclass()) {
      for (Method method : up.getDeclaredMethods()) {
        names.add(method.getName());
      }
    }
    for (Method method : type.getMethods()) {
      names.add(method.getName());
    }
    return names;
  }

  /** Whether the parameters are of these types: simple names or longer, as stubs write them. */
  boolean matches(List<String> written) {
    Class<?>[] types = executable.getParameterTypes();
    if (types.length != written.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!isWritten(types[i], written.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isWritten(Class<?> type, String written) {
    String full = spelt(type);
    return full.equals(written) || full.endsWith("." + written);
  }

  private static String spelt(Class<?> type) {
    return type.isArray()
        ? spelt(type.getComponentType()) + "[]"
        : type.getName().replace('$', '.');
  }

  Class<?> result() {
    return executable instanceof Method method
        ? method.getReturnType()
        : executable.getDeclaringClass();
  }

  boolean isConstructor() {
    return executable instanceof Constructor;
  }

  /** Whether a call has a receiver. */
  boolean hasReceiver() {
    return !isConstructor() && !Modifier.isStatic(executable.getModifiers());
  }

  List<Class<?>> parameters() {
    return List.of(executable.getParameterTypes());
  }

  /** Erased JVM descriptor. */
  String descriptor() {
    return parameters().stream()
            .map(Class::descriptorString)
            .collect(Collectors.joining("", "(", ")"))
        + (isConstructor() ? "V" : result().descriptorString());
  }

  @Override
  public String toString() {
    return executable.getName().substring(executable.getName().lastIndexOf('.') + 1)
        + parameters().stream()
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
