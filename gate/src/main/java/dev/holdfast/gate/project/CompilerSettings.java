package dev.holdfast.gate.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * How a module wants to be compiled.
 *
 * @param level Java release of the sources, 0 where nobody says
 * @param bootClasses whether the API of that release counts ({@code --release}), or only its syntax
 * @param exports {@code --add-exports} options
 * @param processors artifact ids of the annotation processors it declares
 */
public record CompilerSettings(
    int level, boolean bootClasses, boolean preview, List<String> exports, Set<String> processors) {
  public static final CompilerSettings UNKNOWN =
      new CompilerSettings(0, false, false, List.of(), Set.of());

  private static final Pattern LEVEL = Pattern.compile("(?:1\\.)?(\\d{1,3})(?:\\.0)?");

  public CompilerSettings {
    exports = List.copyOf(exports);
    processors = Set.copyOf(processors);
  }

  static CompilerSettings of(Pom pom) {
    String release = pom.compilerParameter("release", "maven.compiler.release");
    String source = pom.compilerParameter("source", "maven.compiler.source");
    List<String> exports = new ArrayList<>();
    Set<String> processors = new LinkedHashSet<>();
    boolean preview = false;
    for (Element configuration : pom.compilerConfigurations()) {
      String before = "";
      for (Element element : Xml.children(Xml.child(configuration, "compilerArgs"))) {
        String arg = pom.interpolate(element.getTextContent().trim());
        preview |= arg.equals("--enable-preview");
        if (arg.startsWith("--add-exports=")) {
          exports.add(arg);
        } else if (before.equals("--add-exports")) {
          exports.add("--add-exports=" + arg);
        }
        before = arg;
      }
      for (Element path : Xml.children(Xml.child(configuration, "annotationProcessorPaths"))) {
        String artifact = Xml.text(path, "artifactId");
        if (artifact != null) {
          processors.add(pom.interpolate(artifact));
        }
      }
    }
    boolean bootClasses = release != null && exports.isEmpty();
    int level = level(release != null ? release : source);
    return new CompilerSettings(level, bootClasses, preview, exports, processors);
  }

  /** The release that {@code 1.8}, {@code 8} or {@code 17} means, 0 where it means none. */
  static int level(String written) {
    Matcher matcher = LEVEL.matcher(written == null ? "" : written.trim());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The same sources, judged as if they were written for this release. */
  public CompilerSettings atLevel(int release) {
    return new CompilerSettings(release, exports.isEmpty(), preview, exports, processors);
  }
}
