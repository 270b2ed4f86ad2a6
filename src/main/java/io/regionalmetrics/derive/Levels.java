package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * The levels and growths that answer a question: as the company reports them ({@link
 * ReportedLevels} says which figure answers), or converted to the requested currency.
 */
public final class Levels {
  private final ReportedLevels reported;
  private final PublishedFigures published;
  private final Optional<Converter> converter;
  private final Quarters quarters;

  /** The levels in the quarters that were read. */
  public Levels(Quarters quarters) {
    this.quarters = quarters;
    this.reported = new ReportedLevels(quarters);
    this.published = reported.published();
    this.converter = quarters.converter();
  }

  /** The wholes of two levels that were restated without these. */
  public List<WholeRestatement> restatedWholes(LevelGrowth growth) {
    return WholeRestatement.between(quarters, growth);
  }

  /** The levels in other quarters. */
  Levels in(Quarters view) {
    return view == quarters ? this : new Levels(view);
  }

  /**
   * The result of a comparison whose figures are of one book: they were restated together or not at
   * all ({@link OneBook}).
   *
   * @param comparison compares levels
   * @param figures the values that a result compares
   */
  public <T> T inOneBook(
      Function<Levels, T> comparison, Function<T, ? extends Collection<RowValue>> figures) {
    return OneBook.of(
        quarters,
        view -> comparison.apply(in(view)),
        result -> OneBook.vintages(figures.apply(result)));
  }

  /** A subject with its company's regions as they make up the world in a quarter. */
  public Subject at(Subject subject, YearQuarter period) {
    return breakdowns().at(subject, period);
  }

  /** How wholes divide in the quarters that were read. */
  public QuarterBreakdowns breakdowns() {
    return reported.breakdowns();
  }

  /** The parts of wholes in a quarter. */
  public PartsInQuarter parts(YearQuarter period) {
    return new PartsInQuarter(quarters, breakdowns(), period);
  }

  /** The unit to compare some quarters in: the requested currency for money, if there is one. */
  public Unit unit(Subject subject, YearQuarter... periods) {
    return converter
        .filter(to -> Exchange.converts(subject.metric()))
        .map(to -> to.unit(subject.metric()))
        .orElseGet(() -> ownUnit(subject, periods));
  }

  /**
   * The company's unit to compare some quarters in: the first unit in which the first quarter has a
   * level, otherwise the first in which the second has one, and so on. The metric's own unit is
   * tried first, and is the default.
   */
  public Unit ownUnit(Subject subject, YearQuarter... periods) {
    return reported.unit(subject, periods);
  }

  /** Whether a quarter has a level in any unit, or figures in several units that give one. */
  boolean isKnown(Subject subject, YearQuarter period) {
    return reported.isKnown(subject, period);
  }

  /** All units of the figures that a level may follow from; the metric's own unit comes first. */
  public List<Unit> units(Subject subject, YearQuarter... periods) {
    return reported.units(subject, periods);
  }

  /** The level of a quarter, or why there is none; converted if {@code unit} was requested. */
  public RowValue level(Subject subject, YearQuarter period, Unit unit) {
    RowValue level =
        converter
            .filter(to -> to.converts(subject.metric(), unit))
            .map(to -> converted(subject, period, unit, to))
            .orElseGet(() -> reported.level(subject, period, unit));
    return level instanceof Missing missing && mixesUnits(subject, period, missing)
        ? convertedOperands(subject, period, unit, missing)
        : level;
  }

  /** Whether a level may be missing only because its operands are in several units. */
  private boolean mixesUnits(Subject subject, YearQuarter period, Missing missing) {
    return missing.reason() == MissingReason.UNIT_DIFFERS
        || (missing.reason() == MissingReason.NO_OBSERVATION && units(subject, period).size() > 1);
  }

  private RowValue convertedOperands(
      Subject subject, YearQuarter period, Unit unit, Missing missing) {
    return inOneBook(
        levels -> levels.newestConvertedOperands(subject, period, unit, missing), List::of);
  }

  private RowValue newestConvertedOperands(
      Subject subject, YearQuarter period, Unit unit, Missing missing) {
    return converter
        .filter(to -> unit.equals(to.unit(subject)))
        .map(to -> new ConvertedOperands(reported, to, this::level).level(subject, period, unit))
        .orElse(missing);
  }

  /**
   * The company's figure, converted. If that figure is implied or computed, a level published in
   * the requested currency answers instead.
   */
  private RowValue converted(Subject subject, YearQuarter period, Unit unit, Converter to) {
    RowValue own =
        reported.level(subject, period, reported.unitOrThatOfLinkedQuarters(subject, period));
    if (!(own instanceof KnownFigure known)) {
      return own;
    }
    Optional<KnownFigure> inRequestedUnit =
        known.figure().origin() == Origin.REPORTED
            ? Optional.empty()
            : published.level(subject, period, unit);
    return inRequestedUnit.isPresent()
        ? inRequestedUnit.get()
        : to.level(known, subject.metric(), period);
  }

  /**
   * How the level of one quarter has grown from that of another. Levels and growth are of one book
   * ({@link OneBook}).
   */
  public LevelGrowth grown(Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    return grown(subject, period, base, unit, newestGrown(subject, period, base, unit));
  }

  /**
   * Like {@link #grown(Subject, YearQuarter, YearQuarter, Unit)}.
   *
   * @param newest the growth between the newest levels, which answers unless one was restated
   */
  LevelGrowth grown(
      Subject subject, YearQuarter period, YearQuarter base, Unit unit, LevelGrowth newest) {
    return new GrowthInOneBook(quarters, view -> in(view).newestGrown(subject, period, base, unit))
        .of(newest);
  }

  private LevelGrowth newestGrown(
      Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    return new LevelGrowth(
        level(subject, period, unit),
        level(subject, base, unit),
        publishedGrowth(subject, period, base, unit));
  }

  /** The published growth between two quarters; empty unless they are a year or a quarter apart. */
  public Optional<KnownFigure> publishedGrowth(
      Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    return Measure.over(base.until(period, IsoFields.QUARTER_YEARS))
        .flatMap(measure -> growth(subject, period, measure, unit));
  }

  /**
   * The growth published for a quarter, in percent. If {@code unit} is the requested currency, the
   * growth is converted to it.
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
   * The growth in percent computed from the levels of two quarters, which are its operands. Neither
   * level is implied by a growth. The levels are those known when a growth was published.
   *
   * @param published the growth published between the two quarters
   */
  public RowValue growthOfLevels(
      Subject subject, YearQuarter period, YearQuarter base, Unit unit, KnownFigure published) {
    return in(GrowthInOneBook.whenPublished(quarters, published))
        .growthOfLevels(subject, period, base, unit);
  }

  private RowValue growthOfLevels(
      Subject subject, YearQuarter period, YearQuarter base, Unit unit) {
    RowValue value = reported.levelWithoutGrowth(subject, period, unit);
    RowValue before = reported.levelWithoutGrowth(subject, base, unit);
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(subject, period, value, operands);
    Operands.add(subject, base, before, operands);
    return new LevelGrowth(value, before, Optional.empty()).growth(List.of(), operands);
  }

  /**
   * The sum of published levels of some regions, or why the first of them is missing. If the levels
   * contradict each other, the sum may be below zero; a check then reports it.
   */
  public RowValue sum(Subject subject, RegionExpression regions, YearQuarter period, Unit unit) {
    return reported.sums().sumOf(subject, regions, period, unit);
  }

  /** Whether a level was published for exactly this region. */
  public boolean isPublished(Subject subject, String region, YearQuarter period, Unit unit) {
    return published.levelOf(subject, region, period, unit).isPresent();
  }

  /** The published level or growth of a region, or of one that is the same by definition. */
  public Optional<KnownFigure> reported(
      Subject subject, YearQuarter period, Measure measure, Unit unit) {
    return published.figure(subject, period, measure, unit);
  }

  /** A ratio computed from its terms as the company reports them. */
  public RowValue quotient(Subject subject, RatioTerms terms, YearQuarter period, Unit unit) {
    return reported.quotient(subject, terms, period, unit);
  }

  /**
   * The level that a ratio's numerator is divided by: the denominator at the quarter's end, or its
   * average with the level one quarter before.
   */
  public RowValue denominator(
      Subject denominator, RatioTerms terms, YearQuarter period, Unit numeratorUnit) {
    return new RatioTermLevels(this::level, terms, period).denominator(denominator, numeratorUnit);
  }

  /** Orders by level: the largest first, missing ones last. */
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
