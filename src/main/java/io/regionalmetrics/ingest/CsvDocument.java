package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Refusal.Reason;
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
  static Fields read(CsvTable table, Faults faults) {
    Map<String, Raw> source = new LinkedHashMap<>();
    List<Fields> observations = new ArrayList<>();
    for (CsvTable.Row row : table.only(COLUMNS, faults).rows()) {
      Map<String, Raw> observation = new LinkedHashMap<>();
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
      observations.add(new Fields("row " + row.number(), observation, faults));
    }
    Fields document = new Fields("", Map.of("source", new Raw.Named(source)), faults);
    return document.withObjects("observations", observations);
  }

  private static boolean differs(Map<String, Raw> source, String name, String cell) {
    Raw before = source.putIfAbsent(name, new Raw.Text(cell));
    return before != null && !before.equals(new Raw.Text(cell));
  }

  private static Raw raw(String column, String cell) {
    return NUMBERS.contains(column) ? CsvTable.number(cell) : new Raw.Text(cell);
  }
}
