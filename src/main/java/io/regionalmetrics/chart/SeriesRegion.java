package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * One region of a series.
 *
 * @param name its name
 * @param isWorld whether it is the whole that others are parts of
 * @param rows its rows, oldest first
 */
record SeriesRegion(String name, boolean isWorld, List<AnswerRow> rows) {
  /** Copies the list. */
  SeriesRegion {
    rows = List.copyOf(rows);
  }

  /** The newest row in which a field is known. */
  private Optional<AnswerRow> newest(RowField field) {
    return rows.reversed().stream().filter(row -> row.known(field).isPresent()).findFirst();
  }

  /** The newest figure of a field; zero if none is known. */
  BigDecimal size(RowField field) {
    return newest(field)
        .flatMap(row -> row.known(field))
        .map(known -> known.figure().value())
        .orElse(BigDecimal.ZERO);
  }

  /** The newest quarter with a level; the first of all if none is known. */
  YearQuarter newestQuarter() {
    return newest(RowField.VALUE).map(AnswerRow::period).orElse(rows.getFirst().period());
  }

  /** Whether any level is known. */
  boolean isKnown() {
    return newest(RowField.VALUE).isPresent();
  }

  /** Its name and its newest level: "Japan $106m"; with the quarter, if that isn't the last one. */
  String nameAndNewest() {
    return newest(RowField.VALUE)
        .map(row -> "%s %s%s".formatted(name, text(row), quarter(row)))
        .orElse(name);
  }

  private static String text(AnswerRow row) {
    return row.known(RowField.VALUE)
        .map((KnownFigure known) -> AnswerView.text(known).replace(" provisional", ""))
        .orElse("");
  }

  private String quarter(AnswerRow row) {
    return row.period().equals(rows.getLast().period()) ? "" : " in " + row.period();
  }

  /** Why the newest level is missing, in few words. */
  String whyUnknown() {
    return AnswerView.why(rows.getLast().fields().get(RowField.VALUE));
  }
}
