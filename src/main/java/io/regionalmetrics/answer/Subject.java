package io.regionalmetrics.answer;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What a row is about: one company's metric in one region.
 *
 * @param vocabulary the company's definitions
 * @param requestedRegion the region as the question writes it
 * @param region the same region, with the id of a region for each code
 */
public record Subject(
    Vocabulary vocabulary, Metric metric, String requestedRegion, RegionExpression region) {

  /** The company's id. */
  public String company() {
    return vocabulary.id();
  }

  /** How the company's regions are defined by each other. */
  public RegionAlgebra algebra() {
    return vocabulary.algebra();
  }

  /** Another metric of the same company in the same region. */
  public Optional<Subject> of(String metricId) {
    return vocabulary
        .metric(metricId)
        .map(other -> new Subject(vocabulary, other, requestedRegion, region));
  }

  /** A ratio's numerator in the same region, if it has one. */
  public Optional<Subject> numerator() {
    return metric.terms().flatMap(terms -> of(terms.numerator()));
  }

  /** A ratio's denominator in the same region, if it has one. */
  public Optional<Subject> denominator() {
    return metric.terms().flatMap(terms -> of(terms.denominator()));
  }

  /** The same metric and region, with other definitions of the same company. */
  public Subject with(Vocabulary other) {
    return new Subject(other, metric, requestedRegion, region);
  }

  /** The same metric of the same company in another region, by its id. */
  public Subject in(String id) {
    return in(RegionExpression.of(id));
  }

  /** The same metric of the same company in another region or expression. */
  public Subject in(RegionExpression other) {
    return new Subject(vocabulary, metric, other.toString(), other);
  }

  /** The single regions that are this one by definition, the requested one first. */
  public List<String> equivalents() {
    return algebra().regions(region);
  }

  /** This subject, with a metric that may be negative, as differences may be. */
  public Subject withNegative() {
    return new Subject(vocabulary, metric.withNegative(), requestedRegion, region);
  }

  /** All regions from which this one's figure can be computed: those of equivalent expressions. */
  public Stream<String> relatedRegions() {
    return algebra().equivalents(region).stream()
        .flatMap(expression -> expression.terms().keySet().stream())
        .distinct();
  }

  /** The quarters to read if a ratio is computed from its numerator and denominator. */
  public Stream<QuarterKey> readsOfTerms(YearQuarter period) {
    List<QuarterKey> keys = new ArrayList<>();
    metric.terms().ifPresent(terms -> addReads(terms, period, keys));
    return keys.stream();
  }

  /** The quarters to read for the level of one quarter; those of a ratio's terms are included. */
  public Stream<QuarterKey> reads(YearQuarter period) {
    List<QuarterKey> keys = new ArrayList<>();
    addReads(period, keys);
    return keys.stream();
  }

  /** Adds what {@link #reads} gives. */
  public void addReads(YearQuarter period, Collection<QuarterKey> keys) {
    keys.add(key(period));
    metric.terms().ifPresent(terms -> addReads(terms, period, keys));
  }

  private void addReads(RatioTerms terms, YearQuarter period, Collection<QuarterKey> keys) {
    of(terms.numerator()).ifPresent(numerator -> numerator.addReads(period, keys));
    Optional<Subject> denominator = of(terms.denominator());
    denominator.ifPresent(one -> one.addReads(period, keys));
    if (terms.average()) {
      denominator.ifPresent(one -> one.addReads(period.minusQuarters(1), keys));
    }
  }

  /** The key of one of its quarters. */
  public QuarterKey key(YearQuarter period) {
    return new QuarterKey(company(), metric.id(), period);
  }
}
