package io.regionalmetrics.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of quantity a metric's unit measures. */
public enum Dimension {
  /** An amount of money: the unit begins with an ISO 4217 code ({@code USD}, {@code USD/user}). */
  MONEY,
  /** A number of things: the unit names them, such as {@code users}. */
  COUNT,
  /** Any other number: each metric chooses its own unit. */
  NUMBER;

  /** The code in documents and answers, such as {@code money}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension with a code; empty if there is none. */
  public static Optional<Dimension> of(String code) {
    return Stream.of(values()).filter(dimension -> dimension.code().equals(code)).findFirst();
  }
}
