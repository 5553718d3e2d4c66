package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads or grows without limit: how much memory it takes is decided by the other side. Without a
 * value the call reads all of its receiver, or of the argument so marked, into memory. With one,
 * the result is something that has no end by itself: a body, an archive, a cache or a queue, unless
 * a {@link Bounds} member set its {@link Limit#SIZE} or {@link Limit#AGE}. On a type: what its
 * values are read from may hold, and nest, as much as somebody else likes.
 *
 * <pre>{@code
 * static String readAll(@Unbounded InputStream in);
 *
 * @Unbounded(REQUEST)
 * InputStream body();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.ANNOTATION_TYPE
})
public @interface Unbounded {
  /** What there may be any amount of. */
  Load value() default Load.READ;
}
