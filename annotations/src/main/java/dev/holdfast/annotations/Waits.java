package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The object that results may wait for something outside the program, for as long as stated unless
 * a {@link Bounds} member sets another limit. Each element is the default for one limit: a duration
 * ({@code "500ms"}, {@code "10s"}, {@code "5m"}) or {@link #NEVER} where nothing ends the wait. On
 * a type it holds for each of its constructors.
 *
 * <pre>{@code
 * @Waits(on = HTTP, connect = NEVER, read = "30s")
 * static PaymentClient create();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Waits {
  /** The default is no limit at all. */
  String NEVER = "NEVER";

  /** What is waited for. */
  Peer on() default Peer.HTTP;

  /** Default limit for establishing the connection, TLS handshake included. */
  String connect() default "";

  /** Default limit for the next bytes of a response, or for all of it. */
  String read() default "";

  /** Default limit for sending. */
  String write() default "";

  /** Default limit for a whole call from start to end. */
  String call() default "";

  /** Default limit for getting something out of a pool. */
  String borrow() default "";

  /** How long something may lie unused before it is closed. */
  String idle() default "";

  /** How many unused ones are kept: a number or {@link #NEVER}. */
  String idleCount() default "";

  /** Default limit for a database statement. */
  String query() default "";

  /** Default limit for waiting on another thread. */
  String waiting() default "";

  /**
   * Binary name of the type that the result must turn out to be for this to hold for certain, where
   * the declared type does not say it.
   */
  String as() default "";

  /**
   * What an address given to it must begin with for this to hold for certain, where what it depends
   * on is told by that: {@code "jdbc:mysql:"}.
   */
  String[] at() default {};

  /** System property that sets the limits for all such objects: code that names it is trusted. */
  String property() default "";

  /**
   * Name of the static method beside this one, without parameters, that gives a builder whose
   * {@code build()} makes the same, and lets limits be set first.
   */
  String builder() default "";
}
