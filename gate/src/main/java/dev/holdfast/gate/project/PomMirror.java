package dev.holdfast.gate.project;

import dev.holdfast.gate.model.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Copies of a reactor's POMs that Maven can resolve without building anything: siblings are taken
 * out of the dependencies, and no plugin of the project is left that could run.
 */
final class PomMirror {
  private final Reactor reactor;
  private final boolean tests;
  private final Path base;
  private final Path folder;

  private PomMirror(Reactor reactor, boolean tests, Path base, Path folder) {
    this.reactor = reactor;
    this.tests = tests;
    this.base = base;
    this.folder = folder;
  }

  /**
   * @param tests whether what only the tests depend on is kept
   */
  static PomMirror write(Reactor reactor, boolean tests, Path folder)
      throws IOException, InputException {
    Map<Path, Pom> poms = withParents(reactor);
    PomMirror mirror = new PomMirror(reactor, tests, commonFolder(poms.keySet()), folder);
    for (Pom pom : poms.values()) {
      mirror.copy(pom);
    }
    Path config = reactor.top().resolveSibling(".mvn").resolve("maven.config");
    if (Files.isRegularFile(config)) {
      Path target = mirror.of(reactor.top()).resolveSibling(".mvn").resolve("maven.config");
      Files.createDirectories(target.getParent());
      Files.copy(config, target);
    }
    return mirror;
  }

  /** All POM files that decide what Maven would answer. */
  static Collection<Path> inputs(Reactor reactor) {
    return withParents(reactor).keySet();
  }

  private static Map<Path, Pom> withParents(Reactor reactor) {
    Map<Path, Pom> poms = new LinkedHashMap<>();
    for (Pom module : reactor.modules()) {
      for (Pom pom = module; pom != null; pom = pom.localParent()) {
        poms.putIfAbsent(pom.file(), pom);
      }
    }
    return poms;
  }

  private static Path commonFolder(Collection<Path> files) {
    Path common = files.iterator().next().getParent();
    for (Path file : files) {
      while (!file.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common;
  }

  /** The copy of a POM. */
  Path of(Path pom) {
    return folder.resolve(base.relativize(pom).toString());
  }

  private void copy(Pom pom) throws IOException, InputException {
    Document document = Xml.read(pom.file());
    Element project = document.getDocumentElement();
    List<Element> scopes = new ArrayList<>(List.of(project));
    scopes.addAll(Xml.children(Xml.child(project, "profiles"), "profile"));
    for (Element scope : scopes) {
      remove(Xml.child(scope, "build"));
      remove(Xml.child(scope, "reporting"));
      for (Element dependency : Xml.children(Xml.child(scope, "dependencies"), "dependency")) {
        boolean sibling = reactor.contains(pom.dependencyKey(dependency));
        String inScope = Xml.text(dependency, "scope");
        if (sibling || "system".equals(inScope) || "test".equals(inScope) && !tests) {
          remove(dependency);
        }
      }
      for (Element module : Xml.children(Xml.child(scope, "modules"), "module")) {
        Path path = pom.base().resolve(pom.interpolate(module.getTextContent().trim()));
        if (!Files.exists(path)) {
          remove(module);
        }
      }
    }
    Element packaging = Xml.child(project, "packaging");
    if (packaging != null && !packaging.getTextContent().trim().equals("pom")) {
      packaging.setTextContent("jar"); // other kinds need the plugin that defines them
    }
    Path copy = of(pom.file());
    Files.createDirectories(copy.getParent());
    try (OutputStream out = Files.newOutputStream(copy)) {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException("cannot copy " + pom.file(), e);
    }
  }

  private static void remove(Node node) {
    if (node != null) {
      node.getParentNode().removeChild(node);
    }
  }
}
