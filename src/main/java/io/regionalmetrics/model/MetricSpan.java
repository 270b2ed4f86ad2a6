package io.regionalmetrics.model;

import org.threeten.extra.YearQuarter;

/** Quarters of one company's metric in a row, from the first to the last, both included. */
public record MetricSpan(String company, String metric, YearQuarter first, YearQuarter last) {

  /** Refuses ends in the wrong order. */
  public MetricSpan {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException("first %s is after last %s".formatted(first, last));
    }
  }

  /** Whether a quarter is one of these. */
  public boolean holds(QuarterKey key) {
    return key.company().equals(company)
        && key.metric().equals(metric)
        && !key.period().isBefore(first)
        && !key.period().isAfter(last);
  }

  /** The shortest span that holds this and another of the same metric. */
  public MetricSpan and(MetricSpan other) {
    return new MetricSpan(
        company,
        metric,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
