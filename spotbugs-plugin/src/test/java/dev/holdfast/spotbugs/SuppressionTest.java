package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who accepted what, and where it is heard. */
class SuppressionTest {
  @TempDir Path folder;

  private List<String> methods(String type, String members) throws Exception {
    String source =
        """
        package app;
        import dev.holdfast.annotations.Accepted;
        import java.net.http.*;
        import java.net.http.HttpResponse.BodyHandlers;
        %s class App {
          HttpClient client;
          HttpRequest request;
          int other() throws Exception { return leak(); }
          int leak() throws Exception {
            return client.send(request, BodyHandlers.ofInputStream()).statusCode();
          }
          %s
        }
        """
            .formatted(type, members);
    return SpotBugs.bugs(folder, Map.of("app/App.java", source)).stream()
        .map(bug -> bug.getPrimaryMethod().getMethodName())
        .toList();
  }

  private static final String ACCEPTED =
      "@Accepted(rule = \"UnclosedHttpResponse\", because = \"a test\")";

  @Test
  void whatNobodyAcceptsIsReported() throws Exception {
    assertEquals(List.of("leak"), methods("", ""));
  }

  @Test
  void aClassMayAcceptARuleForAllInIt() throws Exception {
    assertEquals(
        List.of(),
        methods(
            ACCEPTED,
            """
            class Inner {
              Object run() throws Exception {
                return new Object() {
                  int status() throws Exception {
                    return client.send(request, BodyHandlers.ofInputStream()).statusCode();
                  }
                };
              }
            }
            """));
  }

  @Test
  void aMethodMayAcceptARuleForItsLambdasAndLocalClasses() throws Exception {
    assertEquals(
        List.of("leak"),
        methods(
            "",
            ACCEPTED
                + """
                Object run() throws Exception {
                  java.util.concurrent.Callable<Object> later =
                      () -> client.send(request, BodyHandlers.ofInputStream()).statusCode();
                  return new Object() {
                    int status() throws Exception {
                      return client.send(request, BodyHandlers.ofInputStream()).statusCode();
                    }
                  };
                }
                """));
  }

  @Test
  void anotherRuleIsNotAccepted() throws Exception {
    assertEquals(
        List.of("leak"),
        methods(ACCEPTED.replace("UnclosedHttpResponse", "UnclosedHttpClient"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HF_UNCLOSED_HTTP_RESPONSE", "HF"})
  void spotBugsOwnAnnotationIsHeard(String value) throws Exception {
    String suppress = "@edu.umd.cs.findbugs.annotations.SuppressFBWarnings(\"" + value + "\")";
    assertEquals(List.of(), methods(suppress, ""));
  }

  @Test
  void generatedClassesAreLeftAlone() throws Exception {
    assertEquals(List.of(), methods("@App.Generated", "@interface Generated {}"));
  }
}
