package dev.holdfast.annotations;

import static dev.holdfast.annotations.Duty.CARRIED;
import static dev.holdfast.annotations.Duty.HTTP_CLIENT;
import static dev.holdfast.annotations.Level.WARNING;
import static dev.holdfast.annotations.Limit.CONNECT;
import static dev.holdfast.annotations.Limit.READ;
import static dev.holdfast.annotations.Peer.HTTP;
import static dev.holdfast.annotations.Recipient.THREAD;
import static dev.holdfast.annotations.Step.DIG;
import static dev.holdfast.annotations.Waits.NEVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  /** How the words read in code; that it compiles is the test. */
  @Shared
  @Waits(on = HTTP, connect = NEVER, read = "10s", waiting = "1s", idleCount = "5")
  abstract static class Client implements AutoCloseable {
    @Acquires(value = HTTP_CLIENT, level = WARNING, since = "21", closedBy = "this,0")
    @Accepted(rule = "UnclosedHttpClient", because = "lives as long as the process")
    Client(@HandedOver(THREAD) Runnable task, @Bounds(Limit.CARRIED) Object settings) {}

    @Bounds({CONNECT, READ})
    abstract Client patient(@Bounds(CONNECT) int limit);

    @Acquires(deferred = true)
    abstract Object handler();

    abstract Object send(@Acquires(CARRIED) Object handler);

    @OurPooled
    abstract Object take();

    abstract void give(@Returns Object taken);

    @Untyped(DIG)
    @Unbounded
    abstract Object dig(@Untyped Class<?> type);

    @Aliases
    abstract Client derived(@Aliases Object other);

    @Releases
    @Override
    public abstract void close();
  }

  @Borrows
  @interface OurPooled {}

  @Confined
  static class Scratch {
    @Acquires Client client;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Acquires.class, Releases.class, Aliases.class, Borrows.class, Returns.class, Shared.class,
        Waits.class, Bounds.class, Unbounded.class, Untyped.class, Confined.class, HandedOver.class,
        Accepted.class
      })
  void everyWordStaysInTheClassFileAndMayBeComposed(Class<? extends Annotation> word) {
    assertEquals(RetentionPolicy.CLASS, word.getAnnotation(Retention.class).value());
    List<ElementType> targets = Arrays.asList(word.getAnnotation(Target.class).value());
    assertTrue(
        targets.contains(ElementType.TYPE) || targets.contains(ElementType.ANNOTATION_TYPE),
        targets::toString);
  }
}
