package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values are trees of maps, lists and bare objects instead of a type of their own. On a method the
 * result is such a tree; on a parameter it is one if the type token given there names {@code Map},
 * {@code List} or {@code Object}; on a type all its values are. {@link Step#DIG} and {@link
 * Step#ELEMENT} describe how a method walks such a tree; on a parameter, what the function given
 * there is run on.
 *
 * <pre>{@code
 * @Untyped
 * Map<String, Object> parse(String json);
 *
 * <T> T parse(String json, @Untyped Class<T> type);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.FIELD
})
public @interface Untyped {
  /** What the result is to the tree. */
  Step value() default Step.TREE;

  /** On a type token: binds only where an argument of this type is given. */
  String from() default "";
}
