package io.regionalmetrics.xbrl;

/** What a fact is in. */
public sealed interface FactUnit {
  /** Money, by its ISO 4217 code. */
  record Money(String currency) implements FactUnit {}

  /** A number of things, by the unit's own word: {@code membership}, {@code shares}. */
  record Things(String word) implements FactUnit {}

  /** A plain number: XBRL's {@code pure}, which percents are in too. */
  record Pure() implements FactUnit {}

  /** Anything with a divisor or several measures, such as money a share. */
  record Compound() implements FactUnit {}
}
