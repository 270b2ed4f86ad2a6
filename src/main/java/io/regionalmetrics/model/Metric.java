package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is counted.
 *
 * @param id {@code [a-z0-9-]+}
 * @param name in words, for people
 * @param kind how it adds
 * @param dimension what its unit is of
 * @param unit what a figure is in where its source doesn't say
 * @param terms of a ratio; nothing for any other kind where it may be computed from nothing else
 * @param mayBeNegative whether a figure may be below zero
 * @param definition what the company counts, in its own words
 * @param named the day on which the source of the name was published: a newer one may change it
 */
public record Metric(
    String id,
    String name,
    MetricKind kind,
    Dimension dimension,
    Unit unit,
    Optional<RatioTerms> terms,
    boolean mayBeNegative,
    Optional<String> definition,
    LocalDate named) {

  /**
   * Whether it says the same as another in all that a newer source may not change: all but the
   * words.
   */
  public boolean agreesWith(Metric other) {
    return kind == other.kind
        && dimension == other.dimension
        && unit.equals(other.unit)
        && terms.equals(other.terms)
        && mayBeNegative == other.mayBeNegative;
  }

  /** The same, as what may be below zero: differences of its figures may. */
  public Metric withNegative() {
    return new Metric(id, name, kind, dimension, unit, terms, true, definition, named);
  }

  /** The currency that a unit of this metric is in, if it is of money: EUR of {@code EUR/user}. */
  public Optional<String> currency(Unit unitOfThis) {
    return dimension == Dimension.MONEY ? Optional.of(unitOfThis.currency()) : Optional.empty();
  }

  /** The unit of this metric in a currency: {@code EUR/user} of revenue per user in EUR. */
  public Unit unitIn(String currency) {
    return dimension == Dimension.MONEY ? unit.in(currency) : unit;
  }
}
