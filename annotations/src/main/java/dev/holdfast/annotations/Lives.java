package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long the objects of a type live, or how often a method is called by whoever calls it. On an
 * interface method it holds for everything that implements it.
 *
 * <pre>{@code
 * @Lives(PROCESS)
 * final class PriceService { ... }
 *
 * interface Handler {
 *   @Lives(REQUEST)
 *   void handle(Exchange exchange);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Lives {
  /** How long. */
  Scope value();

  /**
   * Whether a container hands out, in place of such an object, a proxy that finds the one of the
   * moment. On an annotation in a stub it may name the element that says so.
   */
  boolean proxied() default false;
}
