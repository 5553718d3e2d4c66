package dev.holdfast.checks.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.checks.CaseCompiler;
import dev.holdfast.checks.SourceFinding;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is right or wrong with code does not depend on how it is put: each case, rewritten in a way
 * that changes nothing, has the same findings in each of its members.
 *
 * <p>A few cases here; {@code -Dholdfast.variants=all} takes all of them, about a minute.
 */
class VariantsTest {
  private static final boolean ALL = System.getProperty("holdfast.variants", "").equals("all");
  private static final Set<String> SAMPLE =
      Set.of(
          "DeeplyNestedMapAccessFlagged",
          "DeeplyNestedMapAccessSilent",
          "DynamicMapKeyFlagged",
          "MissingHttpTimeoutFlagged",
          "MissingHttpTimeoutSilent",
          "PooledObjectEscapesSilent",
          "PooledObjectNotReturnedFlagged",
          "PooledObjectNotReturnedSilent",
          "UnclosedHttpResponseFlagged",
          "UnclosedHttpResponseSilent");

  private static final Map<String, String> SOURCES = new TreeMap<>();
  private static final Callers CALLS = new Callers();
  private static Map<String, List<String>> before;

  @BeforeAll
  static void judgeThemAsTheyAre() throws Exception {
    for (Case one : Cases.all()) {
      if (ALL || SAMPLE.contains(one.name())) {
        SOURCES.put(one.file().toString(), Files.readString(one.file()));
      }
    }
    before = judged(SOURCES);
  }

  @ParameterizedTest
  @EnumSource
  void theAnswersStay(Variant variant) throws Exception {
    Map<String, String> variants = new TreeMap<>();
    SOURCES.forEach(
        (file, text) ->
            variants.put(file, variant.of(text, method -> CALLS.isCalledByNobody(method, text))));
    Map<String, List<String>> after = judged(variants);
    Set<String> differences = new TreeSet<>();
    Set<String> members = new TreeSet<>(before.keySet());
    members.addAll(after.keySet());
    for (String member : members) {
      List<String> gone = new ArrayList<>(before.getOrDefault(member, List.of()));
      List<String> come = new ArrayList<>(after.getOrDefault(member, List.of()));
      for (String finding : List.copyOf(gone)) {
        if (come.remove(finding)) {
          gone.remove(finding);
        }
      }
      gone.forEach(finding -> differences.add(member + ": no " + finding));
      come.forEach(finding -> differences.add(member + ": " + finding));
    }
    Set<String> known = Known.of(variant);
    Set<String> unknown = new TreeSet<>(differences);
    unknown.removeAll(known);
    assertEquals("", String.join("\n", unknown));
    if (ALL) {
      known.removeAll(differences);
      assertEquals("", String.join("\n", known), "known, but not so any more");
    }
  }

  /** The findings in each member of these sources. */
  private static Map<String, List<String>> judged(Map<String, String> texts) throws Exception {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(new Text("Work.java", Wrapping.WORK));
    texts.forEach((file, text) -> sources.add(new Text(file, text)));
    Map<String, List<String>> found = new HashMap<>();
    try (CaseCompiler compiler = new CaseCompiler()) {
      Map<URI, List<SourceFinding>> judged = compiler.judge(sources);
      for (JavaFileObject source : sources) {
        Members members = new Members(source.getCharContent(true).toString());
        for (SourceFinding finding : judged.get(source.toUri())) {
          String possible = finding.finding().isShownByDefault() ? "" : " (possible)";
          found
              .computeIfAbsent(members.at(finding.line()), member -> new ArrayList<>())
              .add(finding.rule().ruleName() + possible);
        }
      }
      assertEquals(List.of(), compiler.notices());
    }
    return found;
  }

  /** A source in memory, under the name it would have. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String file, String text) {
      super(URI.create("mem:///" + Path.of(file).getFileName()), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
