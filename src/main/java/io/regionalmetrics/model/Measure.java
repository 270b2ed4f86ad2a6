package io.regionalmetrics.model;

import java.util.Optional;
import java.util.stream.Stream;

/** What an observation reports: the level itself, or a published growth in percent. */
public enum Measure {
  /** The figure itself, in the cell's unit. */
  LEVEL("level", 0),
  /** Growth in percent from the same quarter a year before. */
  YOY("yoy", 4),
  /** Growth in percent from the quarter before. */
  QOQ("qoq", 1);

  private final String code;
  private final int quarters;

  Measure(String code, int quarters) {
    this.code = code;
    this.quarters = quarters;
  }

  /** The code in documents and requests, such as {@code yoy}. */
  public String code() {
    return code;
  }

  /** How many quarters a growth looks back; 0 for a level. */
  public int quarters() {
    return quarters;
  }

  /** The measure with a code; empty if there is none. */
  public static Optional<Measure> of(String code) {
    return Stream.of(values()).filter(measure -> measure.code.equals(code)).findFirst();
  }

  /**
   * The measure of a growth over a number of quarters; empty if companies publish no such growth.
   */
  public static Optional<Measure> over(long quarters) {
    return Stream.of(YOY, QOQ).filter(measure -> measure.quarters == quarters).findFirst();
  }
}
