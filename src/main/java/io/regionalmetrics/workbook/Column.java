package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.RowField;

/**
 * A column of figures.
 *
 * @param field the field of a row
 * @param driver the metric that drives a change; empty for any other field
 * @param part the part of the driver
 */
record Column(RowField field, String driver, Part part) {
  /** What is shown of a field. */
  enum Part {
    /** The field itself. */
    FIGURE,
    /** The factor of a driver. */
    FACTOR,
    /** The effect of a driver. */
    EFFECT
  }

  /** The column of a field with a single value. */
  static Column of(RowField field) {
    return new Column(field, "", Part.FIGURE);
  }

  /** The column's name, as CSV names the field: {@code drivers.users.factor}. */
  String code() {
    return switch (part) {
      case FIGURE -> field.code();
      case FACTOR -> field.code() + "." + driver + ".factor";
      case EFFECT -> field.code() + "." + driver + ".effect";
    };
  }

  /** The column's name for people: "growth", "users: factor". */
  String label() {
    return switch (part) {
      case FIGURE -> field.code().replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
      case FACTOR -> driver + ": factor";
      case EFFECT -> driver + ": effect";
    };
  }
}
