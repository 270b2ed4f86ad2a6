package io.regionalmetrics.xlsx;

import java.util.List;

/** How high a row must be, in points; not every spreadsheet finds it out when it opens a file. */
final class RowHeight {
  /** The height of a row whose cells need a single line each. */
  static final int OF_A_LINE = 15;

  private static final int OF_A_HEADLINE = 19;

  /** The highest row that a spreadsheet shows. */
  private static final int HIGHEST = 409;

  /** Widths are counted in digits of the usual size, and headlines are larger. */
  private static final double HEADLINE_WIDTH = 1.35;

  private RowHeight() {}

  /**
   * The height of a row.
   *
   * @param widths the widths of its columns in characters
   */
  static int of(List<SheetCell> cells, List<Integer> widths) {
    int height = OF_A_LINE;
    for (int column = 0; column < cells.size(); column++) {
      height = Math.max(height, of(cells.get(column), widths.get(column)));
    }
    return Math.min(height, HIGHEST);
  }

  private static int of(SheetCell cell, int width) {
    return switch (cell) {
      case SheetCell.Text(String text, CellLook look) when look == CellLook.HEADLINE ->
          OF_A_HEADLINE * lines(text.length() * HEADLINE_WIDTH, width);
      case SheetCell.Text(String text, CellLook look) when look.isWrapped() ->
          OF_A_LINE * lines(text.length(), width);
      default -> OF_A_LINE;
    };
  }

  private static int lines(double characters, int width) {
    return Math.max(1, (int) Math.ceil(characters / width));
  }
}
