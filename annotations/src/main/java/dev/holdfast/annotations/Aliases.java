package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Two objects are one duty: releasing either releases both. On a method the result goes with the
 * receiver, on a parameter the result, or the object that a constructor makes, goes with the
 * argument.
 *
 * <pre>{@code
 * @Aliases
 * InputStream byteStream();
 *
 * CountingStream(@Aliases InputStream wrapped) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Aliases {}
