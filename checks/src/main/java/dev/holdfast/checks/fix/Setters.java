package dev.holdfast.checks.fix;

import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds out how a type is told its limits: the catalog's {@code @Bounds}, in the type's words. */
final class Setters {
  private static final String BUILD = "build";

  private final Api api;
  private final Imports imports;

  Setters(Api api, Imports imports) {
    this.api = api;
    this.imports = imports;
  }

  /** The fewest calls that set these limits, or null where there are none for all of them. */
  List<Setter> covering(Set<Limit> missing, TypeMirror type, Predicate<Setter> wanted) {
    List<Setter> all = new ArrayList<>();
    for (ExecutableElement method : api.methods(type)) {
      Setter setter = setter(method, type);
      if (setter != null && wanted.test(setter)) {
        all.add(setter);
      }
    }
    Set<Limit> open = EnumSet.copyOf(missing);
    List<Setter> chosen = new ArrayList<>();
    while (!open.isEmpty()) {
      Setter best = null;
      for (Setter one : all) {
        best = best == null || gain(one, open) > gain(best, open) ? one : best;
      }
      if (best == null || gain(best, open) <= 0) {
        return null;
      }
      open.removeAll(best.limits());
      chosen.add(best);
    }
    return chosen;
  }

  /** How much it helps; of two that help as much, the one that does nothing else. */
  private static int gain(Setter setter, Set<Limit> open) {
    int helps = 0;
    for (Limit limit : setter.limits()) {
      helps += open.contains(limit) ? 1 : 0;
    }
    return helps == 0 ? 0 : helps * 8 - (setter.limits().size() - helps);
  }

  private Setter setter(ExecutableElement method, TypeMirror type) {
    if (method.getModifiers().contains(Modifier.STATIC) || api.elements().isDeprecated(method)) {
      return null;
    }
    Contract contract = api.of(method, type);
    for (Fact fact : contract.facts()) {
      if (fact.word() == Word.BOUNDS && fact.slot().isParameter() && fact.slot().index() == 0) {
        Set<Limit> limits = Limit.boundBy(fact);
        String arguments = new Amounts(api, imports).arguments(method, fact, limits);
        if (arguments != null) {
          TypeMirror result = api.result(method, type);
          return new Setter(
              method.getSimpleName().toString(),
              List.of(arguments),
              limits,
              result,
              method.getThrownTypes());
        }
      }
    }
    return null;
  }

  /**
   * A setter of a configuration that carries limits, filled with one that has those missing. Of
   * several the one whose configuration knows most limits; null if that is not clear.
   */
  Setter carrying(Set<Limit> missing, TypeMirror type) {
    Setter found = null;
    boolean clear = true;
    for (ExecutableElement method : api.methods(type)) {
      boolean one =
          method.getParameters().size() == 1
              && !method.getModifiers().contains(Modifier.STATIC)
              && !api.elements().isDeprecated(method);
      Fact bounds = one ? api.of(method, type).fact(Word.BOUNDS, Slot.parameter(0)) : null;
      if (bounds != null && Limit.boundBy(bounds).contains(Limit.CARRIED)) {
        Setter setter = carrying(method, missing, type);
        if (setter != null) {
          int more = found == null ? 1 : setter.limits().size() - found.limits().size();
          clear = more != 0 && (clear || more > 0);
          found = more > 0 ? setter : found;
        }
      }
    }
    return clear ? found : null;
  }

  private Setter carrying(ExecutableElement method, Set<Limit> missing, TypeMirror type) {
    TypeMirror config = method.getParameters().get(0).asType();
    ExecutableElement factory = factory(config, missing);
    if (factory == null) {
      return null;
    }
    TypeMirror builder = factory.getReturnType();
    List<String> made = made(factory, builder, missing);
    return made == null
        ? null
        : new Setter(
            method.getSimpleName().toString(),
            made,
            limits(builder),
            api.result(method, type),
            method.getThrownTypes());
  }

  /** All limits that a builder can be told. */
  private Set<Limit> limits(TypeMirror builder) {
    Set<Limit> all = EnumSet.noneOf(Limit.class);
    for (ExecutableElement method : api.methods(builder)) {
      for (Fact fact : api.of(method, builder).facts()) {
        if (fact.word() == Word.BOUNDS) {
          all.addAll(Limit.boundBy(fact));
        }
      }
    }
    return all;
  }

  /** The method that makes a builder of a configuration with these limits, or null. */
  private ExecutableElement factory(TypeMirror config, Set<Limit> missing) {
    if (config.getKind() != TypeKind.DECLARED
        || !(((DeclaredType) config).asElement() instanceof TypeElement element)) {
      return null;
    }
    for (ExecutableElement factory : ElementFilter.methodsIn(element.getEnclosedElements())) {
      Set<Modifier> modifiers = factory.getModifiers();
      if (modifiers.contains(Modifier.STATIC)
          && modifiers.contains(Modifier.PUBLIC)
          && factory.getParameters().isEmpty()
          && isBuilt(factory.getReturnType(), config)
          && limits(factory.getReturnType()).containsAll(missing)) {
        return factory;
      }
    }
    return null;
  }

  /** {@code Config.custom().setConnectTimeout(10_000).build()}, call by call; or null. */
  private List<String> made(ExecutableElement factory, TypeMirror builder, Set<Limit> missing) {
    List<Setter> setters = covering(missing, builder, setter -> isFluent(setter, builder));
    String name =
        setters == null ? null : imports.name((TypeElement) factory.getEnclosingElement());
    if (name == null) {
      return null;
    }
    List<String> links = new ArrayList<>();
    links.add(name + "." + factory.getSimpleName() + "()");
    setters.forEach(setter -> links.add(setter.call()));
    links.add("." + BUILD + "()");
    return links;
  }

  /** Whether {@code build()} of the one type results in the other. */
  boolean isBuilt(TypeMirror builder, TypeMirror result) {
    for (ExecutableElement method : api.methods(builder)) {
      if (method.getSimpleName().contentEquals(BUILD)
          && method.getParameters().isEmpty()
          && api.types()
              .isSubtype(
                  api.types().erasure(api.result(method, builder)), api.types().erasure(result))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call can go on as if it had not been put in between. */
  boolean isFluent(Setter setter, TypeMirror type) {
    return setter.result().getKind() == TypeKind.DECLARED
        && api.types().isSubtype(api.types().erasure(setter.result()), api.types().erasure(type));
  }

  static String calls(List<Setter> setters) {
    StringBuilder text = new StringBuilder();
    setters.forEach(setter -> text.append(setter.call()));
    return text.toString();
  }
}
