package io.regionalmetrics.model;

import org.threeten.extra.YearQuarter;

/** The quarters of one company's metric from a first to a last, both included. */
public record MetricSpan(String company, String metric, YearQuarter first, YearQuarter last) {

  /** Refuses a first quarter after the last. */
  public MetricSpan {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException(
          "the first quarter, %s, must not be after the last, %s".formatted(first, last));
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
