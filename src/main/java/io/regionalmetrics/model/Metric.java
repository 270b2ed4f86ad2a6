package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What figures measure, such as revenue or monthly active users.
 *
 * @param id {@code [a-z0-9-]+}, such as {@code revenue-per-user}
 * @param name for people, such as {@code Revenue per user}
 * @param kind how its figures add up
 * @param dimension money, a count, or another number
 * @param unit the unit of a figure whose source names none
 * @param terms the numerator and denominator of a ratio, if they are metrics too; empty for others
 * @param mayBeNegative whether a figure may be below zero
 * @param definition what the company counts, in the company's own words
 * @param named the publication day of the source of the name; a newer source may change the name
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
   * Whether another definition agrees in all that a newer source must not change: everything except
   * the id, the name and the company's own words.
   */
  public boolean agreesWith(Metric other) {
    return kind == other.kind
        && dimension == other.dimension
        && unit.equals(other.unit)
        && terms.equals(other.terms)
        && mayBeNegative == other.mayBeNegative;
  }

  /** A copy that may be negative, as the differences of its figures may be. */
  public Metric withNegative() {
    return new Metric(id, name, kind, dimension, unit, terms, true, definition, named);
  }

  /** The currency of one of this metric's units, EUR for {@code EUR/user}; empty unless money. */
  public Optional<String> currency(Unit metricUnit) {
    return dimension == Dimension.MONEY ? Optional.of(metricUnit.currency()) : Optional.empty();
  }

  /** This metric's unit in another currency, {@code EUR/user} for EUR; unchanged unless money. */
  public Unit unitIn(String currency) {
    return dimension == Dimension.MONEY ? unit.in(currency) : unit;
  }
}
