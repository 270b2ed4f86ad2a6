package io.regionalmetrics.xbrl;

/** The unit of a fact, as the instance defines it. */
public sealed interface FactUnit {
  /**
   * Money.
   *
   * @param currency its ISO 4217 code: {@code USD}
   */
  record Money(String currency) implements FactUnit {}

  /**
   * A number of things.
   *
   * @param name the local name of the unit's measure: {@code membership}, {@code shares}
   */
  record Things(String name) implements FactUnit {}

  /** A plain number: XBRL's {@code pure}, which ratios and percentages use. */
  record Pure() implements FactUnit {}

  /** A unit with a divisor or of several measures, such as dollars per share. */
  record Compound() implements FactUnit {}
}
