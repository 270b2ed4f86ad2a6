package io.regionalmetrics.feed.filing;

/** What a fact is in. */
sealed interface Unit {
  /** Money, by its ISO 4217 code. */
  record Money(String currency) implements Unit {}

  /** A number of things, by the unit's own word: {@code membership}, {@code shares}. */
  record Things(String word) implements Unit {}

  /** A plain number: XBRL's {@code pure}, which percents are in too. */
  record Pure() implements Unit {}

  /** Anything with a divisor or several measures, such as money a share. */
  record Compound() implements Unit {}
}
