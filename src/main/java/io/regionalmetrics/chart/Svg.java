package io.regionalmetrics.chart;

/**
 * Writes SVG. Texts are escaped here and nowhere else; what is written as attributes are the
 * package's own constants.
 */
final class Svg {
  /** How a text stands to its place. */
  enum Anchor {
    START(""),
    MIDDLE(" text-anchor=\"middle\""),
    END(" text-anchor=\"end\"");

    private final String attribute;

    Anchor(String attribute) {
      this.attribute = attribute;
    }
  }

  private static final char UNREADABLE = '\uFFFD';
  private static final int TENTHS = 10;

  private final StringBuilder out = new StringBuilder(16_384);

  /** Begins a group of a colour. */
  void begin(Ink ink) {
    out.append("<g class=\"").append(ink.code()).append("\">");
  }

  /**
   * Begins a group that is called something.
   *
   * @param outlined whether its texts keep lines behind them away
   */
  void begin(String title, boolean outlined) {
    out.append(outlined ? "<g class=\"o\">" : "<g>");
    element("title", title);
  }

  /** Ends a group. */
  void end() {
    out.append("</g>\n");
  }

  /** An element that holds a text. */
  void element(String name, String text) {
    out.append('<').append(name).append('>');
    escape(text);
    out.append("</").append(name).append('>');
  }

  /** An element that holds a text and that others refer to. */
  void element(String name, String id, String text) {
    out.append('<').append(name).append(" id=\"").append(id).append("\">");
    escape(text);
    out.append("</").append(name).append(">\n");
  }

  /** A text, its line standing at y. */
  void text(FontStyle face, double x, double y, Anchor anchor, String text) {
    text(face, "", x, y, anchor, text, text);
  }

  /** A text that isn't the first to be looked at. */
  void quiet(FontStyle face, double x, double y, Anchor anchor, String text) {
    text(face, " q", x, y, anchor, text, text);
  }

  /** A text that is cut where there is no room for it, and then tells all of it when pointed at. */
  void cut(FontStyle face, double x, double y, Anchor anchor, String text, double room) {
    text(face, "", x, y, anchor, Lettering.cut(text, face, room), text);
  }

  private void text(
      FontStyle face, String more, double x, double y, Anchor anchor, String shown, String whole) {
    if (shown.isEmpty()) {
      return;
    }
    out.append("<text class=\"").append(face.code()).append(more).append('"');
    attribute("x", x);
    attribute("y", y);
    out.append(anchor.attribute).append('>');
    if (!shown.equals(whole)) {
      element("title", whole);
    }
    escape(shown);
    out.append("</text>\n");
  }

  /** A filled rectangle. */
  void rectangle(String attributes, double x, double y, double width, double height) {
    out.append("<rect ").append(attributes);
    attribute("x", x);
    attribute("y", y);
    attribute("width", width);
    attribute("height", height);
    out.append("/>\n");
  }

  /** A straight line. */
  void line(String attributes, double x1, double y1, double x2, double y2) {
    path(attributes).to('M', x1, y1).to('L', x2, y2).end();
  }

  /** A circle. */
  void circle(String attributes, double x, double y, double radius) {
    out.append("<circle ").append(attributes);
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    out.append("/>\n");
  }

  /** Begins a path. */
  Path path(String attributes) {
    out.append("<path ").append(attributes).append(" d=\"");
    return new Path();
  }

  /** A path while it is written. */
  final class Path {
    Path to(char command, double x, double y) {
      out.append(command);
      number(x);
      out.append(' ');
      number(y);
      return this;
    }

    void end() {
      out.append("\"/>\n");
    }
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name).append("=\"");
    number(value);
    out.append('"');
  }

  /** Pixels to a tenth. */
  private void number(double pixels) {
    long tenths = Math.round(pixels * TENTHS);
    if (tenths < 0) {
      out.append('-');
    }
    out.append(Math.abs(tenths) / TENTHS);
    if (tenths % TENTHS != 0) {
      out.append('.').append(Math.abs(tenths) % TENTHS);
    }
  }

  /** Escapes text; replaces what XML cannot hold: control characters and unpaired surrogates. */
  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        out.append(c).append(text.charAt(++i));
      } else {
        escape(c);
      }
    }
  }

  private static boolean isPair(String text, int first) {
    return Character.isHighSurrogate(text.charAt(first))
        && first + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(first + 1));
  }

  private void escape(char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.append(isReadable(c) ? c : UNREADABLE);
    }
  }

  private static boolean isReadable(char c) {
    return (c >= ' ' || c == '\t' || c == '\n') && !Character.isSurrogate(c) && c < '\uFFFE';
  }

  /** What was written until now. */
  @Override
  public String toString() {
    return out.toString();
  }
}
