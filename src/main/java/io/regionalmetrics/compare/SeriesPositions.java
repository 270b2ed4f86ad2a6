package io.regionalmetrics.compare;

import io.regionalmetrics.answer.NextPage;
import io.regionalmetrics.answer.SeriesPosition;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * Which rows of a series are on a page. The rows of a series are numbered from 0: subject by
 * subject, each with every quarter of the range.
 */
final class SeriesPositions {
  private final List<Subject> subjects;
  private final YearQuarter first;
  private final YearQuarter last;
  private final long quarters;
  private final long begin;
  private final long end;

  /**
   * The rows of one page.
   *
   * @param first the first quarter of the series
   * @param last the last quarter of the series
   * @throws Refusal if the page begins at a row that the series does not have
   */
  SeriesPositions(SeriesSelection series, YearQuarter first, YearQuarter last) {
    this.subjects = series.subjects();
    this.first = first;
    this.last = last;
    this.quarters = first.until(last, IsoFields.QUARTER_YEARS) + 1;
    this.begin = series.from().isPresent() ? row(series.from().get()) : 0;
    this.end = Math.min(rows(), begin + series.mostRows());
  }

  /** A row: one subject in one quarter. */
  record Position(Subject subject, YearQuarter period) {}

  /** The rows of the page, in order. */
  List<Position> onPage() {
    List<Position> positions = new ArrayList<>();
    for (long row = begin; row < end; row++) {
      positions.add(position(row));
    }
    return positions;
  }

  /** Where the next page begins; empty on the last page. */
  Optional<NextPage> next() {
    if (end >= rows()) {
      return Optional.empty();
    }
    Position next = position(end);
    Subject subject = next.subject();
    return Optional.of(
        new NextPage(
            first,
            last,
            new SeriesPosition(subject.company(), subject.requestedRegion(), next.period())));
  }

  /** How many rows the whole series has. */
  long rows() {
    return subjects.size() * quarters;
  }

  private Position position(long row) {
    return new Position(subjects.get((int) (row / quarters)), first.plusQuarters(row % quarters));
  }

  private long row(SeriesPosition position) {
    long quarter = first.until(position.period(), IsoFields.QUARTER_YEARS);
    if (quarter >= 0 && quarter < quarters) {
      for (int i = 0; i < subjects.size(); i++) {
        if (isOf(position, subjects.get(i))) {
          return i * quarters + quarter;
        }
      }
    }
    throw Refusal.of(
        Reason.MALFORMED,
        "next",
        "not a row of this series; leave it out to start from the first page");
  }

  private static boolean isOf(SeriesPosition position, Subject subject) {
    return subject.company().equals(position.company())
        && subject.requestedRegion().equals(position.region());
  }
}
