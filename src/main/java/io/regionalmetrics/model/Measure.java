package io.regionalmetrics.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an observation measures of its cell: the level itself, or a growth that was published, in
 * percent.
 */
public enum Measure {
  /** The figure itself, in the cell's unit. */
  LEVEL("level", 0),
  /** Growth in percent on the same quarter a year before. */
  YOY("yoy", 4),
  /** Growth in percent on the quarter before. */
  QOQ("qoq", 1);

  private final String code;
  private final int quarters;

  Measure(String code, int quarters) {
    this.code = code;
    this.quarters = quarters;
  }

  /** The word in documents and requests. */
  public String code() {
    return code;
  }

  /** How many quarters a growth looks back; 0 for a level. */
  public int quarters() {
    return quarters;
  }

  /** The measure of a word, if it is one. */
  public static Optional<Measure> of(String code) {
    return Stream.of(values()).filter(measure -> measure.code.equals(code)).findFirst();
  }

  /** The measure of the growth over so many quarters, if companies publish it. */
  public static Optional<Measure> over(long quarters) {
    return Stream.of(YOY, QOQ).filter(measure -> measure.quarters == quarters).findFirst();
  }
}
