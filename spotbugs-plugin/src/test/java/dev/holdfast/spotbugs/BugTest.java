package dev.holdfast.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import edu.umd.cs.findbugs.BugAnnotation;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bug carries, and what makes it the same bug tomorrow. */
class BugTest {
  private static final String HEAD =
      """
      package app;
      import java.io.InputStream;
      import java.net.http.*;
      import java.net.http.HttpResponse.BodyHandlers;
      class App {
        HttpClient client;
        HttpRequest request;
      """;

  private static final String LEAK = "client.send(request, BodyHandlers.ofInputStream())";

  @TempDir Path folder;

  private List<BugInstance> bugs(String members) throws Exception {
    return SpotBugs.bugs(folder, Map.of("app/App.java", HEAD + members + "}\n"));
  }

  private BugInstance bug(String members) throws Exception {
    List<BugInstance> bugs = bugs(members);
    assertEquals(1, bugs.size(), bugs::toString);
    return bugs.get(0);
  }

  @Test
  void namesClassMethodLineAndCalledMember() throws Exception {
    BugInstance bug =
        bug(
            """
              int status() throws Exception {
                var response =
                    client
                        .send(request, BodyHandlers.ofInputStream());
                return response.statusCode();
              }
            """);
    assertEquals("HF_UNCLOSED_HTTP_RESPONSE", bug.getType());
    assertEquals("app.App", bug.getPrimaryClass().getClassName());
    assertEquals("status", bug.getPrimaryMethod().getMethodName());
    SourceLineAnnotation line = bug.getPrimarySourceLineAnnotation();
    assertEquals("App.java", line.getSourceFile());
    assertEquals(11, line.getStartLine());
    MethodAnnotation called =
        bug.getAnnotationWithRole(MethodAnnotation.class, MethodAnnotation.METHOD_CALLED);
    assertEquals("send", called.getMethodName());
  }

  @Test
  void ranksEachFindingByItsOwnLevel() throws Exception {
    String pool = "org.apache.commons.pool2.ObjectPool<StringBuilder> pool;\n";
    BugInstance grave = bug("int a() throws Exception { return " + LEAK + ".statusCode(); }\n");
    assertEquals(4, grave.getBugRank());
    BugInstance onlyIfThrown =
        bug(
            pool
                + """
                int b(String text) throws Exception {
                  StringBuilder line = pool.borrowObject();
                  if (text.isEmpty()) {
                    throw new java.io.IOException("empty");
                  }
                  int length = line.append(text).length();
                  pool.returnObject(line);
                  return length;
                }
                """);
    assertEquals(10, onlyIfThrown.getBugRank());
    BugInstance possible =
        bug(
            pool
                + """
                interface Keeper { void look(Object o); }
                int c(Keeper keeper) throws Exception {
                  StringBuilder line = pool.borrowObject();
                  keeper.look(line);
                  return line.length();
                }
                """);
    assertEquals(18, possible.getBugRank());
    assertEquals(3, possible.getPriority());
  }

  @Test
  void tellsThePath() throws Exception {
    BugInstance bug =
        bug(
            """
              org.apache.commons.pool2.ObjectPool<StringBuilder> pool;
              String late() throws Exception {
                StringBuilder text = pool.borrowObject();
                text.setLength(0);
                pool.returnObject(text);
                return text.toString();
              }
            """);
    assertEquals("HF_POOLED_OBJECT_USED_AFTER_RETURN", bug.getType());
    assertEquals(
        List.of(
            "At App.java:[line 13]",
            "borrowed here by ObjectPool.borrowObject(): App.java:[line 10]",
            "used here, after it was given back: App.java:[line 13]"),
        bug.getAnnotations().stream()
            .filter(one -> one instanceof SourceLineAnnotation && !(one instanceof Sentence))
            .map(BugAnnotation::toString)
            .toList());
  }

  @Test
  void equalCallsInOneMethodStayTwo() throws Exception {
    String call = "    " + LEAK + ".statusCode();\n";
    List<BugInstance> bugs = bugs("void twice() throws Exception {\n" + call + call + "}");
    assertEquals(2, bugs.size(), bugs::toString);
    assertNotEquals(bugs.get(0).getInstanceHash(), bugs.get(1).getInstanceHash());
  }

  @Test
  void equalCallsInOneLineStayTwo() throws Exception {
    String call = LEAK + ".statusCode()";
    List<BugInstance> bugs =
        bugs("int twice() throws Exception { return " + call + " + " + call + "; }");
    assertEquals(2, bugs.size(), bugs::toString);
  }

  @Test
  void copiesOfAFinallyBlockAreOne() throws Exception {
    bug(
        """
          int copied(boolean quick) throws Exception {
            try {
              if (quick) return 1;
              return 2;
            } finally {
              client.send(request, BodyHandlers.ofInputStream()).statusCode();
            }
          }
        """);
  }

  @Test
  void aBugSurvivesChangesAroundIt() throws Exception {
    String method = "int status() throws Exception { return " + LEAK + ".statusCode(); }\n";
    String hash = bug(method).getInstanceHash();
    String above = "\n\nRunnable other = () -> System.out.println();\n";
    assertEquals(hash, bug(above + method).getInstanceHash());
  }

  @Test
  void aBugIsTheSameWhenItIsReadBack() throws Exception {
    bug("int status() throws Exception {\n var r = " + LEAK + ";\n return r.statusCode();\n}");
    SortedBugCollection written = SpotBugs.analyze(folder.resolve("classes"));
    written.setWithMessages(true);
    StringWriter xml = new StringWriter();
    written.writeXML(xml);
    SortedBugCollection read = new SortedBugCollection();
    read.readXML(new StringReader(xml.toString()));
    assertEquals(
        SpotBugs.bugs(written).get(0).getInstanceHash(),
        SpotBugs.bugs(read).get(0).getInstanceHash());
  }

  @Test
  void whatStandsInALambdaBelongsToItsMethod() throws Exception {
    BugInstance bug =
        bug(
            """
              java.util.concurrent.Callable<Object> later() {
                return () -> {
                  java.util.concurrent.Callable<Object> inner = () ->
                      client.send(request, BodyHandlers.ofInputStream()).statusCode();
                  return inner.call();
                };
              }
            """);
    assertEquals("later", bug.getPrimaryMethod().getMethodName());
  }

  @Test
  void initialisersAreReportedOnce() throws Exception {
    bug(
        """
          int status;
          { try { status = client.send(request, BodyHandlers.ofInputStream()).statusCode(); }
            catch (Exception e) { throw new IllegalStateException(e); } }
          App() {}
          App(int other) {}
        """);
  }
}
