package io.regionalmetrics.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A sheet of a workbook.
 *
 * @param name its name: up to 31 letters and digits
 * @param widths the width of each column in characters
 * @param rows the cells, row by row
 * @param heading whether the first row names the columns: it stays in sight, and columns can be
 *     filtered
 * @param frozenColumns how many columns stay in sight
 */
public record Sheet(
    String name,
    List<Integer> widths,
    List<List<SheetCell>> rows,
    boolean heading,
    int frozenColumns) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,31}");
  private static final int NARROWEST = 8;
  private static final int MARGIN = 2;

  /** Copies the rows, and refuses a name that a formula would have to quote. */
  public Sheet {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'%s' is not the name of a sheet".formatted(name));
    }
    widths = List.copyOf(widths);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A table: its first row names the columns, and each column is as wide as its longest cell.
   *
   * @param widest the width of the widest column in characters
   */
  public static Sheet table(
      String name, List<List<SheetCell>> rows, int frozenColumns, int widest) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      widths.add(Math.clamp(longest(rows, column) + MARGIN, NARROWEST, widest));
    }
    return new Sheet(name, widths, rows, true, frozenColumns);
  }

  /**
   * A copy without the columns that are empty below the header.
   *
   * @param last the last column that stays even if it is empty, from 0
   */
  public Sheet withoutEmptyColumns(int last) {
    List<Integer> kept =
        IntStream.range(0, widths.size())
            .filter(column -> column <= last || longest(rows.subList(1, rows.size()), column) > 0)
            .boxed()
            .toList();
    return new Sheet(
        name,
        kept.stream().map(widths::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
        heading,
        frozenColumns);
  }

  private static int longest(List<List<SheetCell>> rows, int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).width())
        .max()
        .orElse(0);
  }
}
