package io.regionalmetrics.xlsx;

/**
 * Where a cell is in its sheet.
 *
 * @param column the column, from 0
 * @param row the row, from 0
 */
public record CellAddress(int column, int row) {
  private static final int LETTERS = 26;

  /** Refuses what is not in a sheet. */
  public CellAddress {
    if (column < 0 || row < 0) {
      throw new IllegalArgumentException(
          "column %s, row %s: both count from 0".formatted(column, row));
    }
  }

  /** The address as people write it: {@code E2}. */
  @Override
  public String toString() {
    return letters(column) + (row + 1);
  }

  /** The address that stays the same where a formula is copied: {@code $E$2}. */
  public String absolute() {
    return "$" + letters(column) + "$" + (row + 1);
  }

  /** The letters of a column: {@code A} for 0, {@code AA} for 26. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }
}
