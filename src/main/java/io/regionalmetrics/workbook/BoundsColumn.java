package io.regionalmetrics.workbook;

/** The columns of the sheet of bounds, in their order. */
enum BoundsColumn {
  /** The cell of the sheet of figures that shows the figure. */
  CELL("cell"),
  /** The company's id. */
  COMPANY("company"),
  /** The metric's id. */
  METRIC("metric"),
  /** The region's code or expression. */
  REGION("region"),
  /** The period. */
  PERIOD("period"),
  /** The field of the row, or what the row is used for. */
  FIELD("field"),
  /** The value. */
  VALUE("value"),
  /** The lowest possible true value. */
  LOW("low"),
  /** The highest possible true value. */
  HIGH("high"),
  /** The unit of the value and its bounds. */
  UNIT("unit"),
  /** Reported, derived or implied. */
  ORIGIN("origin"),
  /** The status, if it isn't the normal one. */
  STATUS("status"),
  /** Why the figure is missing. */
  MISSING("missing"),
  /** What the figure is computed from. */
  COMPUTED_FROM("computed from"),
  /** The ids of its sources. */
  SOURCES("sources"),
  /** What else there is to say. */
  NOTE("note"),
  /** The digits that a number in a cell can't hold. */
  EXACT("exact digits"),
  /** What the filing calls the figure; leads to it in the document. */
  CONCEPT("concept in the filing");

  private final String label;

  BoundsColumn(String label) {
    this.label = label;
  }

  /** The column's name. */
  String label() {
    return label;
  }
}
