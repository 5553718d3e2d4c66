package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever calls this owns the result and must release it on every path. On a constructor the new
 * object is meant, on a type the object that each of its constructors makes, on a field the value
 * that the object around it must release. On a parameter, {@code @Acquires(CARRIED)} says that the
 * result owes what this argument carries. {@code @Acquires(NOTHING)} says of a result or a field
 * that it is a stand-in, a mock: neither it nor anything that it gives out owes anything.
 *
 * <pre>{@code
 * @Acquires(HTTP_RESPONSE)
 * Response execute(Request request);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.TYPE
})
public @interface Acquires {
  /** What kind of duty starts; decides which rule speaks. */
  Duty value() default Duty.RESOURCE;

  /** Level of the findings where it is milder than the rule's own; one constant or none. */
  Level[] level() default {};

  /** The first Java release a program is compiled for from which the duty holds, like "21". */
  String since() default "";

  /**
   * Whose release ends the duty too: {@code "this"} for the receiver, or the zero-based index of a
   * parameter; several are separated by a comma. Stubs may name the parameter.
   */
  String closedBy() default "";

  /**
   * Whether the duty starts only once the object made here is given to a parameter that says
   * {@code @Acquires(CARRIED)}.
   */
  boolean deferred() default false;
}
