package io.regionalmetrics.sdmx;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes an SDMX-ML 3.0 message element by element. */
final class XmlText {
  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";

  /** The namespaces of a message, as attributes of its root. */
  static final String[] MESSAGE_NAMESPACES = {
    "xmlns:mes", SCHEMAS + "message",
    "xmlns:str", SCHEMAS + "structure",
    "xmlns:com", SCHEMAS + "common"
  };

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; {@code attributes} alternate names and values. */
  void open(String name, String... attributes) {
    start(name, attributes);
    text.append('>');
    open.push(name);
  }

  /** Ends the element that was begun last. */
  void close() {
    text.append("</").append(open.pop()).append('>');
  }

  /** Writes an element without content. */
  void empty(String name, String... attributes) {
    start(name, attributes);
    text.append("/>");
  }

  /** Writes an element with a text; {@code com:} ones are in English. */
  void text(String name, String content) {
    open(name, name.startsWith("com:") ? new String[] {"xml:lang", "en"} : new String[0]);
    append(content);
    close();
  }

  /** Ends all elements, and returns the message. */
  String closeAll() {
    while (!open.isEmpty()) {
      close();
    }
    return text.toString();
  }

  private void start(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      append(attributes[i + 1]);
      text.append('"');
    }
  }

  private void append(String content) {
    content.codePoints().forEach(this::append);
  }

  private void append(int character) {
    switch (character) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      default -> text.appendCodePoint(isAllowed(character) ? character : '\uFFFD');
    }
  }

  /** Whether XML 1.0 allows a character (section 2.2). */
  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= ' ' && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character < 0xFFFE)
        || character > 0xFFFF;
  }
}
