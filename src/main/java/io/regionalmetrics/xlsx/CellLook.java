package io.regionalmetrics.xlsx;

/** How a cell looks. Colours follow the habit of financial models: what was typed in is blue. */
public enum CellLook {
  /** Black on white. */
  PLAIN("", "", ""),
  /** The name of a column. */
  HEADER("<b/>", "", "<alignment vertical=\"top\" wrapText=\"1\"/>"),
  /** A number that was published, which formulas start from. */
  PUBLISHED("", "FF0B4F9E", ""),
  /** The unit of the number in the cell before. */
  UNIT("", "", "<alignment indent=\"1\"/>"),
  /** A remark in place of a number. */
  QUIET("<i/>", "FF6B6B6B", "<alignment horizontal=\"right\"/>"),
  /** Words that may need several lines. */
  WORDS("", "", "<alignment vertical=\"top\" wrapText=\"1\"/>"),
  /** The sentence that answers the question. */
  HEADLINE("<b/>", "", "<alignment vertical=\"top\" wrapText=\"1\"/>"),
  /** A text that leads to an address. */
  LINK("<u/>", "FF0B4F9E", "<alignment vertical=\"top\"/>");

  private final String face;
  private final String colour;
  private final String alignment;

  CellLook(String face, String colour, String alignment) {
    this.face = face;
    this.colour = colour;
    this.alignment = alignment;
  }

  /** The font as the style sheet writes it. */
  String font() {
    int size = this == HEADLINE ? 14 : 11;
    String ink = colour.isEmpty() ? "" : "<color rgb=\"" + colour + "\"/>";
    return "<font>" + face + "<sz val=\"" + size + "\"/>" + ink + "<name val=\"Calibri\"/></font>";
  }

  /** Whether long texts are shown on several lines. */
  boolean isWrapped() {
    return alignment.contains("wrapText");
  }

  /** The alignment as the style sheet writes it; empty for the usual one. */
  String alignment() {
    return alignment;
  }
}
