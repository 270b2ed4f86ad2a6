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
import java.util.function.Function;
import java.util.stream.IntStream;
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

  /** How the level has grown from the quarter or year before, as {@code measure} says. */
  public LevelGrowth grown(YearQuarter period, Measure measure) {
    return growths.computeIfAbsent(
        new GrowthTo(period, measure),
        growth -> inOneBook(period, period.minusQuarters(measure.quarters()), measure));
  }

  private LevelGrowth inOneBook(YearQuarter period, YearQuarter base, Measure measure) {
    LevelGrowth newest =
        new LevelGrowth(level(period), level(base), levels.growth(subject, period, measure, unit));
    return levels.grown(subject, period, base, unit, newest);
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
    List<KnownFigure.Operand> operands = operandUnlessInRow(period, grown.value());
    Operands.add(subject, period.minusQuarters(measure.quarters()), grown.base(), operands);
    return grown.growth(rowField(period, grown.value()), operands);
  }

  /** The field of the row that has a level: none if another book's level is compared. */
  private List<RowField> rowField(YearQuarter period, RowValue level) {
    return isInRow(period, level) ? List.of(RowField.VALUE) : List.of();
  }

  private List<KnownFigure.Operand> operandUnlessInRow(YearQuarter period, RowValue level) {
    List<KnownFigure.Operand> operands = new ArrayList<>();
    if (!isInRow(period, level)) {
      Operands.add(subject, period, level, operands);
    }
    return operands;
  }

  private boolean isInRow(YearQuarter period, RowValue level) {
    return formula(level).equals(formula(level(period)))
        || formula(level).equals(formula(unconverted(level(period))));
  }

  private static Optional<Formula> formula(RowValue level) {
    return level instanceof KnownFigure known ? Optional.of(known.formula()) : Optional.empty();
  }

  private static RowValue unconverted(RowValue level) {
    return level instanceof KnownFigure known ? known.unconverted() : level;
  }

  /** The level in percent of a whole's level. */
  public RowValue share(YearQuarter period, RegionSeries whole) {
    List<RowValue> compared =
        inOneBook(
            List.of(level(period), whole.level(period)),
            view ->
                List.of(
                    view.level(subject, period, unit), view.level(whole.subject, period, unit)));
    RowValue value = compared.getFirst();
    List<KnownFigure.Operand> operands = operandUnlessInRow(period, value);
    Operands.add(whole.subject, period, compared.getLast(), operands);
    return ShareOfWhole.percent(
        value, compared.getLast(), subject, rowField(period, value), operands);
  }

  /** Levels that are of one book: the newest ones, unless one of them was restated. */
  private List<RowValue> inOneBook(List<RowValue> newest, Function<Levels, List<RowValue>> in) {
    return OneBook.isAnyRestated(OneBook.vintages(newest))
        ? levels.inOneBook(in, values -> values)
        : newest;
  }

  /** The levels of some quarters to compare: they were restated together or not at all. */
  public List<RowValue> inOneBook(List<YearQuarter> quarters) {
    return inOneBook(
        quarters.stream().map(this::level).toList(),
        view -> quarters.stream().map(quarter -> view.level(subject, quarter, unit)).toList());
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
        .map(base -> inOneBook(List.of(period, base)))
        .map(both -> new LevelGrowth(both.getFirst(), both.getLast(), Optional.empty()));
  }

  /** The level relative to the {@link #indexBase}, which is 100. */
  public RowValue index(YearQuarter period) {
    if (!(level(period) instanceof KnownFigure value)) {
      return level(period);
    }
    return indexBase()
        .map(base -> period.equals(base) ? indexOfBase(period, value) : index(period, base))
        .orElseGet(RegionSeries::noIndexBase);
  }

  /** The base is not divided by itself, because its rounding may allow zero. */
  private RowValue indexOfBase(YearQuarter period, KnownFigure value) {
    return computed(
        Formula.ONE.times(100),
        Unit.ONE,
        List.of(RowField.VALUE),
        List.of(Operands.of(subject, period, value)));
  }

  private RowValue index(YearQuarter period, YearQuarter basePeriod) {
    List<RowValue> both = inOneBook(List.of(period, basePeriod));
    return both.getFirst() instanceof KnownFigure value
            && both.getLast() instanceof KnownFigure base
        ? index(period, value, basePeriod, base)
        : both.stream().filter(Missing.class::isInstance).findFirst().orElseThrow();
  }

  private RowValue index(
      YearQuarter period, KnownFigure value, YearQuarter basePeriod, KnownFigure base) {
    if (base.value().signum() <= 0) {
      return LevelGrowth.baseNotPositive(base);
    }
    Optional<Missing> apart = ConceptDifference.between(value, base);
    if (apart.isPresent()) {
      return apart.get();
    }
    List<KnownFigure.Operand> operands = operandUnlessInRow(period, value);
    operands.add(Operands.of(subject, basePeriod, base));
    Formula index = value.formula().dividedBy(base.formula()).times(100);
    return computed(index, Unit.ONE, rowField(period, value), operands);
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
    List<YearQuarter> quarters =
        IntStream.rangeClosed(1 - QUARTERS_OF_A_YEAR, 0).mapToObj(period::plusQuarters).toList();
    List<RowValue> summed = inOneBook(quarters);
    Optional<Missing> missing = whyNotSummed(quarters, summed);
    return missing.isPresent() ? missing.get() : sum(quarters, summed);
  }

  private static Optional<Missing> whyNotSummed(List<YearQuarter> quarters, List<RowValue> summed) {
    for (int i = 0; i < summed.size(); i++) {
      Optional<Missing> apart = ConceptDifference.between(summed.getLast(), summed.get(i));
      if (apart.isPresent()) {
        return apart;
      }
      if (summed.get(i) instanceof Missing missing) {
        return Optional.of(notSummed(quarters.get(i), missing));
      }
    }
    return Optional.empty();
  }

  /** The sum of known levels; the last one is that of the row. */
  private RowValue sum(List<YearQuarter> quarters, List<RowValue> summed) {
    YearQuarter period = quarters.getLast();
    RowValue last = summed.getLast();
    List<KnownFigure.Operand> operands = new ArrayList<>();
    for (int i = 0; i < summed.size() - 1; i++) {
      Operands.add(subject, quarters.get(i), summed.get(i), operands);
    }
    operands.addAll(operandUnlessInRow(period, last));
    Formula sum =
        Formula.sum(summed.stream().map(level -> ((KnownFigure) level).formula()).toList());
    return computed(sum, unit, rowField(period, last), operands);
  }

  private static Missing notSummed(YearQuarter quarter, Missing missing) {
    return new Missing(
        missing.reason(),
        "Four quarters are summed, and %s is missing: %s".formatted(quarter, missing.message()));
  }

  private static RowValue computed(
      Formula formula, Unit unit, List<RowField> from, List<KnownFigure.Operand> operands) {
    return KnownFigure.computed(formula, unit, Origin.DERIVED, from, operands).orElseThrow();
  }

  /** The first of some quarters whose level is known. */
  public Optional<YearQuarter> firstKnown(Collection<YearQuarter> periods) {
    return periods.stream().filter(period -> level(period) instanceof KnownFigure).findFirst();
  }
}
