package io.regionalmetrics.answer;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What a row is about: a company's metric in a region.
 *
 * @param vocabulary the company's words
 * @param asked the region as it was asked
 * @param region the same, with every code a region's id
 */
public record Subject(Vocabulary vocabulary, Metric metric, String asked, RegionExpression region) {

  /** The company's id. */
  public String company() {
    return vocabulary.id();
  }

  /** How the company's regions are made of each other. */
  public RegionAlgebra algebra() {
    return vocabulary.algebra();
  }

  /** Another metric of the same company in the same region. */
  public Optional<Subject> of(String metricId) {
    return vocabulary.metric(metricId).map(other -> new Subject(vocabulary, other, asked, region));
  }

  /** A ratio's numerator in the same region, if it has one. */
  public Optional<Subject> numerator() {
    return metric.terms().flatMap(terms -> of(terms.numerator()));
  }

  /** A ratio's denominator in the same region, if it has one. */
  public Optional<Subject> denominator() {
    return metric.terms().flatMap(terms -> of(terms.denominator()));
  }

  /** The same metric of the same company in a region. */
  public Subject in(String id) {
    return in(RegionExpression.of(id));
  }

  /** The same metric of the same company in another region. */
  public Subject in(RegionExpression other) {
    return new Subject(vocabulary, metric, other.toString(), other);
  }

  /** The single regions that are the same by definition, the one asked first. */
  public List<String> equivalents() {
    return algebra().regions(region);
  }

  /** The same, of a metric that may be below zero: of a difference. */
  public Subject mayBeNegative() {
    return new Subject(vocabulary, metric.withNegative(), asked, region);
  }

  /** All regions whose figures bear on this one's: those of every expression that is the same. */
  public Stream<String> bearing() {
    return algebra().equivalents(region).stream()
        .flatMap(expression -> expression.terms().keySet().stream())
        .distinct();
  }

  /** The quarters that have to be read to divide a ratio anew. */
  public Stream<QuarterKey> readsOfTerms(YearQuarter period) {
    return metric.terms().stream().flatMap(terms -> reads(terms, period));
  }

  /** The quarters that have to be read to know the level of one: those of a ratio's terms too. */
  public Stream<QuarterKey> reads(YearQuarter period) {
    Stream<QuarterKey> own = Stream.of(key(period));
    return metric.terms().isEmpty() ? own : Stream.concat(own, readsOfTerms(period));
  }

  private Stream<QuarterKey> reads(RatioTerms terms, YearQuarter period) {
    Stream<QuarterKey> opening =
        terms.average() ? denominator(terms, period.minusQuarters(1)) : Stream.empty();
    return Stream.of(
            of(terms.numerator()).stream().flatMap(numerator -> numerator.reads(period)),
            denominator(terms, period),
            opening)
        .flatMap(keys -> keys);
  }

  private Stream<QuarterKey> denominator(RatioTerms terms, YearQuarter period) {
    return of(terms.denominator()).stream().flatMap(denominator -> denominator.reads(period));
  }

  /** The key of one of its quarters. */
  public QuarterKey key(YearQuarter period) {
    return new QuarterKey(company(), metric.id(), period);
  }
}
