package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The result belongs to a pool: it must be given back exactly once, on every path, and no reference
 * to it may be kept or used after that. With {@link HandedOver} beside it, it is given back by
 * whoever has it last, as counted buffers are: passing it on may be all there is to do.
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
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Borrows {}
