package io.regionalmetrics.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.stream.Stream;

/** Reads the records of a CSV document (RFC 4180): lists of cells, as written. */
final class CsvRecords {
  private CsvRecords() {}

  /**
   * Returns all records, empty ones included, so that the first is row 1 of a spreadsheet.
   *
   * @param separator the character between two cells
   * @throws Refusal if the document isn't CSV, or has lost characters
   */
  static List<List<String>> read(String document, char separator) {
    try {
      List<List<String>> records = stream(document, separator).toList();
      refuseUnreadable(records);
      return records;
    } catch (CsvParseException e) {
      throw Refusal.of(Reason.MALFORMED, "body", "it is not CSV: " + reason(e));
    }
  }

  /** Reads one record after the other, which may throw a {@link CsvParseException}. */
  static Stream<List<String>> stream(String document, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(document)
        .stream()
        .map(CsvRecord::getFields);
  }

  /** Says what is wrong, from the cause, and where, from the exception itself. */
  private static String reason(CsvParseException e) {
    return e.getCause() == null
        ? String.valueOf(e.getMessage())
        : "%s (%s)".formatted(e.getCause().getMessage(), e.getMessage());
  }

  /** Refuses the document if it has lost characters; names each row by the first such cell. */
  private static void refuseUnreadable(List<List<String>> records) {
    DocumentFaults faults = new DocumentFaults();
    for (int i = 0; i < records.size(); i++) {
      int row = i + 1;
      records.get(i).stream()
          .filter(cell -> Utf8.firstUnreadable(cell) >= 0)
          .findFirst()
          .ifPresent(cell -> faults.add(Reason.MALFORMED, "row " + row, Utf8.unreadable(cell)));
    }
    faults.refuse();
  }
}
