package dev.holdfast.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stubs and annotations say the same things in the same words. */
class VocabularyTest {
  private static Class<? extends Annotation> annotation(Word word) throws ClassNotFoundException {
    return Class.forName("dev.holdfast.annotations." + word.annotation())
        .asSubclass(Annotation.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyWordHasAnAnnotationWithTheSameElements(Word word) throws Exception {
    Set<String> elements = new TreeSet<>();
    for (Method element : annotation(word).getDeclaredMethods()) {
      elements.add(Vocabulary.canonical(element.getName()));
    }
    assertEquals(new TreeSet<>(Arrays.asList(Vocabulary.elements(word))), elements);
  }

  @ParameterizedTest
  @EnumSource
  void everyConstantOfAnAnnotationIsKnownInStubs(Word word) throws Exception {
    for (Method element : annotation(word).getDeclaredMethods()) {
      Class<?> type = element.getReturnType();
      Class<?> constants = type.isArray() ? type.getComponentType() : type;
      if (constants.isEnum()) {
        for (Object constant : constants.getEnumConstants()) {
          assertNull(Vocabulary.valueProblem(word, element.getName(), constant.toString()));
        }
        assertNotNull(Vocabulary.valueProblem(word, element.getName(), "NOBODY"));
      }
    }
  }

  @Test
  void everyLimitIsAValueOfBoundsAndEveryWaitAnElementOfWaits() {
    for (Limit limit : Limit.values()) {
      assertNull(Vocabulary.valueProblem(Word.BOUNDS, "value", limit.name()));
      if (limit.isWait()) {
        assertNull(Vocabulary.elementProblem(Word.WAITS, limit.element()));
        assertNull(Vocabulary.valueProblem(Word.WAITS, limit.element(), "NEVER"));
      }
    }
  }

  @Test
  void everyDutyMayBeAcquired() {
    for (Duty duty : Duty.values()) {
      assertNull(Vocabulary.valueProblem(Word.ACQUIRES, "value", duty.name()));
    }
  }

  @Test
  void durations() {
    for (String sound : new String[] {"10s", "500ms", "5m", "1h", "2d", "0", "NEVER", "1us"}) {
      assertNull(Vocabulary.valueProblem(Word.WAITS, "read", sound), sound);
    }
    for (String wrong : new String[] {"", "10", "s", "10 s", "ten", "never", "-1s", "1.5s"}) {
      assertNotNull(Vocabulary.valueProblem(Word.WAITS, "read", wrong), wrong);
    }
  }
}
