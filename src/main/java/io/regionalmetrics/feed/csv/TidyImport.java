package io.regionalmetrics.feed.csv;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.feed.Tally;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.ingest.CsvTable;
import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.ingest.WrittenLevels;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stores the rows of a tidy table in one run, each document under a day of publication.
 *
 * @param table the table's address, for messages
 * @param definitions may define companies, metrics and regions
 * @param days the days of publication allowed
 * @param tally counts what is stored
 */
record TidyImport(
    String table, DocumentFields definitions, FeedRun run, PublicationDays days, Tally tally) {

  /**
   * Stores rows that have a source.
   *
   * @param header the table's columns; columns that only its rows have come after these
   * @throws Refusal if a document is invalid or contradicts what is stored
   * @throws FetchException if the table has changed twice on the same day
   */
  void store(List<String> header, List<Row> rows) {
    Stream<String> ofRows = rows.stream().flatMap(row -> row.cells().keySet().stream());
    List<String> columns =
        Stream.concat(Stream.concat(header.stream(), ofRows), Stream.of(SourceColumns.PUBLISHED))
            .distinct()
            .toList();
    WrittenLevels levels = WrittenLevels.ofTidy(new CsvTable(columns, rows));
    for (List<Row> document : DocumentColumns.TIDY.divide(rows)) {
      storeDocument(columns, document, levels);
    }
  }

  /** Stores a document under the first day that doesn't contradict what is stored. */
  private void storeDocument(List<String> columns, List<Row> rows, WrittenLevels levels) {
    Iterator<LocalDate> candidates =
        days.candidates(SourceColumns.statedDay(rows.getFirst())).iterator();
    if (!candidates.hasNext()) {
      throw changedTwice();
    }
    boolean isStored = false;
    while (!isStored) {
      LocalDate day = candidates.next();
      try {
        storeUnder(day, new CsvTable(columns, rows), levels);
        isStored = true;
      } catch (Refusal refusal) {
        if (refusal.reason() != Reason.CONTRADICTION || !candidates.hasNext()) {
          throw refusal;
        }
      }
    }
  }

  private void storeUnder(LocalDate day, CsvTable document, WrittenLevels levels) {
    List<Row> dated =
        document.rows().stream().map(row -> SourceColumns.publishedOn(day, row)).toList();
    CsvTable table = new CsvTable(document.header(), dated);
    tally.add(run.ingest().rows(table, levels, definitions, run.deadline()));
    days.use(day);
  }

  private FetchException changedTwice() {
    return new FetchException(
        "%s has changed again on the day of its last change, %s; it will be read tomorrow"
            .formatted(table, days.usedBefore().map(LocalDate::toString).orElse("today")));
  }
}
