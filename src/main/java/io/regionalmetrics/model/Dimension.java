package io.regionalmetrics.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a metric's unit is of. */
public enum Dimension {
  /** An amount of money: the unit begins with an ISO 4217 code ({@code USD}, {@code USD/user}). */
  MONEY,
  /** A number of things: the unit is the metric's word for them. */
  COUNT,
  /** Any other number: the unit is the metric's own. */
  NUMBER;

  /** The word in documents and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension of a word, if it is one. */
  public static Optional<Dimension> of(String code) {
    return Stream.of(values()).filter(dimension -> dimension.code().equals(code)).findFirst();
  }
}
