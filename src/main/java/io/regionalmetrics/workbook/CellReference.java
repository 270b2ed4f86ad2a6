package io.regionalmetrics.workbook;

import io.regionalmetrics.xlsx.CellAddress;

/** A cell of the workbook. */
record CellReference(SheetName sheet, CellAddress address) {
  /** The sheets of a workbook, in their order. */
  enum SheetName {
    /** The answer's figures. */
    FIGURES("Figures"),
    /** Bounds, operands and origins. */
    BOUNDS("Bounds"),
    /** The publications. */
    SOURCES("Sources"),
    /** What was asked. */
    QUESTION("Question");

    private final String text;

    SheetName(String text) {
      this.text = text;
    }

    /** The name as the sheet shows it. */
    String text() {
      return text;
    }
  }

  /** The reference as a formula in a sheet writes it: {@code E2}, or {@code Bounds!$G$12}. */
  String from(SheetName other) {
    return sheet == other ? address.toString() : sheet.text() + "!" + address.absolute();
  }
}
