package io.regionalmetrics.representation;

import io.regionalmetrics.xlsx.CellText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of an answer as CSV. Cells that are not set are empty. */
final class CsvLine {
  /** The columns of every line. */
  static final List<String> COLUMNS =
      List.of(
          "comparison",
          "company",
          "metric",
          "region",
          "period",
          "field",
          "value",
          "low",
          "high",
          "unit",
          "origin",
          "status",
          "missing",
          "sources",
          "note");

  private final Map<String, String> cells = new HashMap<>();

  /** Sets a cell to a number in plain notation. */
  void number(String column, BigDecimal number) {
    cells.put(column, number(number));
  }

  /** Sets a cell to a text. One that a spreadsheet would run as a formula gets an apostrophe. */
  void text(String column, String text) {
    cells.put(column, text(text));
  }

  /**
   * A text as a cell holds it. One that a spreadsheet would run as a formula gets an apostrophe.
   */
  static String text(String text) {
    return CellText.isLikeFormula(text) ? "'" + text : text;
  }

  /** A number in plain notation. */
  static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The cells in the order of the columns. */
  List<String> cells() {
    return COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }
}
