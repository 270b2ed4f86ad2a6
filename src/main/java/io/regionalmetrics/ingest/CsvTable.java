package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rows of a CSV document (RFC 4180) with a header. Rows are numbered as in a spreadsheet: the
 * header is row 1.
 *
 * @param header the names of the columns; an empty name only if such a column has a cell
 * @param rows all rows except the header and empty ones
 */
public record CsvTable(List<String> header, List<Row> rows) {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** A row: its number, and its non-empty cells by column. */
  public record Row(int number, Map<String, String> cells) {}

  /**
   * Reads a document.
   *
   * @param faults receives a fault for each repeated column, and for each row with more cells than
   *     columns
   * @throws Refusal if it isn't CSV, or isn't UTF-8
   */
  public static CsvTable read(byte[] body, DocumentFaults faults) {
    List<List<String>> records = CsvRecords.read(body);
    List<String> names =
        records.isEmpty()
            ? List.of()
            : records.getFirst().stream().map(CsvTable::plainName).toList();
    checkRepeated(names, faults);
    List<Row> rows = new ArrayList<>();
    for (int number = 2; number <= records.size(); number++) {
      List<String> cells = cells(records.get(number - 1));
      if (cells.size() > names.size()) {
        faults.add(Reason.MALFORMED, "row " + number, tooManyCells(cells.size(), names.size()));
      } else if (!cells.isEmpty()) {
        rows.add(new Row(number, named(names, cells)));
      }
    }
    return new CsvTable(usedNames(names, rows), rows);
  }

  /** A column's name without surplus spaces. */
  public static String plainName(String name) {
    return SPACES.matcher(name).replaceAll(" ").strip();
  }

  private static void checkRepeated(List<String> names, DocumentFaults faults) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int first = names.indexOf(name);
      if (first < i && !name.isEmpty()) {
        faults.add(
            Reason.MALFORMED,
            "row 1." + name,
            "columns %s and %s have the same name; each name may occur only once"
                .formatted(first + 1, i + 1));
      }
    }
  }

  private static String tooManyCells(int cells, int columns) {
    return "has %s cells, but the header has %s columns".formatted(cells, columns);
  }

  /** The cells of a record, without spaces around them, up to the last one that isn't blank. */
  private static List<String> cells(List<String> written) {
    int size = written.size();
    while (size > 0 && written.get(size - 1).isBlank()) {
      size--;
    }
    return written.subList(0, size).stream().map(String::strip).toList();
  }

  private static Map<String, String> named(List<String> names, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        named.put(names.get(i), cells.get(i));
      }
    }
    return named;
  }

  /** Leaves out columns that have neither a name nor a cell, which spreadsheets write. */
  private static List<String> usedNames(List<String> names, List<Row> rows) {
    boolean isUsed = rows.stream().anyMatch(row -> row.cells().containsKey(""));
    return names.stream().filter(name -> isUsed || !name.isEmpty()).toList();
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
              return new Row(row.number(), cells);
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
