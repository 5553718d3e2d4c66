package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fixes look like, to the letter. */
class FixTextTest {
  private static final String HEAD =
      """
      import java.io.*;
      import java.net.*;
      import java.net.http.HttpClient;
      import java.util.concurrent.Future;

      class App {
      """;

  @Test
  void aDeclarationMovesIntoTheHeaderOfATry() throws Exception {
    mends(
        """
          int first(String file) throws IOException {
            InputStream in = new FileInputStream(file); // the orders

            // one byte will do
            return in.read();
          }
        """,
        """
          int first(String file) throws IOException {
            try (InputStream in = new FileInputStream(file)) { // the orders

              // one byte will do
              return in.read();
            }
          }
        """);
  }

  @Test
  void aTryThatBeginsWithItTakesItIn() throws Exception {
    mends(
        """
          int first(String file) {
            try {
              InputStream in = new FileInputStream(file);
              return in.read();
            } catch (IOException e) {
              return -1;
            }
          }
        """,
        """
          int first(String file) {
            try (InputStream in = new FileInputStream(file)) {
              return in.read();
            } catch (IOException e) {
              return -1;
            }
          }
        """);
  }

  @Test
  void aTryWithResourcesThatBeginsWithItTakesItInToo() throws Exception {
    mends(
        """
          int first(ServerSocket server) throws IOException {
            try (OutputStream log = new FileOutputStream("log")) {
              InputStream in = new FileInputStream("orders");
              log.write(in.read());
              return in.read();
            }
          }
        """,
        """
          int first(ServerSocket server) throws IOException {
            try (OutputStream log = new FileOutputStream("log");
                InputStream in = new FileInputStream("orders")) {
              log.write(in.read());
              return in.read();
            }
          }
        """);
  }

  @Test
  void aCloseAtTheEndGoes() throws Exception {
    mends(
        """
          int first(String file) throws IOException {
            InputStream in = new FileInputStream(file);
            int first = in.read();
            if (first < 0) {
              return 0;
            }
            in.close();
            return first;
          }
        """,
        """
          int first(String file) throws IOException {
            try (InputStream in = new FileInputStream(file)) {
              int first = in.read();
              if (first < 0) {
                return 0;
              }
              return first;
            }
          }
        """);
  }

  @Test
  void whatHasNoNameGetsOne() throws Exception {
    mends(
        """
          int first(String file) throws IOException {
            return new FileInputStream(file).read();
          }
        """,
        """
          int first(String file) throws IOException {
            try (FileInputStream in = new FileInputStream(file)) {
              return in.read();
            }
          }
        """);
  }

  @Test
  void textBlocksKeepTheirText() throws Exception {
    mends(
        """
          String page(String file) throws IOException {
            InputStream in = new FileInputStream(file);
            int first = in.read();
            return ""\"
                <p>
                  %d
                ""\".formatted(first);
          }
        """,
        """
          String page(String file) throws IOException {
            try (InputStream in = new FileInputStream(file)) {
              int first = in.read();
              return ""\"
                  <p>
                    %d
                  ""\".formatted(first);
            }
          }
        """);
  }

  @Test
  void tabsStayTabs() throws Exception {
    mends(
        """
        \tint first(String file) throws IOException {
        \t\tInputStream in = new FileInputStream(file);
        \t\treturn in.read();
        \t}
        """,
        """
        \tint first(String file) throws IOException {
        \t\ttry (InputStream in = new FileInputStream(file)) {
        \t\t\treturn in.read();
        \t\t}
        \t}
        """);
  }

  @Test
  void lineBreaksStayWhatTheyAre() throws Exception {
    String before =
        "  int first(String file) throws IOException {\r\n"
            + "    InputStream in = new FileInputStream(file);\r\n"
            + "    return in.read();\r\n"
            + "  }\r\n";
    String after =
        "  int first(String file) throws IOException {\r\n"
            + "    try (InputStream in = new FileInputStream(file)) {\r\n"
            + "      return in.read();\r\n"
            + "    }\r\n"
            + "  }\r\n";
    String head = HEAD.replace("\n", "\r\n");
    assertEquals(head + after + "}\r\n", mended(head + before + "}\r\n"));
  }

  @Test
  void aBuilderIsToldTheLimit() throws Exception {
    mends(
        """
          HttpClient client() {
            return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build(); // for the stock
          }
        """,
        """
          HttpClient client() {
            return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build(); // for the stock
          }
        """,
        "import java.time.Duration;\n");
  }

  @Test
  void aFactoryGivesWayToItsBuilder() throws Exception {
    mends(
        """
          private final HttpClient client = HttpClient.newHttpClient();
        """,
        """
          private final HttpClient client = HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .build();
        """,
        "import java.time.Duration;\n");
  }

  @Test
  void aConnectionIsToldItsLimitsInTheNextLines() throws Exception {
    mends(
        """
          int ask(URL url) throws IOException {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(); // plain
            return connection.getResponseCode();
          }
        """,
        """
          int ask(URL url) throws IOException {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(); // plain
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
          }
        """);
  }

  @Test
  void aSocketIsToldWhereItConnectsAndBeforeItReads() throws Exception {
    mends(
        """
          int ask(SocketAddress server) throws IOException {
            try (Socket socket = new Socket()) {
              socket.connect(server);
              return socket.getInputStream().read();
            }
          }
        """,
        """
          int ask(SocketAddress server) throws IOException {
            try (Socket socket = new Socket()) {
              socket.setSoTimeout(10_000);
              socket.connect(server, 10_000);
              return socket.getInputStream().read();
            }
          }
        """);
  }

  @Test
  void aWaitGetsALimitWhereItsEndIsHandled() throws Exception {
    mends(
        """
          private final Object lock = new Object();

          String wait(Future<String> future) throws Exception {
            synchronized (lock) {
              return future.get();
            }
          }
        """,
        """
          private final Object lock = new Object();

          String wait(Future<String> future) throws Exception {
            synchronized (lock) {
              return future.get(10, TimeUnit.SECONDS);
            }
          }
        """,
        "import java.util.concurrent.TimeUnit;\n");
  }

  @Test
  void whatASetLeavesBehindIsRemovedAtTheEnd() throws Exception {
    mends(
        """
          private static final ThreadLocal<String> USER = new ThreadLocal<>();

          static String page(java.util.Map<String, String> request) {
            USER.set(request.get("user")); // for the title

            return "<h1>" + title();
          }

          private static String title() {
            return USER.get();
          }
        """,
        """
          private static final ThreadLocal<String> USER = new ThreadLocal<>();

          static String page(java.util.Map<String, String> request) {
            USER.set(request.get("user")); // for the title

            try {
              return "<h1>" + title();
            } finally {
              USER.remove();
            }
          }

          private static String title() {
            return USER.get();
          }
        """);
  }

  @Test
  void whatMayBeUsedLaterIsLeftAlone() throws Exception {
    leaves(
        """
          InputStream first(String file, boolean wanted) throws IOException {
            InputStream in = new FileInputStream(file);
            return wanted ? in : null;
          }
        """);
    leaves(
        """
          int first(String file, boolean wanted) throws IOException {
            InputStream in = new FileInputStream(file);
            Runnable later = () -> System.out.println(in);
            later.run();
            return in.read();
          }
        """);
    leaves(
        """
          int first(String file, String other) throws IOException {
            InputStream in = new FileInputStream(file);
            int first = in.read();
            in = new FileInputStream(other);
            return first + in.read();
          }
        """);
  }

  @Test
  void whatItsCloseThrowsMustBeHandled() throws Exception {
    leaves(
        """
          static class Line implements AutoCloseable {
            private final InputStream in = System.in;
            @Override public void close() throws Exception { in.close(); }
            int value() { return 1; }
          }
          int value() {
            Line line = new Line();
            return line.value();
          }
        """);
  }

  private static void mends(String before, String after, String... imports) throws Exception {
    String mended = mended(HEAD + before + "}\n");
    for (String one : imports) {
      mended = mended.replace(one, "");
    }
    assertEquals(HEAD + after + "}\n", mended);
  }

  private static void leaves(String body) throws Exception {
    String source = HEAD + body + "}\n";
    assertEquals(source, mended(source));
  }

  /** With the first fix that is offered. */
  private static String mended(String source) throws Exception {
    Path file = Path.of("App.java");
    Mending.Result result = Mending.of(Map.of(file, source)).get(file);
    assertEquals(List.of(), result.errors());
    for (Mending.Found found : result.found()) {
      if (found.shown() && found.fix() != null) {
        return found.fix().applyTo(source);
      }
    }
    return source;
  }
}
