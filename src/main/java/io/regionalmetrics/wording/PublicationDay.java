package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.CurrentVintage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The day on which figures were published, if newer values of them are not compared. */
final class PublicationDay {
  private PublicationDay() {}

  /** ", as published on 2023-07-20"; empty if a row compares the newest values. */
  static String of(AnswerRow row) {
    return of(List.of(row));
  }

  /** Like {@link #of(AnswerRow)}, for several rows. */
  static String of(List<AnswerRow> rows) {
    return rows.stream()
        .flatMap(row -> row.fields().values().stream())
        .<CurrentVintage>mapMulti(
            (value, each) -> value.forEachFigure(known -> known.forEachVintage(each)))
        .filter(vintage -> vintage.apart().isPresent())
        .map(vintage -> vintage.vintage().source().published())
        .max(Comparator.<LocalDate>naturalOrder())
        .map(day -> ", as published on " + day)
        .orElse("");
  }
}
