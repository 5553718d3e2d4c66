package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The argument is given away on purpose: to a new owner who answers for it, to another thread that
 * runs or keeps it, or into the receiver, from which it can be reached afterwards. On a method what
 * the receiver held is meant: it is given out, as the result where there is one; or the receiver
 * itself, which a thread gets or which can be reached from the result, a view of it.
 *
 * <pre>{@code
 * void register(@HandedOver Connection connection);
 *
 * void submit(@HandedOver(THREAD) Runnable task);
 *
 * @HandedOver
 * Connection take();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface HandedOver {
  /** Who gets it. */
  Recipient value() default Recipient.OWNER;
}
