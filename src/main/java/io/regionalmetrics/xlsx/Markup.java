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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        default -> out.append(c);
      }
    }
  }

  /** All that was written, in UTF-8. */
  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
