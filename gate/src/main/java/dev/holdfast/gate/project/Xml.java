package dev.holdfast.gate.project;

import dev.holdfast.gate.model.InputException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads POMs with the JDK's parser, without DTDs and entities from outside. */
final class Xml {
  private Xml() {}

  static Document read(Path file) throws InputException {
    try (var in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(in);
    } catch (SAXParseException e) {
      throw new InputException(
          file + ":" + e.getLineNumber() + ": not well-formed XML: " + e.getMessage(), e);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new InputException(file + ": cannot be read as XML: " + e.getMessage(), e);
    }
  }

  /** The first child element of this name, or null. */
  static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Follows a path of child elements; null as soon as one is not there. */
  static Element at(Element parent, String... path) {
    Element element = parent;
    for (int i = 0; i < path.length && element != null; i++) {
      element = child(element, path[i]);
    }
    return element;
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : children(parent)) {
      if (child.getTagName().equals(name)) {
        found.add(child);
      }
    }
    return found;
  }

  /** All child elements; none where there is no parent. */
  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    Node node = parent == null ? null : parent.getFirstChild();
    for (; node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** The trimmed text of a child, or null where there is none or it is empty. */
  static String text(Element parent, String name) {
    Element child = parent == null ? null : child(parent, name);
    String text = child == null ? "" : child.getTextContent().trim();
    return text.isEmpty() ? null : text;
  }
}
