package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.Global;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects of ours, put on by hand: SpotBugs tells them by name, and all else is analysed. */
class InternalErrorTest {
  private static final String LEAKS =
      """
      package app;
      import java.net.http.*;
      import java.net.http.HttpResponse.BodyHandlers;
      class %1$s {
        int leak(HttpClient client, HttpRequest request) throws Exception {
          return client.send(request, BodyHandlers.ofInputStream()).statusCode();
        }
        int %1$sHelps(HttpClient client, HttpRequest request) throws Exception {
          return %1$sHelp.code(client.send(request, BodyHandlers.ofInputStream()));
        }
      }
      class %1$sHelp {
        static int code(HttpResponse<?> response) { return response.statusCode(); }
      }
      """;

  @TempDir Path folder;

  /** Runs with a class path of which one class brings the reader down. */
  private SortedBugCollection analyze(String culprit, Callable<? extends Throwable> defect)
      throws Exception {
    Path classes =
        Compiled.of(
            folder,
            Map.of(
                "app/Bad.java", LEAKS.formatted("Bad"), "app/Good.java", LEAKS.formatted("Good")));
    BytecodeWitness[] witness = {null};
    return SpotBugs.analyze(
        type -> {
          if (witness[0] == null) {
            IAnalysisCache cache = Global.getAnalysisCache();
            witness[0] = new BytecodeWitness(failing(cache, culprit, defect), new Properties());
            cache.eagerlyPutDatabase(BytecodeWitness.class, witness[0]);
          }
        },
        classes);
  }

  private static IAnalysisCache failing(
      IAnalysisCache cache, String culprit, Callable<? extends Throwable> defect) {
    return (IAnalysisCache)
        Proxy.newProxyInstance(
            IAnalysisCache.class.getClassLoader(),
            new Class<?>[] {IAnalysisCache.class},
            (proxy, method, arguments) -> {
              boolean asked = method.getName().equals("probeClassAnalysis");
              if (asked && ((ClassDescriptor) arguments[1]).getDottedClassName().equals(culprit)) {
                throw defect.call();
              }
              try {
                return method.invoke(cache, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static List<String> bugs(SortedBugCollection collection) {
    return SpotBugs.bugs(collection).stream()
        .map(
            bug ->
                bug.getPrimaryMethod().getClassName()
                    + "."
                    + bug.getPrimaryMethod().getMethodName())
        .sorted()
        .toList();
  }

  private static List<String> errors(SortedBugCollection collection) {
    return collection.getErrors().stream().map(AnalysisError::getMessage).sorted().toList();
  }

  @Test
  void aMethodWhoseAnalysisFailsCostsItselfAlone() throws Exception {
    SortedBugCollection collection = analyze("app.BadHelp", () -> new AssertionError("put on"));
    List<String> errors = errors(collection);
    assertTrue(
        errors.contains("Holdfast could not analyse app.BadHelp; the rest is analysed"),
        errors::toString);
    String method = errors.get(errors.size() - 1);
    assertTrue(method.contains(" app.Bad.BadHelps("), errors::toString);
    assertTrue(method.contains("AssertionError: put on"), errors::toString);
    assertTrue(errors.stream().allMatch(one -> one.contains(" app.Bad")), errors::toString);
    assertEquals(List.of("app.Bad.leak", "app.Good.GoodHelps", "app.Good.leak"), bugs(collection));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        StackOverflowError.class,
        NoClassDefFoundError.class,
        AssertionError.class
      })
  void aClassWhoseAnalysisFailsIsToldOnce(Class<? extends Throwable> defect) throws Exception {
    SortedBugCollection collection = analyze("app.Bad", defect.getConstructor()::newInstance);
    assertEquals(
        List.of("Holdfast could not analyse app.Bad; the rest is analysed"), errors(collection));
    assertEquals(List.of("app.Good.GoodHelps", "app.Good.leak"), bugs(collection));
  }
}
