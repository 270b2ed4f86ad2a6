package io.regionalmetrics.chart;

/** The sizes of letters that there are; their classes are in {@link Style}. */
enum FontStyle {
  HEADLINE("h", 20, true),
  /** A headline so long that it is a paragraph. */
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

  /** Its class in a picture. */
  String code() {
    return code;
  }

  /** The height of its em, in pixels. */
  int size() {
    return size;
  }

  /** How much broader its letters are than regular ones. */
  double breadth() {
    return bold ? BOLD : 1;
  }

  /** From one line to the next, in pixels. */
  double line() {
    return Math.ceil(size * 1.3);
  }

  /** Its style sheet's rule. */
  String rule() {
    return ".rm .%s{font-size:%spx;font-weight:%s}".formatted(code, size, bold ? 700 : 400);
  }
}
