package dev.holdfast.spotbugs.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A bug in an XML report of SpotBugs. */
record Reported(String type, String className, int line, int rank) {
  static List<Reported> in(Path report) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    NodeList bugs = document.getElementsByTagName("BugInstance");
    List<Reported> found = new ArrayList<>();
    for (int i = 0; i < bugs.getLength(); i++) {
      Element bug = (Element) bugs.item(i);
      Element line = primaryLine(bug);
      found.add(
          new Reported(
              bug.getAttribute("type"),
              line.getAttribute("classname"),
              Integer.parseInt(line.getAttribute("start")),
              Integer.parseInt(bug.getAttribute("rank"))));
    }
    return found;
  }

  private static Element primaryLine(Element bug) {
    NodeList lines = bug.getElementsByTagName("SourceLine");
    for (int i = 0; i < lines.getLength(); i++) {
      Element line = (Element) lines.item(i);
      if (line.getParentNode() == bug && !line.hasAttribute("role")) {
        return line;
      }
    }
    throw new AssertionError("no line: " + bug.getAttribute("type"));
  }
}
