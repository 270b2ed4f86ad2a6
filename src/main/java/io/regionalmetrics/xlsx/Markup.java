package io.regionalmetrics.xlsx;

import java.nio.charset.StandardCharsets;

/** Writes XML. It escapes texts and the values of attributes. */
final class Markup {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Markup open(String name, String... attributes) {
    begin(name, attributes);
    out.append('>');
    return this;
  }

  /** Ends an element. */
  Markup close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element without content. */
  Markup empty(String name, String... attributes) {
    begin(name, attributes);
    out.append("/>");
    return this;
  }

  /** Writes an element with a text. */
  Markup element(String name, String text, String... attributes) {
    open(name, attributes);
    escape(text);
    return close(name);
  }

  /** Writes markup as it is. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private void begin(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      String escaped = escaped(text.charAt(i));
      if (!escaped.isEmpty()) {
        out.append(text, written, i).append(escaped);
        written = i + 1;
      }
    }
    out.append(text, written, text.length());
  }

  /** What stands for a character that XML can't hold as it is; empty for any other. */
  private static String escaped(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      default -> "";
    };
  }

  /** All that was written, in UTF-8. */
  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
