package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets limits on the receiver: to the value of the argument where it stands on a parameter, to one
 * the method knows by itself where it stands on a method. {@code @Bounds(CARRIED)} says that the
 * receiver, or the object that results, takes over every limit that the argument carries; on a
 * method, that the result is another object with the limits that the receiver has by then.
 *
 * <pre>{@code
 * Builder timeout(@Bounds({CONNECT, READ}) Duration limit);
 *
 * PaymentClient(@Bounds(CARRIED) Settings settings) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.ANNOTATION_TYPE
})
public @interface Bounds {
  /** Which limits are set. */
  Limit[] value();

  /**
   * Arguments that lift the limit instead: {@code "0"} (a zero duration too), {@code "-1"} for
   * anything below zero, {@code "null"}. The greatest value of a number always does.
   */
  String[] never() default {};

  /**
   * What a plain number counts: {@code "ms"}, {@code "s"} or {@code "entries"}. Where it is said, a
   * missing limit can be mended automatically.
   */
  String in() default "";

  /**
   * Whether the receiver stays as it is and only the result, a copy of it, has the limit: whoever
   * drops the result drops the limit with it.
   */
  boolean copy() default false;
}
