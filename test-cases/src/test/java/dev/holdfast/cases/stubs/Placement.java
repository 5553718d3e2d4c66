package dev.holdfast.cases.stubs;

import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Set;

/** Judges whether a word makes sense where it stands on a real member. */
final class Placement {
  private static final Set<String> DURATIONS = Set.of("Duration", "Timeout", "TimeValue");
  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class);
  private static final Set<String> TOKENS =
      Set.of(
          "TypeReference",
          "TypeToken",
          "JavaType",
          "ResolvedType",
          "GenericType",
          "ParameterizedTypeReference");

  private Placement() {}

  /** What is wrong with the fact there, or null. */
  static String problem(Fact fact, Signature member) {
    Slot slot = fact.slot();
    return switch (slot.kind()) {
      case PARAMETER -> onParameter(fact, member, slot.index());
      case RECEIVER -> onReceiver(fact, member);
      case RESULT -> onResult(fact, member);
      default -> "stands on a member but speaks about a " + slot;
    };
  }

  /** A constructor may bound what it makes. */
  private static String onReceiver(Fact fact, Signature member) {
    boolean bounds = fact.word() == Word.BOUNDS && member.executable() instanceof Constructor;
    return bounds || member.hasReceiver() ? null : "speaks about a receiver where there is none";
  }

  private static String onResult(Fact fact, Signature member) {
    Class<?> result = member.result();
    boolean reference = result != void.class && !result.isPrimitive();
    return switch (fact.word()) {
      case ACQUIRES -> reference ? closers(fact, member) : "there is no object to release";
      case BORROWS -> reference ? null : "there is no object it could speak about";
      case UNTYPED ->
          reference || fact.value("").equals("DIG") && result != void.class
              ? null
              : "there is no value it could speak about";
      case ALIASES ->
          reference && member.hasReceiver() ? null : "needs a receiver and an object as result";
      case WAITS ->
          reference
                  || fact.argument("on", "").equals("THREAD")
                  || fact.argument("on", "").equals("LOCK")
                  || !reference && member.hasReceiver()
              ? null
              : "there is no object that could wait";
      default -> null;
    };
  }

  private static String closers(Fact fact, Signature member) {
    for (String closer : fact.argument("closedBy", "").split(",")) {
      if (closer.equals("this") && !member.hasReceiver()) {
        return "closedBy this, but there is no receiver";
      }
      if (closer.matches("\\d+")
          && (Integer.parseInt(closer) >= member.parameters().size()
              || member.parameters().get(Integer.parseInt(closer)).isPrimitive())) {
        return "closedBy parameter " + closer + ", which is no object";
      }
    }
    return null;
  }

  private static String onParameter(Fact fact, Signature member, int index) {
    if (index >= member.parameters().size()) {
      return "there is no parameter " + index;
    }
    Class<?> type = member.parameters().get(index);
    boolean reference = !type.isPrimitive();
    boolean makes = member.result() != void.class && !member.result().isPrimitive();
    return switch (fact.word()) {
      case BOUNDS -> bounds(fact, type);
      case ALIASES -> reference && makes ? null : "needs an object there and an object as result";
      case UNTYPED ->
          fact.value("").isEmpty()
              ? token(type)
              : isFunction(type) || type == java.util.stream.Collector.class
                  ? null
                  : "runs nothing there";
      case ACQUIRES ->
          reference && (makes || !fact.value("").equals("CARRIED"))
              ? null
              : "there is no object with a duty";
      default -> reference ? null : type + " is no object";
    };
  }

  private static String bounds(Fact fact, Class<?> type) {
    if (!fact.value("").equals(Limit.CARRIED.name())) {
      return NUMBERS.contains(type) || DURATIONS.contains(type.getSimpleName())
          ? null
          : type.getSimpleName() + " is no duration";
    }
    // an overload that is spoken for in passing may have a plain value there, which carries nothing
    boolean plain = type.isPrimitive() || type == String.class || type == URI.class;
    return plain || !type.isArray() && !type.getName().startsWith("java.lang.")
        ? null
        : type.getSimpleName() + " carries no limits";
  }

  private static boolean isFunction(Class<?> type) {
    return type.isAnnotationPresent(FunctionalInterface.class);
  }

  private static String token(Class<?> type) {
    return isToken(type) ? null : type.getSimpleName() + " is no token of a type";
  }

  private static boolean isToken(Class<?> type) {
    return Type.class.isAssignableFrom(type) || TOKENS.contains(type.getSimpleName());
  }
}
