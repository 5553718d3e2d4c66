package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a borrowed object back to its pool: the argument where it stands on a parameter, the
 * receiver where it stands on a method (a lease whose {@code close()} gives it back).
 *
 * <pre>{@code
 * @Borrows
 * Connection take();
 *
 * void give(@Returns Connection connection);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Returns {}
