package io.regionalmetrics.model;

import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The quarters in which a company has observations of a metric in a region.
 *
 * @param first the first quarter with an observation
 * @param last the last quarter with an observation
 * @param breaks quarters that aren't comparable with earlier ones (status B)
 */
public record Coverage(YearQuarter first, YearQuarter last, List<YearQuarter> breaks) {
  /** Copies the breaks. */
  public Coverage {
    breaks = List.copyOf(breaks);
  }

  /** The coverage of a single observation. */
  static Coverage of(Observation observation) {
    YearQuarter period = observation.cell().quarter().period();
    return new Coverage(
        period, period, observation.status() == Status.BREAK ? List.of(period) : List.of());
  }

  /** How many quarters there are from the first to the last. */
  public long quarters() {
    return first.until(last, IsoFields.QUARTER_YEARS) + 1;
  }

  /** The newest quarters, at most so many, newest first. */
  public List<YearQuarter> newest(long most) {
    return Stream.iterate(last, quarter -> quarter.minusQuarters(1))
        .limit(Math.min(most, quarters()))
        .toList();
  }

  /** The coverage of both together: from the earliest to the latest quarter, with all breaks. */
  public Coverage and(Coverage other) {
    return new Coverage(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        Stream.concat(breaks.stream(), other.breaks.stream()).distinct().sorted().toList());
  }
}
