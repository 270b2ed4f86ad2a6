package io.regionalmetrics.model;

import java.util.List;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Which quarters of a metric in a region a company has anything for.
 *
 * @param first the first quarter with an observation
 * @param last the last one
 * @param breaks quarters that aren't comparable with those before (status B)
 */
public record Coverage(YearQuarter first, YearQuarter last, List<YearQuarter> breaks) {
  /** Keeps the breaks as they are. */
  public Coverage {
    breaks = List.copyOf(breaks);
  }

  /** What one observation covers. */
  public static Coverage of(Observation observation) {
    YearQuarter period = observation.cell().quarter().period();
    return new Coverage(
        period, period, observation.status() == Status.BREAK ? List.of(period) : List.of());
  }

  /** What both cover. */
  public Coverage and(Coverage other) {
    return new Coverage(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        Stream.concat(breaks.stream(), other.breaks.stream()).distinct().sorted().toList());
  }
}
