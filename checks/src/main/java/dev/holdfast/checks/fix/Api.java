package dev.holdfast.checks.fix;

import dev.holdfast.analysis.ir.Descriptors;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Fact;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler and the catalog know about the members of a type. */
final class Api {
  private static final String OBJECT = "java.lang.Object";
  private static final String CLOSEABLE = "java.lang.AutoCloseable";

  private final Types types;
  private final Elements elements;
  private final Contracts contracts;
  private final Duration timeout;

  Api(Types types, Elements elements, Contracts contracts, Duration timeout) {
    this.types = types;
    this.elements = elements;
    this.contracts = contracts;
    this.timeout = timeout;
  }

  /** What a wait without a limit gets. */
  Duration timeout() {
    return timeout;
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  /** What is said about a method called on a value of a type, or on the type itself. */
  Contract of(ExecutableElement method, TypeMirror on) {
    boolean known = on != null && on.getKind() == TypeKind.DECLARED;
    String owner = binary(known ? on : method.getEnclosingElement().asType());
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(binary(parameter.asType()));
    }
    String descriptor = Descriptors.descriptor(parameters, binary(method.getReturnType()));
    return contracts.of(new MethodRef(owner, method.getSimpleName().toString(), descriptor));
  }

  /** Name of the erased type, as the catalog spells it. */
  String binary(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return switch (erased.getKind()) {
      case ARRAY -> binary(((ArrayType) erased).getComponentType()) + "[]";
      case DECLARED ->
          elements.getBinaryName((TypeElement) ((DeclaredType) erased).asElement()).toString();
      case VOID, BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
          erased.getKind().name().toLowerCase(java.util.Locale.ROOT);
      default -> OBJECT;
    };
  }

  /** Public instance methods of a type, inherited ones included. */
  List<ExecutableElement> methods(TypeMirror type) {
    List<ExecutableElement> found = new ArrayList<>();
    if (type != null
        && type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement() instanceof TypeElement declared) {
      for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(declared))) {
        if (method.getModifiers().contains(Modifier.PUBLIC)) {
          found.add(method);
        }
      }
    }
    return found;
  }

  /** What a method results in when it is called on a type. */
  TypeMirror result(ExecutableElement method, TypeMirror on) {
    return ((ExecutableType) types.asMemberOf((DeclaredType) on, method)).getReturnType();
  }

  boolean isCloseable(TypeMirror type) {
    TypeElement closeable = elements.getTypeElement(CLOSEABLE);
    return type != null
        && type.getKind() == TypeKind.DECLARED
        && closeable != null
        && types.isSubtype(types.erasure(type), closeable.asType());
  }

  /**
   * The method that try-with-resources calls, or null where that may not be the way to release an
   * object: the catalog knows another one, as for what waits for all that runs.
   */
  ExecutableElement close(TypeMirror type) {
    ExecutableElement close = null;
    boolean others = false;
    for (ExecutableElement method :
        isCloseable(type) ? methods(type) : List.<ExecutableElement>of()) {
      if (method.getParameters().isEmpty() && !method.getModifiers().contains(Modifier.STATIC)) {
        if (method.getSimpleName().contentEquals("close")) {
          close = method;
        } else {
          others |= of(method, type).says(Word.RELEASES, Slot.RECEIVER);
        }
      }
    }
    boolean givesBack = close != null && of(close, type).says(Word.RETURNS, Slot.RECEIVER);
    return others && !givesBack ? null : close;
  }

  /** Whether the object may be of use only while another one is open. */
  boolean maySpringFromAnother(TypeMirror type) {
    return type != null
        && type.getKind() == TypeKind.DECLARED
        && (isCloseable(type)
            || isA(types.erasure(type), "java.util.Iterator")
            || contracts.isDutyType(binary(type))
            || isPending(type));
  }

  /** Whether values of a type are waited for. */
  boolean isPending(TypeMirror type) {
    for (ExecutableElement method : methods(type)) {
      if (method.getParameters().isEmpty()
          && method.getReturnType().getKind() != TypeKind.VOID
          && !binary(method.getEnclosingElement().asType()).equals(OBJECT)
          && waitsForThread(of(method, type).fact(Word.WAITS, Slot.RESULT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean waitsForThread(Fact waits) {
    return waits != null && waits.argument("on", "").equals("THREAD");
  }

  /** Exceptions of a type that must be caught or declared. */
  boolean isChecked(TypeMirror exception) {
    return !isA(exception, "java.lang.RuntimeException") && !isA(exception, "java.lang.Error");
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement element = elements.getTypeElement(name);
    return element != null && types.isSubtype(type, types.erasure(element.asType()));
  }

  static boolean isLocal(Element element) {
    return element != null
        && (element.getKind() == ElementKind.LOCAL_VARIABLE
            || element.getKind() == ElementKind.PARAMETER
            || element.getKind() == ElementKind.RESOURCE_VARIABLE);
  }
}
