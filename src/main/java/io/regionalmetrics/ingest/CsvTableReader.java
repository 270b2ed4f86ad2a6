package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.model.Whitespace;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tables from CSV (RFC 4180) and from what spreadsheets write in its place. */
public final class CsvTableReader {
  private final List<String> names;
  private final DocumentFaults faults;
  private final List<Row> rows = new ArrayList<>();

  private CsvTableReader(List<String> names, DocumentFaults faults) {
    this.names = names;
    this.faults = faults;
  }

  /**
   * Reads a tidy or SDMX-CSV document, like {@link #read(byte[], Set, DocumentFaults)}.
   *
   * @throws Refusal if it isn't CSV, isn't UTF-8, or can be read in more than one way
   */
  public static CsvTable read(byte[] document, DocumentFaults faults) {
    return read(document, CsvTable.NUMBERS, faults);
  }

  /**
   * Reads a table. All its numbers have a decimal point afterwards.
   *
   * @param numbers the columns of numbers
   * @param faults receives a fault for each repeated column, and for each row with more cells than
   *     columns
   * @throws Refusal if it isn't CSV, isn't UTF-8, or can be read in more than one way
   */
  public static CsvTable read(byte[] document, Set<String> numbers, DocumentFaults faults) {
    CsvSeparator.Body body = CsvSeparator.body(Utf8.decode(document));
    List<List<String>> records = CsvRecords.read(body.text(), body.separator());
    List<String> header = records.isEmpty() ? List.of() : records.getFirst();
    CsvTableReader reader =
        new CsvTableReader(header.stream().map(CsvTable::plainName).toList(), faults);
    reader.checkRepeatedNames();
    for (int number = 2; number <= records.size(); number++) {
      reader.add(number, records.get(number - 1));
    }
    return reader.table(numbers, body.separator());
  }

  private void checkRepeatedNames() {
    Map<String, Integer> positions = new HashMap<>();
    for (int position = 1; position <= names.size(); position++) {
      String name = names.get(position - 1);
      Integer before = positions.putIfAbsent(name, position);
      if (before != null && !name.isEmpty()) {
        faults.add(
            Reason.MALFORMED,
            "row 1." + name,
            "columns %s and %s have the same name; each name may occur only once"
                .formatted(before, position));
      }
    }
  }

  private void add(int number, List<String> written) {
    List<String> cells = cells(written);
    if (cells.size() > names.size()) {
      faults.add(Reason.MALFORMED, "row " + number, tooManyCells(cells.size(), names.size()));
    } else if (!cells.isEmpty()) {
      rows.add(new Row(number, named(cells)));
    }
  }

  private static String tooManyCells(int cells, int columns) {
    return "has %s cells, but the header has %s columns".formatted(cells, columns);
  }

  /** The cells of a record, without surplus spaces, up to the last one that isn't empty. */
  private static List<String> cells(List<String> written) {
    List<String> cells = written.stream().map(Whitespace::collapse).toList();
    int size = cells.size();
    while (size > 0 && cells.get(size - 1).isEmpty()) {
      size--;
    }
    return cells.subList(0, size);
  }

  private Map<String, String> named(List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        named.put(names.get(i), cells.get(i));
      }
    }
    return named;
  }

  /** The table, without columns that have neither a name nor a cell, as spreadsheets write. */
  private CsvTable table(Set<String> numbers, char separator) {
    boolean hasUnnamed = rows.stream().anyMatch(row -> row.cells().containsKey(""));
    return new CsvTable(
        names.stream().filter(name -> hasUnnamed || !name.isEmpty()).toList(),
        DecimalMarks.toPoints(rows, numbers, separator));
  }
}
