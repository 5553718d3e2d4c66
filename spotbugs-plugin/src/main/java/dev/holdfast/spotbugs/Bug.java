package dev.holdfast.spotbugs;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.bytecode.Place;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.rulebook.Level;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.ClassAnnotation;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.StringAnnotation;
import edu.umd.cs.findbugs.ba.AnalysisContext;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns a finding into SpotBugs' form: class, method, sentence, the offending line, what tells it
 * from its like, and then the path, each station a source line whose role says what happened there.
 */
final class Bug {
  /** The sentence and the roles name no lines: the annotations do, and text ages badly. */
  private static final Pattern LINE = Pattern.compile(" in line \\d+");

  private Bug() {}

  static BugInstance of(NumberedFinding found, Detector2 detector) {
    Finding finding = found.finding();
    MethodRef method = found.located().method();
    SourceLineAnnotation line = line(finding.site());
    BugInstance bug =
        new RankedBug(detector, found.rule().spotbugsType(), priority(finding), rank(finding))
            .add(new ClassAnnotation(method.owner(), line.getSourceFile()))
            .add(annotation(method, false))
            .add(new Sentence(sentence(finding), line))
            .add(line);
    if (found.called() != null) {
      MethodAnnotation called = annotation(found.called(), false);
      called.setDescription(MethodAnnotation.METHOD_CALLED);
      bug.add(called);
    }
    if (found.number() > 1) {
      StringAnnotation number = new StringAnnotation("number " + found.number());
      number.setDescription("STRING_MESSAGE");
      bug.add(number);
    }
    Set<Integer> lines = new HashSet<>();
    for (Finding.Step step : finding.steps()) {
      // a path that comes back to where it began ends somewhere else: its end has no place
      if (step.site().line() > 0 && lines.add(step.site().line())) {
        SourceLineAnnotation station = line(step.site());
        station.setDescription(withoutLine(step.text()) + ":");
        bug.add(station);
      }
    }
    return bug;
  }

  private static int priority(Finding finding) {
    if (!finding.isShownByDefault()) {
      return Priorities.LOW_PRIORITY;
    }
    return finding.level() == Level.ERROR ? Priorities.HIGH_PRIORITY : Priorities.NORMAL_PRIORITY;
  }

  private static int rank(Finding finding) {
    if (!finding.isShownByDefault()) {
      return 18;
    }
    return finding.level() == Level.ERROR ? 4 : 10;
  }

  private static String sentence(Finding finding) {
    String remedy = finding.remedy();
    return withoutLine(finding.message()) + (remedy.isEmpty() ? "" : " (" + remedy + ")");
  }

  private static String withoutLine(String text) {
    return LINE.matcher(text).replaceAll("");
  }

  private static MethodAnnotation annotation(MethodRef method, boolean isStatic) {
    return new MethodAnnotation(method.owner(), method.name(), method.descriptor(), isStatic);
  }

  private static SourceLineAnnotation line(Site site) {
    Place place = (Place) site.handle();
    String file = AnalysisContext.currentAnalysisContext().lookupSourceFile(place.owner());
    int line = site.line() > 0 ? site.line() : -1;
    return new SourceLineAnnotation(
        place.owner(), file, line, line, place.offset(), place.offset());
  }
}
