package dev.holdfast.checks.fix;

import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Writes an amount in the form that a parameter takes it. */
final class Amounts {
  /** How long what had no limit may take from now on, where the team does not say. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** How much what kept everything may keep from now on. */
  private static final long ENTRIES = 10_000;

  private final Api api;
  private final Imports imports;

  Amounts(Api api, Imports imports) {
    this.api = api;
    this.imports = imports;
  }

  /** What a team says, or ten seconds where it says nothing that every API could take. */
  static Duration timeout(Duration said) {
    boolean fits = said != null && said.toMillis() > 0 && said.toMillis() <= Integer.MAX_VALUE;
    return fits ? said : TIMEOUT;
  }

  /** All arguments of a method whose first is bound by a fact, or null where one is unclear. */
  String arguments(ExecutableElement method, Fact bounds, Set<Limit> limits) {
    List<? extends VariableElement> parameters = method.getParameters();
    TypeMirror first = parameters.get(0).asType();
    boolean waits = limits.stream().allMatch(Limit::isWait);
    if (parameters.size() == 1) {
      return isFigure(first) ? figure(first, bounds) : waits ? duration(first) : null;
    }
    return parameters.size() == 2 && isFigure(first) && waits
        ? withUnit(parameters.get(1).asType())
        : null;
  }

  /** {@code 10, TimeUnit.SECONDS}, or null if the type is no unit of time. */
  private String withUnit(TypeMirror type) {
    TypeElement element = element(type);
    if (element == null || element.getKind() != ElementKind.ENUM) {
      return null;
    }
    for (Element constant : element.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT
          && constant.getSimpleName().contentEquals(unit())) {
        String name = imports.name(element);
        return name == null ? null : number() + ", " + name + "." + unit();
      }
    }
    return null;
  }

  private boolean isWhole() {
    return api.timeout().toMillis() % 1000 == 0;
  }

  private String unit() {
    return isWhole() ? "SECONDS" : "MILLISECONDS";
  }

  private String number() {
    return grouped(isWhole() ? api.timeout().toSeconds() : api.timeout().toMillis());
  }

  /** A plain number in the unit that the catalog says it counts, or null. */
  String figure(TypeMirror type, Fact bounds) {
    boolean waits = Limit.boundBy(bounds).stream().allMatch(Limit::isWait);
    return switch (isFigure(type) ? bounds.argument("in", "") : "") {
      case "ms" -> waits ? grouped(api.timeout().toMillis()) : null;
      case "s" -> waits ? grouped(Math.max(1, api.timeout().toSeconds())) : null;
      case "entries" -> waits ? null : grouped(ENTRIES);
      default -> null;
    };
  }

  private static boolean isFigure(TypeMirror type) {
    return type.getKind() == TypeKind.LONG || type.getKind() == TypeKind.INT;
  }

  private static String grouped(long figure) {
    return String.format(java.util.Locale.ROOT, "%,d", figure).replace(',', '_');
  }

  /** {@code Duration.ofSeconds(10)}, or any type that is made so. */
  private String duration(TypeMirror type) {
    TypeElement element = element(type);
    String maker = isWhole() ? "ofSeconds" : "ofMillis";
    for (ExecutableElement method :
        element == null
            ? List.<ExecutableElement>of()
            : ElementFilter.methodsIn(element.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(maker)
          && method.getModifiers().contains(Modifier.STATIC)
          && method.getParameters().size() == 1
          && api.types().isSameType(method.getReturnType(), type)) {
        String name = imports.name(element);
        return name == null ? null : name + "." + maker + "(" + number() + ")";
      }
    }
    return null;
  }

  private static TypeElement element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? element
        : null;
  }
}
