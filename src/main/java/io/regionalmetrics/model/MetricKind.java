package io.regionalmetrics.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a metric's figures add. */
public enum MetricKind {
  /** Counts over a quarter, as revenue does: adds over quarters and over regions. */
  FLOW,
  /** Counts at a time, as users do: adds over regions, not over quarters. */
  STOCK,
  /** A numerator over a denominator, as revenue per user is: never adds. */
  RATIO;

  /** The word in documents and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word, if it is one. */
  public static Optional<MetricKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
