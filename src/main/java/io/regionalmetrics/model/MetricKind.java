package io.regionalmetrics.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a metric's figures add up. */
public enum MetricKind {
  /** Measured over a quarter, such as revenue: adds up over quarters and over regions. */
  FLOW,
  /** Measured at one time, such as users: adds up over regions, not over quarters. */
  STOCK,
  /** A numerator over a denominator, such as revenue per user: never adds up. */
  RATIO;

  /** The code in documents and answers, such as {@code flow}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with a code; empty if there is none. */
  public static Optional<MetricKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
