package io.regionalmetrics.xbrl;

import io.regionalmetrics.fetch.XmlInput;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A position in the XML of an instance. Moves from element to element and refuses a document type,
 * deep nesting and long texts.
 */
final class XmlCursor {
  private static final String XBRL = "http://www.xbrl.org/2003/instance";
  private static final int MAX_DEPTH = 64;
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_QUOTED = 60;

  private final XMLStreamReader xml;

  private XmlCursor(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Reads an element that is nested in another one. */
  interface ElementReader {
    /**
     * Reads the element at which the cursor stands.
     *
     * @return true if it was read to its end; false if its children are to be visited
     */
    boolean read(XmlCursor xml) throws XMLStreamException;
  }

  /** A cursor before the first event. */
  static XmlCursor of(InputStream bytes) throws XMLStreamException {
    return new XmlCursor(XmlInput.reader(bytes));
  }

  /** A text for a message: at most its first 60 characters. */
  static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), MAX_QUOTED));
  }

  /** Moves to the root element. */
  void nextRoot() throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new UnreadableInstance(
            "it has a document type (DOCTYPE), as HTML has; neither an instance nor a linkbase may have one");
      }
    }
  }

  /** Moves to the next child of the root; false at the root's end. */
  boolean nextChild() throws XMLStreamException {
    ReadingTime.check();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
  }

  /** Reads what follows the root, which must be well-formed too, and closes the parser. */
  void finish() throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
    }
    xml.close();
  }

  String localName() {
    return xml.getLocalName();
  }

  String prefix() {
    String prefix = xml.getPrefix();
    return prefix == null ? "" : prefix;
  }

  String namespace() {
    String namespace = xml.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** The namespace that a prefix stands for here. */
  @Nullable String namespaceOf(String prefix) {
    return xml.getNamespaceURI(prefix);
  }

  /** Whether the element is one of XBRL 2.1's own. */
  boolean isXbrl() {
    return XBRL.equals(xml.getNamespaceURI());
  }

  /** Whether a namespace is that of XBRL 2.1. */
  static boolean isXbrl(@Nullable String namespace) {
    return XBRL.equals(namespace);
  }

  @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  @Nullable String attribute(String namespace, String name) {
    return xml.getAttributeValue(namespace, name);
  }

  /** The id of the element, which it must have. */
  String id() {
    String id = attribute("id");
    if (id == null || id.length() > MAX_TEXT) {
      throw new UnreadableInstance(
          "a %s has no id, or one of more than %s characters".formatted(localName(), MAX_TEXT));
    }
    return id;
  }

  /** Moves to the end of the element, reading nothing. */
  void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth = deeper(depth);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Moves to the end of the element and passes the elements in it to a reader, at any depth. */
  void readNested(ElementReader reader) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT && !reader.read(this)) {
        depth = deeper(depth);
      }
    }
  }

  private static int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw new UnreadableInstance(
          "its elements are nested more than %s deep".formatted(MAX_DEPTH));
    }
    return depth + 1;
  }

  /** Moves to the end of the element and returns its text, without spaces at both ends. */
  String text() throws XMLStreamException {
    int first = xml.next();
    if (first == XMLStreamConstants.END_ELEMENT) {
      return "";
    }
    if (first == XMLStreamConstants.CHARACTERS && xml.getTextLength() <= MAX_TEXT) {
      String text = xml.getText();
      int second = xml.next();
      return second == XMLStreamConstants.END_ELEMENT
          ? text.strip()
          : textFrom(second, new StringBuilder(text));
    }
    return textFrom(first, new StringBuilder());
  }

  /** A text in several pieces, of which some may be read already. */
  private String textFrom(int firstEvent, StringBuilder text) throws XMLStreamException {
    int depth = 1;
    int event = firstEvent;
    while (true) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA,
            XMLStreamConstants.SPACE,
            XMLStreamConstants.ENTITY_REFERENCE ->
            append(text);
        default -> {}
      }
      if (depth == 0) {
        return text.toString().strip();
      }
      event = xml.next();
    }
  }

  private void append(StringBuilder text) {
    if (text.length() + xml.getTextLength() > MAX_TEXT) {
      throw new UnreadableInstance(
          "a text has more than %s characters: '%s...'"
              .formatted(MAX_TEXT, shortened(text.toString())));
    }
    text.append(xml.getText());
  }
}
