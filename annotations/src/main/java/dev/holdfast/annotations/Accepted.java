package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Findings of these rules inside this declaration are known and accepted. Unlike {@code
 * SuppressWarnings} it stays in the class file, so every witness hears it.
 *
 * <pre>{@code
 * @Accepted(rule = "UnclosedHttpClient", because = "lives as long as the process")
 * static PaymentClient shared() { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.LOCAL_VARIABLE,
  ElementType.PACKAGE
})
public @interface Accepted {
  /** Names of the rules. */
  String[] rule();

  /** Why, for the next reader. */
  String because();
}
