package dev.holdfast.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holdfast's own stub files in one resource, behind a table of contents: a process reads the table
 * and then only the files it meets a type of. Plain ASCII, because decoding anything else costs
 * more than reading it.
 */
public final class StubBundle {
  /** Where a library ships what it says about itself, and where Holdfast's own stubs are. */
  public static final String RESOURCE = "META-INF/holdfast.astub";

  private static final String FIRST = "// bundle: holdfast\n";
  private static final String NAMES = "// names:";
  private static final String DUTIES = "// duties:";
  private static final String LIMITS = "// limits:";
  private static final String ANNOTATIONS = "// annotations:";
  private static final String FILE = "// file:";
  private static final String LAST = "// end";

  private StubBundle() {}

  /** Writes every stub file of a folder into one bundle; part of the build. */
  public static void main(String[] arguments) throws IOException {
    String bundle = bundle(StubSource.at(Path.of(arguments[0])));
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.writeString(target, bundle, StandardCharsets.US_ASCII);
  }

  /** Refuses stubs that are not sound: they are not checked again when they are read. */
  static String bundle(List<StubSource> sources) {
    Reading reading = new Reading();
    Declarations all = new Declarations();
    StringBuilder table = new StringBuilder();
    StringBuilder texts = new StringBuilder();
    for (StubSource source : sources) {
      String name = source.name().substring(source.name().lastIndexOf('/') + 1);
      Reading file = reading.further();
      if (source.text() == null) {
        reading.problem(name, 0, 0, source.failure());
        continue;
      }
      StubReader.read(name, source.text(), file);
      all.add(name, file.types());
      Set<String> types = new TreeSet<>();
      for (TypeStub type : file.types()) {
        types.add(type.name);
      }
      append(table, FILE + " " + name + " " + source.text().length(), types);
      texts.append(source.text());
    }
    Meanings meanings = new Meanings(List.of(all));
    UnknownWords.check(reading, meanings);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(texts)) {
      reading.problem(RESOURCE, 0, 0, "a shipped stub has a character outside ASCII");
    }
    if (!reading.problems().isEmpty()) {
      StringBuilder message = new StringBuilder("the stubs are not sound:");
      reading.problems().forEach(problem -> message.append("\n  ").append(problem));
      throw new IllegalStateException(message.toString());
    }
    Duties duties = new Duties(new TreeSet<>(), new TreeSet<>());
    duties.add(all.all(), new TypeNames(all.typeNames()), meanings);
    Set<String> annotations = new TreeSet<>();
    for (TypeStub type : all.all()) {
      if (type.isAnnotation) {
        annotations.add(type.name);
      }
    }
    StringBuilder bundle = new StringBuilder(FIRST);
    append(bundle, NAMES, new TreeSet<>(all.memberNames()));
    append(bundle, DUTIES, duties.types());
    append(bundle, LIMITS, duties.limited());
    append(bundle, ANNOTATIONS, annotations);
    return bundle.append(table).append(LAST).append('\n').append(texts).toString();
  }

  private static void append(StringBuilder table, String key, Collection<String> names) {
    table.append(key).append(' ').append(String.join(" ", names)).append('\n');
  }

  /** Holdfast's own stubs: other jars on the class path may carry a resource of that name too. */
  static StubSource own() {
    ClassLoader loader = StubBundle.class.getClassLoader();
    try {
      StubSource first = own(loader.getResource(RESOURCE));
      if (first != null) {
        return first;
      }
      Enumeration<URL> found = loader.getResources(RESOURCE);
      while (found.hasMoreElements()) {
        StubSource other = own(found.nextElement());
        if (other != null) {
          return other;
        }
      }
      return new StubSource(RESOURCE, null, "is missing: this build of Holdfast has no stubs");
    } catch (IOException e) {
      return new StubSource(RESOURCE, null, "cannot be read: " + e.getMessage());
    }
  }

  private static StubSource own(URL url) throws IOException {
    if (url == null) {
      return null;
    }
    try (InputStream in = url.openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.startsWith(FIRST) ? StubSource.of(RESOURCE, text) : null;
    }
  }

  static boolean isOwn(StubSource source) {
    return source.text() != null && source.text().startsWith(FIRST);
  }

  /** Reads the table of contents of a bundle. */
  static void open(String bundle, Declarations declarations) {
    Duties duties = new Duties(new HashSet<>(), new HashSet<>());
    int from = bundle.indexOf("\n" + LAST + "\n") + LAST.length() + 2;
    int line = FIRST.length();
    while (!bundle.startsWith(LAST, line)) {
      int end = bundle.indexOf('\n', line);
      Words words = new Words(bundle, bundle.indexOf(':', line) + 2, end);
      if (bundle.startsWith(FILE, line)) {
        String name = words.next();
        int to = from + Integer.parseInt(words.next());
        StubFile file = new StubFile(name, bundle, from, to);
        declarations.add(file);
        for (String type = words.next(); type != null; type = words.next()) {
          declarations.declare(type, file);
        }
        from = to;
      } else if (bundle.startsWith(NAMES, line)) {
        words.addTo(declarations.memberNames());
      } else if (bundle.startsWith(DUTIES, line)) {
        words.addTo(duties.types());
      } else if (bundle.startsWith(LIMITS, line)) {
        words.addTo(duties.limited());
      } else if (bundle.startsWith(ANNOTATIONS, line)) {
        for (String type = words.next(); type != null; type = words.next()) {
          declarations.declareAnnotation(type);
        }
      }
      line = end + 1;
    }
    declarations.know(duties);
  }

  /** The words of a line, separated by single blanks. */
  private static final class Words {
    private final String text;
    private final int end;
    private int at;

    Words(String text, int from, int end) {
      this.text = text;
      this.at = from;
      this.end = end;
    }

    String next() {
      if (at >= end) {
        return null;
      }
      int blank = text.indexOf(' ', at);
      int to = blank < 0 || blank > end ? end : blank;
      String word = text.substring(at, to);
      at = to + 1;
      return word;
    }

    void addTo(Set<String> names) {
      for (String word = next(); word != null; word = next()) {
        names.add(word);
      }
    }
  }
}
