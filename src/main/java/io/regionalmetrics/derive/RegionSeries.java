package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * One region's series: its level in each quarter, and the growth, share, index and sum that follow
 * from the levels. All levels are in one unit, so that any two quarters can be compared.
 *
 * <p>Worked examples: Twitter's worldwide revenue, as filed and rounded to the thousand (+-500),
 * was 717,206,000 in 2016-Q4, then 548,251,000, 573,855,000, 589,633,000 and 731,560,000 in the
 * quarters of 2017.
 *
 * <ul>
 *   <li>yoy, if not published: 731,560,000 / 717,206,000 - 1 = 2.0014 %; at least 731,559,500 /
 *       717,206,500 - 1 = 2.0012 %.
 *   <li>qoq: 731,560,000 / 589,633,000 - 1 = 24.0704 %.
 *   <li>ttm: 548,251,000 + 573,855,000 + 589,633,000 + 731,560,000 = 2,443,299,000; four roundings
 *       of 500 each add up to 2,000, so from 2,443,297,000 to 2,443,301,000.
 *   <li>index to 2017-Q1, which is exactly 100: 731,560,000 / 548,251,000 x 100 = 133.4352 in
 *       2017-Q4.
 *   <li>share: Japan's 106m (to the million) of 731,560,000 is 14.4896 %; at least 105,500,000 /
 *       731,560,500 = 14.4212 %, at most 106,500,000 / 731,559,500 = 14.5579 %. A region that is
 *       its own whole has a share of exactly 100 %.
 * </ul>
 */
public final class RegionSeries {
  private static final int QUARTERS_OF_A_YEAR = 4;

  private final Levels levels;
  private final Subject subject;
  private final Collection<YearQuarter> candidates;
  private final Unit unit;
  private final Map<YearQuarter, RowValue> found = new HashMap<>();
  private final Map<GrowthTo, LevelGrowth> growths = new HashMap<>();

  private record GrowthTo(YearQuarter period, Measure measure) {}

  /**
   * The series of a region.
   *
   * @param candidates the quarters of the range that may have a level, oldest first
   * @param unit the unit of all levels
   */
  public RegionSeries(
      Levels levels, Subject subject, Collection<YearQuarter> candidates, Unit unit) {
    this.levels = levels;
    this.subject = subject;
    this.candidates = candidates;
    this.unit = unit;
  }

  /** The metric and region of this series. */
  public Subject subject() {
    return subject;
  }

  /** The same, with the company's regions as they make up the world in a quarter. */
  public Subject subjectIn(YearQuarter period) {
    return levels.at(subject, period);
  }

  /** The unit of all levels. */
  public Unit unit() {
    return unit;
  }

  /** The series of another region in the same quarters and unit. */
  public RegionSeries of(Subject other) {
    return new RegionSeries(levels, other, candidates, unit);
  }

  /** The level of a quarter, or why there is none. */
  public RowValue level(YearQuarter period) {
    return found.computeIfAbsent(period, quarter -> levels.level(subject, quarter, unit));
  }

  /** A quarter's level as an operand of another figure. */
  private KnownFigure.Operand operand(YearQuarter period, KnownFigure known) {
    return Operands.of(subject, period, known);
  }

  /** How the level has grown from the quarter or year before, as {@code measure} says. */
  public LevelGrowth grown(YearQuarter period, Measure measure) {
    return growths.computeIfAbsent(
        new GrowthTo(period, measure),
        growth ->
            new LevelGrowth(
                level(period),
                level(period.minusQuarters(measure.quarters())),
                levels.growth(subject, period, measure, unit)));
  }

  /** The growth in percent: the published one if there is one, otherwise computed. */
  public RowValue growth(YearQuarter period, Measure measure) {
    RowField field = measure == Measure.YOY ? RowField.YOY : RowField.QOQ;
    return LevelGrowth.convertedFrom(
        field.inReportingCurrency(), growth(grown(period, measure), period, measure));
  }

  /**
   * The growth in percent in the currency that the company reports in; empty if the series is in
   * that currency or the exchange rate hasn't changed.
   */
  public Optional<RowValue> growthInReportingCurrency(YearQuarter period, Measure measure) {
    return grown(period, measure).inReportingCurrency().map(own -> growth(own, period, measure));
  }

  private RowValue growth(LevelGrowth grown, YearQuarter period, Measure measure) {
    List<KnownFigure.Operand> operands =
        grown.base() instanceof KnownFigure base
            ? List.of(operand(period.minusQuarters(measure.quarters()), base))
            : List.of();
    return grown.growth(List.of(RowField.VALUE), operands);
  }

  /** The level in percent of a whole's level. */
  public RowValue share(YearQuarter period, RegionSeries whole) {
    List<KnownFigure.Operand> operands =
        whole.level(period) instanceof KnownFigure known
            ? List.of(whole.operand(period, known))
            : List.of();
    return ShareOfWhole.percent(
        level(period), whole.level(period), subject, List.of(RowField.VALUE), operands);
  }

  /** The quarter whose index is 100: the first one with a known level above zero. */
  public Optional<YearQuarter> indexBase() {
    return candidates.stream()
        .filter(period -> level(period) instanceof KnownFigure known && known.value().signum() > 0)
        .findFirst();
  }

  /** How the level has grown since the index base; empty for the index base itself. */
  public Optional<LevelGrowth> sinceIndexBase(YearQuarter period) {
    return indexBase()
        .filter(base -> !base.equals(period))
        .map(base -> new LevelGrowth(level(period), level(base), Optional.empty()));
  }

  /** The level relative to the {@link #indexBase}, which is 100. */
  public RowValue index(YearQuarter period) {
    if (!(level(period) instanceof KnownFigure value)) {
      return level(period);
    }
    return indexBase()
        .<RowValue>map(base -> index(period, value, base))
        .orElseGet(RegionSeries::noIndexBase);
  }

  private RowValue index(YearQuarter period, KnownFigure value, YearQuarter basePeriod) {
    KnownFigure base = (KnownFigure) level(basePeriod);
    // The base is not divided by itself, because its rounding may allow zero.
    Formula index =
        period.equals(basePeriod)
            ? Formula.ONE.times(100)
            : value.formula().dividedBy(base.formula()).times(100);
    return computed(index, Unit.ONE, List.of(operand(basePeriod, base)));
  }

  private static Missing noIndexBase() {
    return new Missing(
        MissingReason.BASE_NOT_POSITIVE,
        "No quarter of the range has a level above zero to set to 100.");
  }

  /**
   * Trailing twelve months: the sum of the levels of a quarter and the three before it; missing if
   * one of them is.
   */
  public RowValue ttm(YearQuarter period) {
    Formula sum = Formula.ZERO;
    List<KnownFigure.Operand> operands = new ArrayList<>();
    for (int back = QUARTERS_OF_A_YEAR - 1; back >= 0; back--) {
      YearQuarter quarter = period.minusQuarters(back);
      if (!(level(quarter) instanceof KnownFigure known)) {
        return notSummed(quarter, (Missing) level(quarter));
      }
      sum = sum.plus(known.formula());
      if (back > 0) {
        operands.add(operand(quarter, known));
      }
    }
    return computed(sum, unit, operands);
  }

  private static Missing notSummed(YearQuarter quarter, Missing missing) {
    return new Missing(
        missing.reason(),
        "Four quarters are summed, and %s is missing: %s".formatted(quarter, missing.message()));
  }

  private static RowValue computed(Formula formula, Unit unit, List<KnownFigure.Operand> operands) {
    return KnownFigure.computed(formula, unit, Origin.DERIVED, List.of(RowField.VALUE), operands)
        .orElseThrow();
  }

  /** The first of some quarters whose level is known. */
  public Optional<YearQuarter> firstKnown(Collection<YearQuarter> periods) {
    return periods.stream().filter(period -> level(period) instanceof KnownFigure).findFirst();
  }
}
