package dev.holdfast.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.holdfast.checks.fix.Fix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources under their paths, and says what the witness finds and how it would mend it. */
final class Mending {
  private static final Pattern RELEASE = Pattern.compile("[\\w.]+\\(\\w*(, \\w+)*\\);");

  private Mending() {}

  /**
   * A finding.
   *
   * @param fix null where none is offered
   */
  record Found(String rule, boolean shown, int line, Fix fix) {}

  /** One file's findings and what the compiler minds. */
  record Result(List<Found> found, List<String> errors) {
    private Map<String, Long> counts() {
      return found.stream()
          .filter(Found::shown)
          .collect(Collectors.groupingBy(Found::rule, Collectors.counting()));
    }
  }

  static Map<Path, Result> of(Map<Path, String> sources) throws Exception {
    List<Path> paths = new ArrayList<>(sources.keySet());
    List<Source> files = new ArrayList<>();
    sources.forEach((path, text) -> files.add(new Source(path.getFileName().toString(), text)));
    DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
    JavacTask task =
        Compiles.task(
            ToolProvider.getSystemJavaCompiler(), List.of(), log, files.toArray(Source[]::new));
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    SourceWitness witness =
        SourceWitness.of(((BasicJavacTask) task).getContext(), () -> Options.DEFAULT);
    Map<Path, Result> results = new LinkedHashMap<>();
    for (CompilationUnitTree unit : units) {
      List<Found> found = new ArrayList<>();
      for (SourceFinding one : witness.findings(unit)) {
        found.add(
            new Found(
                one.rule().ruleName(),
                one.finding().isShownByDefault(),
                one.line(),
                witness.fix(one).orElse(null)));
      }
      List<String> errors = new ArrayList<>();
      for (Diagnostic<? extends JavaFileObject> one : log.getDiagnostics()) {
        boolean here =
            one.getSource() != null && one.getSource().toUri().equals(unit.getSourceFile().toUri());
        if (here && one.getKind() == Diagnostic.Kind.ERROR) {
          errors.add(one.getLineNumber() + " " + one.getMessage(Locale.ROOT));
        }
      }
      witness.notices().forEach(notice -> errors.add(notice.text()));
      results.put(paths.get(results.size()), new Result(found, errors));
    }
    return results;
  }

  /** What should have gone and is still there, or has come. */
  static List<String> unexpected(Result before, Result after, String mended) {
    Map<String, Long> known = before.counts();
    known.merge(mended, -1L, Long::sum);
    List<String> unexpected = new ArrayList<>();
    after
        .counts()
        .forEach(
            (finding, count) -> {
              if (count > known.getOrDefault(finding, 0L)) {
                unexpected.add(finding);
              }
            });
    return unexpected;
  }

  /** The part of the file that is not as it was, as it is now. */
  static String changed(String source, String mended) {
    int start = 0;
    while (start < Math.min(source.length(), mended.length())
        && source.charAt(start) == mended.charAt(start)) {
      start++;
    }
    int tail = 0;
    while (tail < Math.min(source.length(), mended.length()) - start
        && source.charAt(source.length() - 1 - tail) == mended.charAt(mended.length() - 1 - tail)) {
      tail++;
    }
    int from = mended.lastIndexOf('\n', start) + 1;
    int to = mended.indexOf('\n', mended.length() - tail);
    return mended.substring(from, to < 0 ? mended.length() : to);
  }

  /**
   * Lines that a fix has lost or put elsewhere, beside the statement it begins with and releases
   * that it takes over; "" if none. White space in front of a line may change.
   */
  static String disturbed(String source, String mended, Fix fix) {
    List<String> before = source.lines().map(String::strip).toList();
    List<String> after =
        mended.lines().map(String::strip).filter(line -> !RELEASE.matcher(line).matches()).toList();
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int first = source.substring(0, fix.edits().get(0).start()).split("\n", -1).length - 1;
    int last = first;
    while (!before.get(last).contains(";")) {
      last++;
    }
    List<String> lost = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < before.size(); i++) {
      while (j < after.size() && common[i][j] == common[i][j + 1]) {
        j++;
      }
      if (j < after.size() && before.get(i).equals(after.get(j))) {
        j++;
      } else if ((i < first || i > last) && !RELEASE.matcher(before.get(i)).matches()) {
        lost.add(i + 1 + ": " + before.get(i));
      }
    }
    return String.join("\n", lost);
  }
}
