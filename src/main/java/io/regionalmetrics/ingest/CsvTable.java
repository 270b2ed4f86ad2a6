package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of a CSV document (RFC 4180) with a header. Rows are numbered as in a spreadsheet: the
 * header is row 1.
 *
 * @param header the names of the columns
 * @param rows all rows except the header and empty ones
 */
public record CsvTable(List<String> header, List<Row> rows) {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** A row: its number, and its non-empty cells by column. */
  public record Row(int number, Map<String, String> cells) {}

  /** Whether to keep the spaces around a cell's text. */
  public enum Spaces {
    /** Removes them; people may add them for legibility. */
    STRIPPED,
    /** Keeps them as part of the text. */
    KEPT
  }

  /**
   * Reads a document.
   *
   * @param faults receives a fault for each row with more cells than columns
   * @throws Refusal if it isn't CSV, or isn't UTF-8
   */
  public static CsvTable read(byte[] body, Spaces spaces, DocumentFaults faults) {
    List<List<String>> records = CsvRecords.read(body);
    List<String> header = records.isEmpty() ? List.of() : header(records.getFirst());
    List<Row> rows = new ArrayList<>();
    for (int number = 2; number <= records.size(); number++) {
      List<String> cells = cells(records.get(number - 1), spaces);
      if (cells.size() > header.size()) {
        faults.add(Reason.MALFORMED, "row " + number, tooManyCells(cells.size(), header.size()));
      } else if (!(cells.size() == 1 && cells.getFirst().isBlank())) {
        rows.add(new Row(number, named(header, cells)));
      }
    }
    return new CsvTable(header, rows);
  }

  private static String tooManyCells(int cells, int columns) {
    return "has %s cells, but the header has %s columns".formatted(cells, columns);
  }

  private static Refusal notCsv(String why) {
    return Refusal.of(Reason.MALFORMED, "body", why);
  }

  private static List<String> header(List<String> cells) {
    List<String> header = cells(cells, Spaces.STRIPPED);
    return header.equals(List.of("")) ? List.of() : header;
  }

  /**
   * Returns this table with only the known columns.
   *
   * @param columns the known columns
   * @param faults receives a fault for each other column, and for a repeated one
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
      throw notCsv(
          "it has no header; its first row names the columns: " + String.join(",", columns));
    }
    for (String column : header) {
      if (!columns.contains(column)) {
        faults.add(
            Reason.MALFORMED,
            "row 1." + column,
            "is not a known column" + Codes.suggestion(column, columns));
      }
    }
    if (Set.copyOf(header).size() < header.size()) {
      faults.add(Reason.MALFORMED, "row 1", "a column occurs twice");
    }
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        named.put(header.get(i), cells.get(i));
      }
    }
    return named;
  }

  private static List<String> cells(List<String> written, Spaces spaces) {
    return spaces == Spaces.STRIPPED ? written.stream().map(String::strip).toList() : written;
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
