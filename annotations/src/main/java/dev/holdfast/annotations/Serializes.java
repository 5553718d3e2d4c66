package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Walks an object graph to write it: the argument, by asking its accessors unless it says
 * otherwise. On a method, its result is written in place of the object it is called on.
 *
 * <pre>{@code
 * String toJson(@Serializes Object value);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.TYPE,
  ElementType.ANNOTATION_TYPE
})
public @interface Serializes {
  Reads value() default Reads.ACCESSORS;
}
