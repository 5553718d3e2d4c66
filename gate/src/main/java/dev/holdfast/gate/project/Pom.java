package dev.holdfast.gate.project;

import dev.holdfast.gate.model.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a scan needs to know of a Maven module, read from its POM and its local parents: a resolver
 * of our own instead of Maven itself, which costs more to start than the whole scan.
 */
final class Pom {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
  private static final int MAX_ANCESTORS = 20;

  private final Path file;
  private final Element project;
  private final Pom parent;
  private final Map<String, String> properties = new HashMap<>();

  private Pom(Path file, Element project, Pom parent) {
    this.file = file;
    this.project = project;
    this.parent = parent;
    for (Element property : Xml.children(Xml.child(project, "properties"))) {
      properties.put(property.getTagName(), property.getTextContent().trim());
    }
  }

  static Pom read(Path file) throws InputException {
    return read(file, MAX_ANCESTORS);
  }

  private static Pom read(Path file, int ancestors) throws InputException {
    Document document = Xml.read(file);
    Element project = document.getDocumentElement();
    if (!project.getTagName().equals("project")) {
      throw new InputException(file + ": not a Maven POM: <" + project.getTagName() + ">");
    }
    Pom parent = null;
    Path parentFile = parentFile(file, project);
    if (parentFile != null && ancestors > 0) {
      try {
        Pom candidate = read(parentFile, ancestors - 1);
        String wanted = Xml.text(Xml.child(project, "parent"), "artifactId");
        parent = candidate.artifactId().equals(wanted) ? candidate : null;
      } catch (InputException e) {
        parent = null; // Maven will say so when asked for the class path
      }
    }
    return new Pom(file, project, parent);
  }

  private static Path parentFile(Path file, Element project) {
    Element parent = Xml.child(project, "parent");
    if (parent == null) {
      return null;
    }
    Element relative = Xml.child(parent, "relativePath");
    String path = relative == null ? "../pom.xml" : relative.getTextContent().trim();
    if (path.isEmpty()) {
      return null;
    }
    Path found = file.resolveSibling(path).normalize();
    found = Files.isDirectory(found) ? found.resolve("pom.xml") : found;
    return Files.isRegularFile(found) ? found : null;
  }

  Path file() {
    return file;
  }

  Path base() {
    return file.getParent();
  }

  /** The parent POM where it lies beside this one in the same tree, or null. */
  Pom localParent() {
    return parent;
  }

  String artifactId() {
    String id = Xml.text(project, "artifactId");
    return id == null ? "" : interpolate(id);
  }

  /** {@code groupId:artifactId}, by which modules of one build find each other. */
  String key() {
    return groupId() + ":" + artifactId();
  }

  private String groupId() {
    String id = Xml.text(project, "groupId");
    if (id == null) {
      id = Xml.text(Xml.child(project, "parent"), "groupId");
    }
    return id == null ? "" : interpolate(id);
  }

  boolean isAggregator() {
    return !modules().isEmpty();
  }

  /** POM files of the modules, also of those in profiles, as far as they are there. */
  List<Path> modules() {
    Set<Path> found = new LinkedHashSet<>();
    for (Element scope : scopes()) {
      for (Element module : Xml.children(Xml.child(scope, "modules"), "module")) {
        Path path = base().resolve(interpolate(module.getTextContent().trim())).normalize();
        path = Files.isDirectory(path) ? path.resolve("pom.xml") : path;
        if (Files.isRegularFile(path)) {
          found.add(path);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Keys of the dependencies it declares itself. */
  Set<String> dependencies() {
    Set<String> keys = new LinkedHashSet<>();
    for (Element scope : scopes()) {
      for (Element dependency : Xml.children(Xml.child(scope, "dependencies"), "dependency")) {
        keys.add(dependencyKey(dependency));
      }
    }
    return keys;
  }

  String dependencyKey(Element dependency) {
    String group = Xml.text(dependency, "groupId");
    String artifact = Xml.text(dependency, "artifactId");
    return interpolate(group == null ? "" : group)
        + ":"
        + interpolate(artifact == null ? "" : artifact);
  }

  /** The project itself and its profiles: each may declare modules and dependencies. */
  private List<Element> scopes() {
    List<Element> scopes = new ArrayList<>(List.of(project));
    scopes.addAll(Xml.children(Xml.child(project, "profiles"), "profile"));
    return scopes;
  }

  /** Existing source folders, of the tests or of the main code. */
  List<Path> sourceRoots(boolean tests) {
    String declared = null;
    for (Pom pom = this; pom != null && declared == null; pom = pom.parent) {
      String tag = tests ? "testSourceDirectory" : "sourceDirectory";
      declared = Xml.text(Xml.child(pom.project, "build"), tag);
    }
    Set<Path> roots = new LinkedHashSet<>();
    String usual = tests ? "src/test/java" : "src/main/java";
    roots.add(resolve(declared == null ? usual : declared));
    String goal = tests ? "add-test-source" : "add-source";
    for (Element plugin : plugins("build-helper-maven-plugin")) {
      for (Element run : Xml.children(Xml.child(plugin, "executions"), "execution")) {
        boolean adds =
            Xml.children(Xml.child(run, "goals"), "goal").stream()
                .anyMatch(element -> element.getTextContent().trim().equals(goal));
        Element sources = adds ? Xml.at(run, "configuration", "sources") : null;
        for (Element source : Xml.children(sources)) {
          roots.add(resolve(source.getTextContent().trim()));
        }
      }
    }
    return roots.stream().filter(Files::isDirectory).toList();
  }

  private Path resolve(String path) {
    return base().resolve(interpolate(path)).normalize();
  }

  /** Declarations of a build plugin here and in the local parents, nearest first. */
  private List<Element> plugins(String artifactId) {
    List<Element> found = new ArrayList<>();
    for (Pom pom = this; pom != null; pom = pom.parent) {
      Element build = Xml.child(pom.project, "build");
      for (Element plugins :
          new Element[] {Xml.at(build, "plugins"), Xml.at(build, "pluginManagement", "plugins")}) {
        for (Element plugin : Xml.children(plugins, "plugin")) {
          if (artifactId.equals(Xml.text(plugin, "artifactId"))) {
            found.add(plugin);
          }
        }
      }
    }
    return found;
  }

  /**
   * What the compiler plugin is told, here or in a local parent; null where nothing.
   *
   * @param tag the plugin's parameter
   * @param property the property that stands for it
   */
  String compilerParameter(String tag, String property) {
    for (Element configuration : compilerConfigurations()) {
      String text = Xml.text(configuration, tag);
      if (text != null) {
        return interpolate(text);
      }
    }
    String text = property(property);
    return text == null ? null : interpolate(text);
  }

  /** Configurations of the compiler plugin, nearest first. */
  List<Element> compilerConfigurations() {
    return plugins("maven-compiler-plugin").stream()
        .map(plugin -> Xml.child(plugin, "configuration"))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The encoding of the sources, or null where the POM does not say. */
  String encoding() {
    return compilerParameter("encoding", "project.build.sourceEncoding");
  }

  private String property(String name) {
    for (Pom pom = this; pom != null; pom = pom.parent) {
      String value = pom.properties.get(name);
      if (value != null) {
        return value;
      }
    }
    return switch (name) {
      case "project.basedir", "basedir" -> base().toString();
      case "project.groupId", "groupId", "pom.groupId" -> groupId();
      case "project.artifactId", "artifactId" -> Xml.text(project, "artifactId");
      case "project.build.directory" -> base().resolve("target").toString();
      case "project.parent.groupId" -> Xml.text(Xml.child(project, "parent"), "groupId");
      default -> null;
    };
  }

  /** Replaces the properties it knows; the others stay as written. */
  String interpolate(String text) {
    String result = text;
    for (int round = 0; round < 5 && result.contains("${"); round++) {
      Matcher matcher = PROPERTY.matcher(result);
      result =
          matcher.replaceAll(
              match -> {
                String value = property(match.group(1));
                return Matcher.quoteReplacement(value == null ? match.group() : value);
              });
    }
    return result;
  }
}
