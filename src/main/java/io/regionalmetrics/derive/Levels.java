package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.region.RegionExpression;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * The levels and growths that answer a question, from what was read: as the company reports them
 * ({@link ReportedLevels} says which figure answers), or converted to the currency asked for.
 */
public final class Levels {
  private final ReportedLevels reported;
  private final PublishedFigures published;
  private final Optional<Converter> converter;

  /** The levels in some quarters. */
  public Levels(Quarters quarters) {
    this.reported = new ReportedLevels(quarters);
    this.published = reported.published();
    this.converter = quarters.converter();
  }

  /** The unit that some quarters are compared in: money in the currency asked for. */
  public Unit unit(Subject subject, YearQuarter... periods) {
    return converter
        .filter(to -> Exchange.converts(subject.metric()))
        .map(to -> to.unit(subject.metric()))
        .orElseGet(() -> ownUnit(subject, periods));
  }

  /**
   * The unit that some quarters are published in: the first in which the first quarter is known,
   * then the second; the metric's own before others that the company reports in.
   */
  public Unit ownUnit(Subject subject, YearQuarter... periods) {
    return reported.unit(subject, periods);
  }

  /** Whether there is a level in any unit. */
  boolean isKnown(Subject subject, YearQuarter period) {
    return reported.isKnown(subject, period);
  }

  /** All units in which anything that bears on a level was published, the metric's own first. */
  public List<Unit> units(Subject subject, YearQuarter... periods) {
    return reported.units(subject, periods);
  }

  /** The level of a quarter, or why there is none; converted if its unit is the one asked for. */
  public RowValue level(Subject subject, YearQuarter period, Unit unit) {
    return converter
        .filter(to -> to.converts(subject.metric(), unit))
        .map(to -> converted(subject, period, unit, to))
        .orElseGet(() -> reported.level(subject, period, unit));
  }

  /**
   * The company's own figure, converted. A level published in the unit asked for comes before one
   * that must be implied or computed first.
   */
  private RowValue converted(Subject subject, YearQuarter period, Unit unit, Converter to) {
    RowValue own =
        reported.level(subject, period, reported.unitOrThatOfLinkedQuarters(subject, period));
    if (!(own instanceof KnownFigure known)) {
      return own;
    }
    Optional<KnownFigure> inAskedUnit =
        known.figure().origin() == Origin.REPORTED
            ? Optional.empty()
            : published.level(subject, period, unit);
    return inAskedUnit.isPresent() ? inAskedUnit.get() : to.level(known, subject.metric(), period);
  }

  /** How the level of one quarter has grown from that of another. */
  public LevelGrowth grown(Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    return new LevelGrowth(
        level(subject, period, unit),
        level(subject, base, unit),
        publishedGrowth(subject, period, base, unit));
  }

  /** The growth that was published between two quarters: on the year or the quarter before. */
  public Optional<KnownFigure> publishedGrowth(
      Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    return Measure.over(base.until(period, IsoFields.QUARTER_YEARS))
        .flatMap(measure -> growth(subject, period, measure, unit));
  }

  /**
   * The growth that was published for a quarter. It is in the currency that the company reports in;
   * if another is asked for, it is converted.
   */
  public Optional<KnownFigure> growth(
      Subject subject, YearQuarter period, Measure measure, Unit unit) {
    return converter
        .filter(to -> to.converts(subject.metric(), unit))
        .map(to -> convertedGrowth(subject, period, measure, to))
        .orElseGet(() -> published.figure(subject, period, measure, unit));
  }

  private Optional<KnownFigure> convertedGrowth(
      Subject subject, YearQuarter period, Measure measure, Converter to) {
    YearQuarter base = period.minusQuarters(measure.quarters());
    return Stream.concat(
            Stream.of(reported.unitOrThatOfLinkedQuarters(subject, period)),
            units(subject, period).stream())
        .flatMap(unit -> published.figure(subject, period, measure, unit).stream())
        .findFirst()
        .flatMap(growth -> to.growth(growth, subject.metric(), period, base));
  }

  /**
   * The growth that the levels of two quarters give, with both as its operands; no level is implied
   * by a growth.
   */
  public RowValue growthOfLevels(Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    RowValue value = reported.levelWithoutGrowth(subject, period, unit);
    RowValue before = reported.levelWithoutGrowth(subject, base, unit);
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(subject, period, value, operands);
    Operands.add(subject, base, before, operands);
    return new LevelGrowth(value, before, Optional.empty()).growth(List.of(), operands);
  }

  /**
   * What published levels of some regions add up to, or why the first of them is missing. Where the
   * levels contradict each other the sum is below zero, so that a comparison shows it.
   */
  public RowValue sum(Subject subject, RegionExpression regions, YearQuarter period, Unit unit) {
    return reported.sums().sumOf(subject, regions, period, unit);
  }

  /** Whether a level was published for a region under its own code. */
  public boolean isPublished(Subject subject, String region, YearQuarter period, Unit unit) {
    return published.levelOf(subject, region, period, unit).isPresent();
  }

  /** What was published, for the region itself or one that is the same by definition. */
  public Optional<KnownFigure> reported(
      Subject subject, YearQuarter period, Measure measure, Unit unit) {
    return published.figure(subject, period, measure, unit);
  }

  /** A ratio divided anew, from its terms as the company reports them. */
  public RowValue quotient(Subject subject, RatioTerms terms, YearQuarter period, Unit unit) {
    return reported.quotient(subject, terms, period, unit);
  }

  /** A ratio's divisor: the level at the quarter's end, or the average of opening and closing. */
  public RowValue denominator(
      Subject denominator, RatioTerms terms, YearQuarter period, Unit numeratorUnit) {
    return new RatioTermLevels(this::level, terms, period).denominator(denominator, numeratorUnit);
  }

  /** Orders by level, the largest first, what is missing last. */
  public static <T> Comparator<T> largestFirst(Function<T, RowValue> value) {
    return Comparator.comparing(
        one ->
            value.apply(one) instanceof KnownFigure known
                ? Optional.of(known.value())
                : Optional.empty(),
        (Optional<BigFraction> a, Optional<BigFraction> b) ->
            a.isPresent() && b.isPresent()
                ? b.get().compareTo(a.get())
                : Boolean.compare(b.isPresent(), a.isPresent()));
  }
}
