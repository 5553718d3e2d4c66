package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends the duty to release: of the receiver where it stands on a method, of the argument where it
 * stands on a parameter. Reading a response to its end counts as well as closing it.
 *
 * <pre>{@code
 * @Releases
 * String readAll();
 *
 * static void closeQuietly(@Releases Closeable resource) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Releases {}
