package io.regionalmetrics.chart;

import java.util.List;

/** Writes SVG. It escapes all texts; attributes are constants of this package. */
final class Svg {
  /** The point of a text that its position means. */
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

  /** Begins a group in a colour. */
  void begin(Ink ink) {
    out.append("<g class=\"").append(ink.code()).append("\">");
  }

  /** The place of a figure: the index of its row in the answer, and the pixels of its mark. */
  record Place(int row, double x, double y) {}

  /**
   * Begins the group of a line in a colour.
   *
   * @param field the code of the field that the line shows
   * @param places the places of its figures
   */
  void begin(Ink ink, String field, List<Place> places) {
    out.append("<g class=\"").append(ink.code());
    out.append("\" data-field=\"").append(field).append("\" data-places=\"");
    String separator = "";
    for (Place place : places) {
      out.append(separator).append(place.row()).append(',');
      number(place.x());
      out.append(',');
      number(place.y());
      separator = " ";
    }
    out.append("\">");
  }

  /**
   * Begins a group with a title. Browsers show it to a reader who points at the group.
   *
   * @param figure the JSON Pointer of the figure that the group shows; may be empty
   * @param outlined whether texts get an outline that covers the lines behind them
   */
  void begin(String title, String figure, boolean outlined) {
    out.append(outlined ? "<g class=\"o\"" : "<g");
    if (!figure.isEmpty()) {
      out.append(" data-figure=\"").append(figure).append('"');
    }
    out.append('>');
    element("title", title);
  }

  /** Ends a group. */
  void end() {
    out.append("</g>\n");
  }

  /** Writes an element that contains a text. */
  void element(String name, String text) {
    out.append('<').append(name).append('>');
    escape(text);
    out.append("</").append(name).append('>');
  }

  /** Writes an element with an id that contains a text. */
  void element(String name, String id, String text) {
    out.append('<').append(name).append(" id=\"").append(id).append("\">");
    escape(text);
    out.append("</").append(name).append(">\n");
  }

  /** Writes a text with its baseline at {@code y}. */
  void text(FontStyle style, double x, double y, Anchor anchor, String text) {
    text(style, "", x, y, anchor, text, text);
  }

  /** Writes a less prominent text. */
  void quiet(FontStyle style, double x, double y, Anchor anchor, String text) {
    text(style, " q", x, y, anchor, text, text);
  }

  /** Writes a text that is cut to fit. Browsers show all of it to a reader who points at it. */
  void cut(FontStyle style, double x, double y, Anchor anchor, String text, double room) {
    text(style, "", x, y, anchor, TextMetrics.cut(text, style, room), text);
  }

  private void text(
      FontStyle style, String more, double x, double y, Anchor anchor, String shown, String whole) {
    if (shown.isEmpty()) {
      return;
    }
    out.append("<text class=\"").append(style.code()).append(more).append('"');
    attribute("x", x);
    attribute("y", y);
    out.append(anchor.attribute).append('>');
    if (!shown.equals(whole)) {
      element("title", whole);
    }
    escape(shown);
    out.append("</text>\n");
  }

  /** Writes a filled rectangle. */
  void rectangle(String attributes, double x, double y, double width, double height) {
    out.append("<rect ").append(attributes);
    attribute("x", x);
    attribute("y", y);
    attribute("width", width);
    attribute("height", height);
    out.append("/>\n");
  }

  /** Writes a straight line. */
  void line(String attributes, double x1, double y1, double x2, double y2) {
    path(attributes).to(x1, y1).to(x2, y2).end();
  }

  /** Writes a circle. */
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

  /** A path that is being written. */
  final class Path {
    private boolean begun;

    /** Moves to a point without drawing. */
    Path move(double x, double y) {
      return to('M', x, y);
    }

    /** Draws a line to a point; the path begins at the first one. */
    Path to(double x, double y) {
      return to(begun ? 'L' : 'M', x, y);
    }

    private Path to(char command, double x, double y) {
      begun = true;
      out.append(command);
      number(x);
      out.append(' ');
      number(y);
      return this;
    }

    /** Ends the path. */
    void end() {
      out.append("\"/>\n");
    }
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name).append("=\"");
    number(value);
    out.append('"');
  }

  /** Writes a number of pixels, rounded to tenths. */
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

  /** Everything written so far. */
  @Override
  public String toString() {
    return out.toString();
  }
}
