package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a document that is tidy CSV (RFC 4180): a header, then a row an observation, with the same
 * names as columns, and the source's in columns that begin with {@code source_}. Rows are counted
 * as a spreadsheet does: the header is row 1.
 */
final class CsvDocument {
  private static final String SOURCE = "source_";
  private static final Set<String> NUMBERS = Set.of("value", "decimals", "low", "high");
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "metric",
          "region",
          "period",
          "measure",
          "unit",
          "value",
          "decimals",
          "low",
          "high",
          "status",
          "derivation",
          "note",
          "source_id",
          "source_title",
          "source_publisher",
          "source_url",
          "source_published",
          "source_kind");

  private CsvDocument() {}

  /** The document, as if it had been written in JSON, with rows that are named by their numbers. */
  static DocumentFields read(CsvTable table, DocumentFaults faults) {
    Map<String, WrittenValue> source = new LinkedHashMap<>();
    List<DocumentFields> observations = new ArrayList<>();
    for (CsvTable.Row row : table.only(COLUMNS, faults).rows()) {
      Map<String, WrittenValue> observation = new LinkedHashMap<>();
      row.cells()
          .forEach((column, cell) -> {
            if (!column.startsWith(SOURCE)) {
              observation.put(column, raw(column, cell));
            } else if (differs(source, column.substring(SOURCE.length()), cell)) {
              faults.add(
                  Reason.SENSELESS,
                  "row %s.%s".formatted(row.number(), column),
                  "'%s' is not what the rows before say; a document has one source"
                      .formatted(cell));
            }
          });
      observations.add(new DocumentFields("row " + row.number(), observation, faults));
    }
    DocumentFields document =
        new DocumentFields("", Map.of("source", new WrittenValue.Named(source)), faults);
    return document.withObjects("observations", observations);
  }

  private static boolean differs(Map<String, WrittenValue> source, String name, String cell) {
    WrittenValue before = source.putIfAbsent(name, new WrittenValue.Text(cell));
    return before != null && !before.equals(new WrittenValue.Text(cell));
  }

  private static WrittenValue raw(String column, String cell) {
    return NUMBERS.contains(column) ? CsvTable.number(cell) : new WrittenValue.Text(cell);
  }
}
