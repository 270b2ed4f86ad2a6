package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * Levels computed from figures in several currencies, each of which is converted first.
 *
 * <p>Worked examples, at 1.2 USD per EUR: 60m USD in the US and 50m EUR in Germany are 60m + 50m x
 * 1.2 = 120m USD. A profit of 10m EUR over a revenue of 60m USD is 10m x 1.2 / 60m = 20 %. A rate
 * is an exact number, so bounds are those of the sum or quotient of the scaled figures.
 */
final class ConvertedOperands {
  private final ReportedLevels reported;
  private final Converter converter;
  private final LevelLookup converted;
  private final RegionSums sums;

  /**
   * The levels in the requested currency.
   *
   * @param converted looks up the converted levels of a ratio's terms
   */
  ConvertedOperands(ReportedLevels reported, Converter converter, LevelLookup converted) {
    this.reported = reported;
    this.converter = converter;
    this.converted = converted;
    this.sums = new RegionSums(reported.breakdowns(), this::levelOf, reported.missing());
  }

  /** The level of a quarter, or why there is none. */
  RowValue level(Subject subject, YearQuarter period, Unit unit) {
    return subject
        .metric()
        .terms()
        .map(terms -> quotient(subject, terms, period, unit))
        .orElseGet(() -> sum(subject, period, unit));
  }

  private RowValue quotient(Subject ratio, RatioTerms terms, YearQuarter period, Unit unit) {
    Optional<Subject> numerator = ratio.of(terms.numerator());
    Optional<Subject> denominator = ratio.of(terms.denominator());
    return numerator.isPresent() && denominator.isPresent()
        ? new RatioTermLevels(converted, terms, period)
            .quotient(numerator.get(), converter.unit(numerator.get()), denominator.get(), unit)
        : reported.missing().missing(ratio, period, unit);
  }

  private RowValue sum(Subject subject, YearQuarter period, Unit unit) {
    RowValue sum = sums.level(subject, period, unit);
    return sum instanceof Missing
        ? subject.region().terms().keySet().stream()
            .map(region -> converted(subject, region, period, unit))
            .filter(Missing.class::isInstance)
            .findFirst()
            .orElse(sum)
        : sum;
  }

  private Optional<KnownFigure> levelOf(
      Subject subject, String region, YearQuarter period, Unit unit) {
    return converted(subject, region, period, unit) instanceof KnownFigure known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** The level published for exactly one region, in whatever currency, converted. */
  private RowValue converted(Subject subject, String region, YearQuarter period, Unit unit) {
    return reported.units(subject, period).stream()
        .flatMap(own -> reported.published().levelOf(subject, region, period, own).stream())
        .findFirst()
        .map(level -> converter.level(level, subject.metric(), period))
        .orElseGet(() -> reported.missing().missing(subject.in(region), period, unit));
  }
}
