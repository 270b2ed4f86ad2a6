package io.regionalmetrics.chart;

/** The styles of text in pictures. {@link StyleSheet} has their CSS rules. */
enum FontStyle {
  HEADLINE("h", 20, true),
  /** For a headline that is as long as a paragraph. */
  LONG_HEADLINE("g", 15, false),
  TEXT("t", 13, false),
  STRONG("b", 13, true),
  SMALL("s", 12, false);

  private static final double BOLD = 1.12;

  private final String code;
  private final int size;
  private final boolean bold;

  FontStyle(String code, int size, boolean bold) {
    this.code = code;
    this.size = size;
    this.bold = bold;
  }

  /** The CSS class. */
  String code() {
    return code;
  }

  /** The font size in pixels. */
  int size() {
    return size;
  }

  /** The width of its letters, relative to those that are not bold. */
  double breadth() {
    return bold ? BOLD : 1;
  }

  /** The line height in pixels. */
  double line() {
    return Math.ceil(size * 1.3);
  }

  /** The CSS rule. */
  String rule() {
    return ".rm .%s{font-size:%spx;font-weight:%s}".formatted(code, size, bold ? 700 : 400);
  }
}
