package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a tidy CSV document (RFC 4180): a header, then one row for each observation. The columns
 * have the names of the JSON members; those of the source begin with {@code source_}. Rows are
 * numbered as in a spreadsheet: the header is row 1.
 */
final class CsvDocument {
  private static final String SOURCE = "source_";
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

  private final DocumentFaults faults;
  private final Map<String, WrittenValue> source = new LinkedHashMap<>();

  private CsvDocument(DocumentFaults faults) {
    this.faults = faults;
  }

  /**
   * Returns the document as if it had been written in JSON; its rows are named by their numbers.
   */
  static DocumentFields read(CsvTable table, DocumentFaults faults) {
    CsvDocument document = new CsvDocument(faults);
    List<DocumentFields> observations =
        table.only(COLUMNS, faults).rows().stream().map(document::observation).toList();
    return new DocumentFields(
            "", Map.of("source", new WrittenValue.Members(document.source)), faults)
        .withObjects("observations", observations);
  }

  private DocumentFields observation(CsvTable.Row row) {
    Map<String, WrittenValue> observation = new LinkedHashMap<>();
    row.cells()
        .forEach((column, cell) -> {
          if (column.startsWith(SOURCE)) {
            addToSource(row, column, cell);
          } else {
            observation.put(column, raw(row, column, cell));
          }
        });
    return new DocumentFields("row " + row.number(), observation, faults);
  }

  private void addToSource(CsvTable.Row row, String column, String cell) {
    WrittenValue text = new WrittenValue.Text(cell);
    WrittenValue before = source.putIfAbsent(column.substring(SOURCE.length()), text);
    if (before != null && !before.equals(text)) {
      faults.add(
          Reason.SENSELESS,
          "row %s.%s".formatted(row.number(), column),
          "'%s' differs from the rows above; a document has one source".formatted(cell));
    }
  }

  private static WrittenValue raw(CsvTable.Row row, String column, String cell) {
    if (!CsvTable.NUMBERS.contains(column)) {
      return new WrittenValue.Text(cell);
    }
    WrittenValue number = CsvTable.number(cell);
    return column.equals("value") ? number.times(row.power()) : number;
  }
}
