package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Objects of this type are costly and safe to share: make one for the process, not one for each
 * call. What comes from a method that says so is used by several threads: a collection that locks
 * itself, a stream that is worked on in parallel.
 *
 * <pre>{@code
 * @Shared
 * final class PaymentClient { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Shared {}
