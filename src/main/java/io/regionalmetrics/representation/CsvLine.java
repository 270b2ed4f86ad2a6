package io.regionalmetrics.representation;

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

  /** Includes the full-width signs, which some spreadsheets read like the others. */
  private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

  private final Map<String, String> cells = new HashMap<>();

  /** Sets a cell to a number in plain notation. */
  void number(String column, BigDecimal number) {
    cells.put(column, number.stripTrailingZeros().toPlainString());
  }

  /** Sets a cell to a text. One that a spreadsheet would run as a formula gets an apostrophe. */
  void text(String column, String text) {
    boolean isFormula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    cells.put(column, isFormula ? "'" + text : text);
  }

  /** The cells in the order of the columns. */
  List<String> cells() {
    return COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }
}
