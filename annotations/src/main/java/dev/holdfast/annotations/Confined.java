package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Objects of this type belong to one thread at a time and must not be shared. A method that says so
 * is called by one thread at a time; an executor that comes from it runs one task at a time.
 *
 * <pre>{@code
 * @Confined
 * final class RequestScratch { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Confined {}
