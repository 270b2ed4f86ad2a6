package io.regionalmetrics.feed.csv;

import io.regionalmetrics.ingest.CsvTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a table that decide which rows go into one document. A document has one source and
 * at most 5,000 rows; it holds all rows of a metric's quarter, however many these are.
 *
 * @param source the columns that identify a source
 * @param quarter the columns that identify a quarter of a metric
 */
record DocumentColumns(List<String> source, List<String> quarter) {
  static final DocumentColumns TIDY =
      new DocumentColumns(
          List.of(SourceColumns.ID, SourceColumns.PUBLISHED),
          List.of("company", "metric", "period"));
  static final DocumentColumns SDMX =
      new DocumentColumns(List.of("SOURCE_ID"), List.of("COMPANY", "METRIC", "TIME_PERIOD"));

  private static final int MAX_ROWS = 5_000;

  /** Cells that identify a quarter of a metric as one source gives it. */
  private record QuarterKey(List<String> source, List<String> quarter) {
    private static final Comparator<QuarterKey> BY_CELLS =
        Comparator.comparing((QuarterKey key) -> key.source.toArray(String[]::new), Arrays::compare)
            .thenComparing(key -> key.quarter.toArray(String[]::new), Arrays::compare);
  }

  /** Divides the rows of a table into documents. */
  List<List<Row>> divide(List<Row> rows) {
    List<List<Row>> documents = new ArrayList<>();
    List<String> previousSource = List.of();
    for (Map.Entry<QuarterKey, List<Row>> entry : quarters(rows).entrySet()) {
      List<String> thisSource = entry.getKey().source();
      if (!thisSource.equals(previousSource) || !fits(entry.getValue(), documents.getLast())) {
        documents.add(new ArrayList<>());
      }
      documents.getLast().addAll(entry.getValue());
      previousSource = thisSource;
    }
    return documents;
  }

  private Map<QuarterKey, List<Row>> quarters(List<Row> rows) {
    Map<QuarterKey, List<Row>> quarters = new TreeMap<>(QuarterKey.BY_CELLS);
    for (Row row : rows) {
      QuarterKey key = new QuarterKey(cells(row, source), cells(row, quarter));
      quarters.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return quarters;
  }

  private static List<String> cells(Row row, List<String> columns) {
    return columns.stream().map(column -> row.cells().getOrDefault(column, "")).toList();
  }

  private static boolean fits(List<Row> rows, List<Row> document) {
    return document.size() + rows.size() <= MAX_ROWS;
  }
}
