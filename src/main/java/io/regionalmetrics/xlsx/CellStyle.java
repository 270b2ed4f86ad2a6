package io.regionalmetrics.xlsx;

/**
 * How a cell looks, and how its number is written.
 *
 * @param format the number format, such as {@code #,##0.00}
 * @param quoted whether a spreadsheet keeps the text a text even if somebody edits it
 */
record CellStyle(CellLook look, String format, boolean quoted) {
  private static final String GENERAL = "General";
  private static final String TEXT = "@";
  private static final String DAY = "yyyy\\-mm\\-dd";

  /** The style of a text. */
  static CellStyle text(CellLook look, boolean quoted) {
    return new CellStyle(look, quoted ? TEXT : GENERAL, quoted);
  }

  /** The style of a number with thousands separators. */
  static CellStyle number(CellLook look, int decimals) {
    return new CellStyle(look, "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""), false);
  }

  /** The style of a day, as ISO 8601 writes it. */
  static CellStyle day() {
    return new CellStyle(CellLook.WORDS, DAY, false);
  }

  /** Whether the format is the usual one, which needs no definition. */
  boolean isGeneral() {
    return format.equals(GENERAL);
  }
}
