package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of a CSV document (RFC 4180) with a header. Rows are numbered as in a spreadsheet: the
 * header is row 1.
 *
 * @param header the names of the columns; an empty name only if such a column has a cell
 * @param rows all rows except the header and empty ones
 */
public record CsvTable(List<String> header, List<Row> rows) {
  /** The columns of numbers in a tidy or SDMX-CSV document. */
  static final Set<String> NUMBERS =
      Set.of(
          "value", "decimals", "low", "high", "OBS_VALUE", "UNIT_MULT", "DECIMALS", "LOW", "HIGH");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /**
   * A row: its number, and its non-empty cells by column.
   *
   * @param power the power of ten that the cell {@code value} is multiplied by: 6 for millions
   */
  public record Row(int number, Map<String, String> cells, int power) {
    /** A row whose value is in base units. */
    public Row(int number, Map<String, String> cells) {
      this(number, cells, 0);
    }

    /** A copy with other cells. */
    public Row with(Map<String, String> otherCells) {
      return new Row(number, otherCells, power);
    }
  }

  /** A column's name without surplus spaces and line breaks. */
  public static String plainName(String name) {
    return SPACES.matcher(name).replaceAll(" ").strip();
  }

  /**
   * Returns this table with only the known columns.
   *
   * @param columns the known columns
   * @param faults receives a fault for each other column
   * @throws Refusal if there is no header
   */
  CsvTable only(List<String> columns, DocumentFaults faults) {
    checkHeader(columns, faults);
    return new CsvTable(
        header,
        rows.stream()
            .map(row -> {
              Map<String, String> cells = new LinkedHashMap<>(row.cells());
              cells.keySet().retainAll(columns);
              return row.with(cells);
            })
            .toList());
  }

  private void checkHeader(List<String> columns, DocumentFaults faults) {
    if (header.isEmpty()) {
      throw Refusal.of(
          Reason.MALFORMED,
          "body",
          "it has no header; its first row names the columns: " + String.join(",", columns));
    }
    header.stream()
        .filter(column -> !columns.contains(column) && !column.isEmpty())
        .forEach(column ->
            faults.add(
                Reason.MALFORMED,
                "row 1." + column,
                "is not a known column" + Codes.suggestion(column, columns)));
    checkUnnamed(faults);
  }

  private void checkUnnamed(DocumentFaults faults) {
    for (Row row : rows) {
      if (row.cells().containsKey("")) {
        faults.add(
            Reason.MALFORMED,
            "row " + row.number(),
            "'%s' is in a column without a name; name the column in row 1, or empty the cell"
                .formatted(row.cells().get("")));
      }
    }
  }

  /**
   * Reads a cell as a number if it is one in JSON, so that both formats accept the same numbers.
   */
  static WrittenValue number(String cell) {
    return NUMBER.matcher(cell).matches()
        ? new WrittenValue.Digits(cell)
        : new WrittenValue.Text(cell);
  }
}
