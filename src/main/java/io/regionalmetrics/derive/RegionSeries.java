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
 * One region's series: its level in each quarter, and what follows from the levels. All of it is in
 * one unit, so that any quarter can be held against any other.
 *
 * <p>Worked examples, of Twitter's revenue worldwide as filed, to the thousand (+-500): 548,251,000
 * in 2017-Q1, then 573,855,000, 589,633,000 and 731,560,000; 717,206,000 in 2016-Q4.
 *
 * <ul>
 *   <li>yoy, where it wasn't published: 731,560,000 / 717,206,000 - 1 = 2.0014 %; at least
 *       731,559,500 / 717,206,500 - 1 = 2.0012 %.
 *   <li>qoq: 731,560,000 / 589,633,000 - 1 = 24.0704 %.
 *   <li>ttm: 548,251,000 + 573,855,000 + 589,633,000 + 731,560,000 = 2,443,299,000; the sum of four
 *       roundings of 500 is 2,000, so from 2,443,297,000 to 2,443,301,000.
 *   <li>index, from 2017-Q1 on: 100 there, whatever was rounded; 731,560,000 / 548,251,000 x 100 =
 *       133.4352 in 2017-Q4.
 *   <li>share: Japan's 106m (to the million) of 731,560,000 is 14.4896 %; at least 105,500,000 /
 *       731,560,500 = 14.4212 %, at most 106,500,000 / 731,559,500 = 14.5579 %. A part that is its
 *       own whole is one number over itself: 100 %, exactly.
 * </ul>
 */
public final class RegionSeries {
  private static final int YEAR = 4;

  private final Levels levels;
  private final Subject subject;
  private final Collection<YearQuarter> candidates;
  private final Unit unit;
  private final Map<YearQuarter, RowValue> memory = new HashMap<>();
  private final Map<GrowthTo, LevelGrowth> growths = new HashMap<>();

  private record GrowthTo(YearQuarter period, Measure measure) {}

  /**
   * A line.
   *
   * @param candidates the quarters of the range in which there may be a level, in their order
   */
  public RegionSeries(
      Levels levels, Subject subject, Collection<YearQuarter> candidates, Unit unit) {
    this.levels = levels;
    this.subject = subject;
    this.candidates = candidates;
    this.unit = unit;
  }

  public Subject subject() {
    return subject;
  }

  /** The unit that all of it is in. */
  public Unit unit() {
    return unit;
  }

  /** Another region's line in this one's unit. */
  public RegionSeries of(Subject other) {
    return new RegionSeries(levels, other, candidates, unit);
  }

  /** The level of a quarter, or why there is none. */
  public RowValue level(YearQuarter period) {
    return memory.computeIfAbsent(period, this::look);
  }

  private RowValue look(YearQuarter period) {
    RowValue level = levels.level(subject, period, unit);
    boolean elsewhere =
        level instanceof Missing missing
            && missing.reason() != MissingReason.NO_RATES
            && levels.units(subject, period).size() > 1
            && levels.isKnown(subject, period);
    return elsewhere ? otherUnit(period) : level;
  }

  private Missing otherUnit(YearQuarter period) {
    return new Missing(
        MissingReason.OTHER_UNIT,
        "%s of %s, %s, %s: published, but not in %s, the unit of this series."
            .formatted(subject.metric().id(), subject.company(), subject.asked(), period, unit));
  }

  /** The quarter as something that another figure is computed from. */
  private KnownFigure.Operand operand(YearQuarter period, KnownFigure known) {
    return new KnownFigure.Operand(
        subject.company(), subject.metric().id(), subject.asked(), period, known);
  }

  /** How the level has grown from that of the quarter, or the year, before. */
  public LevelGrowth grown(YearQuarter period, Measure measure) {
    return growths.computeIfAbsent(
        new GrowthTo(period, measure),
        growth ->
            new LevelGrowth(
                level(period),
                level(period.minusQuarters(measure.quarters())),
                levels.growth(subject, period, measure, unit)));
  }

  /** The growth in percent, as published where it was. */
  public RowValue growth(YearQuarter period, Measure measure) {
    return LevelGrowth.follows(
        growth(grown(period, measure), period, measure),
        (measure == Measure.YOY ? RowField.YOY : RowField.QOQ).inReportingCurrency());
  }

  /**
   * The same in the currency that the company reports in, where the series is in another and the
   * exchange rate has changed.
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

  /** The level in percent of a whole's. */
  public RowValue share(YearQuarter period, RegionSeries whole) {
    List<KnownFigure.Operand> operands =
        whole.level(period) instanceof KnownFigure known
            ? List.of(whole.operand(period, known))
            : List.of();
    return ShareOfWhole.percent(
        level(period), whole.level(period), subject, List.of(RowField.VALUE), operands);
  }

  /**
   * The quarter that the index is to: the first of the range whose level is known and above zero.
   */
  public Optional<YearQuarter> indexBase() {
    return candidates.stream()
        .filter(period -> level(period) instanceof KnownFigure k && k.value().signum() > 0)
        .findFirst();
  }

  /** How the level has grown since the quarter that the index is to, in any other one. */
  public Optional<LevelGrowth> sinceIndexBase(YearQuarter period) {
    return indexBase()
        .filter(base -> !base.equals(period))
        .map(base -> new LevelGrowth(level(period), level(base), Optional.empty()));
  }

  /** The level where that of the first quarter is 100. */
  public RowValue index(YearQuarter period) {
    if (!(level(period) instanceof KnownFigure value)) {
      return level(period);
    }
    Optional<YearQuarter> to = indexBase();
    if (to.isEmpty()) {
      return new Missing(
          MissingReason.BASE_NOT_POSITIVE,
          "No quarter of the range has a level above zero to set to 100.");
    }
    KnownFigure base = (KnownFigure) level(to.get());
    // The base is 100 whatever its rounding, even where that allows zero, by which nothing divides.
    Formula index =
        period.equals(to.get())
            ? Formula.ONE.times(100)
            : value.formula().dividedBy(base.formula()).times(100);
    return computed(index, Unit.ONE, List.of(operand(to.get(), base)));
  }

  /** The sum of the levels of four quarters, this the last; missing where any of them is. */
  public RowValue ttm(YearQuarter period) {
    Formula sum = Formula.ZERO;
    List<KnownFigure.Operand> operands = new ArrayList<>();
    for (YearQuarter one = period.minusQuarters(YEAR - 1L);
        !one.isAfter(period);
        one = one.plusQuarters(1)) {
      switch (level(one)) {
        case KnownFigure known -> {
          sum = sum.plus(known.formula());
          if (one.isBefore(period)) {
            operands.add(operand(one, known));
          }
        }
        case Missing missing -> {
          return new Missing(
              missing.reason(),
              "Four quarters are summed, and %s is missing: %s".formatted(one, missing.message()));
        }
        default -> throw new IllegalStateException("a level is a figure, or missing");
      }
    }
    return computed(sum, unit, operands);
  }

  private static RowValue computed(Formula formula, Unit unit, List<KnownFigure.Operand> operands) {
    return KnownFigure.computed(formula, unit, Origin.DERIVED, List.of(RowField.VALUE), operands)
        .orElseThrow();
  }

  /** The first quarter of some whose level is known. */
  public Optional<YearQuarter> firstKnown(Collection<YearQuarter> periods) {
    return periods.stream().filter(period -> level(period) instanceof KnownFigure).findFirst();
  }
}
