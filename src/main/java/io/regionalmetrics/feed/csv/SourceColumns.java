package io.regionalmetrics.feed.csv;

import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of a tidy table that say where a row's figure comes from. */
final class SourceColumns {
  private static final String PREFIX = "source_";

  static final String ID = PREFIX + "id";
  static final String PUBLISHED = PREFIX + "published";

  private SourceColumns() {}

  /**
   * A row with the event's source, unless the row has a source of its own.
   *
   * @param source the fields of the event's source; empty if it has none
   */
  static Row withSource(Row row, Map<String, String> source) {
    if (source.isEmpty() || row.cells().containsKey(ID)) {
      return row;
    }
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    source.forEach((field, text) -> cells.put(PREFIX + field, text));
    return row.with(cells);
  }

  /** A row with this day of publication. */
  static Row publishedOn(LocalDate day, Row row) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    cells.put(PUBLISHED, day.toString());
    return row.with(cells);
  }

  /**
   * The day of publication that a row states.
   *
   * @throws Refusal if it isn't a date
   */
  static Optional<LocalDate> statedDay(Row row) {
    return Optional.ofNullable(row.cells().get(PUBLISHED))
        .map(text -> Periods.day(text).orElseThrow(() -> notADay(row, text)));
  }

  private static Refusal notADay(Row row, String text) {
    return Refusal.of(
        Reason.MALFORMED,
        "row %s.%s".formatted(row.number(), PUBLISHED),
        "'%s' is not a day like 2018-03-01".formatted(text));
  }
}
