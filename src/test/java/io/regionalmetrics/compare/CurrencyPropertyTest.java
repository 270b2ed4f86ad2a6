package io.regionalmetrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.derive.Converter;
import io.regionalmetrics.derive.ExchangeRates;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * The bounds of a level and its growth in another currency must be those that the corners of the
 * rounded figures give. The level of a quarter is published, and either the level of the quarter
 * before or the growth from it.
 */
class CurrencyPropertyTest {
  private static final YearQuarter PERIOD = YearQuarter.of(2017, 4);
  private static final YearQuarter BASE = YearQuarter.of(2017, 3);
  private static final List<String> CURRENCIES = List.of("USD", "GBP", "JPY", "EUR");

  /** The day of a quarter on which every currency has a fixing. */
  private static final int DAY_OF_ALL = 30;

  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
  private static final Source SOURCE =
      new Source("s", "s", "s", Optional.empty(), DAY, Source.SourceKind.COMPANY);
  private static final Metric REVENUE =
      new Metric(
          "revenue",
          "Revenue",
          MetricKind.FLOW,
          Dimension.MONEY,
          new Unit("USD"),
          Optional.empty(),
          false,
          Optional.empty(),
          DAY);
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          new CompanyRecord(
              new Company("c", "C", Optional.empty(), Optional.empty(), DAY),
              Definitions.NONE.with(REVENUE),
              Map.of()),
          Definitions.NONE);

  /** The published figures and fixings of two quarters, chosen at random. */
  private static final class TwoQuarters {
    private final Map<FixingsKey, Fixings> fixings = new HashMap<>();
    private final Map<QuarterKey, MetricQuarter> published = new HashMap<>();
    private final String reportingCurrency;
    private final String requestedCurrency;
    private final boolean hasPublishedGrowth;
    private final Interval value;

    /** The growth if that was published, otherwise the base. */
    private final Interval growthOrBase;

    TwoQuarters(Random random) {
      reportingCurrency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      requestedCurrency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      hasPublishedGrowth = random.nextBoolean();
      for (YearQuarter period : List.of(PERIOD, BASE)) {
        published.put(key(period), MetricQuarter.empty(key(period)));
        CURRENCIES.stream()
            .filter(currency -> !currency.equals(FixingsKey.EURO))
            .map(currency -> fixings(new FixingsKey(currency, period), random))
            .forEach(one -> fixings.put(one.key(), one));
      }
      value = publish(PERIOD, Measure.LEVEL, random.nextLong(10, 1_000));
      growthOrBase =
          hasPublishedGrowth
              ? publish(PERIOD, Measure.QOQ, random.nextLong(-80, 200))
              : publish(BASE, Measure.LEVEL, random.nextLong(10, 1_000));
    }

    private static QuarterKey key(YearQuarter period) {
      return new QuarterKey("c", "revenue", period);
    }

    private static Fixings fixings(FixingsKey key, Random random) {
      TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
      for (int day = 0; day < 60; day++) {
        if (day == DAY_OF_ALL || random.nextBoolean()) {
          days.put(
              key.period().atDay(1).plusDays(day),
              BigDecimal.valueOf(random.nextLong(5_000, 20_000), 4));
        }
      }
      return new Fixings(key, days);
    }

    private Interval publish(YearQuarter period, Measure measure, long number) {
      BigDecimal published = BigDecimal.valueOf(number);
      Precision precision = new Precision.Decimals(0);
      Observation observation =
          new Observation(
              new Cell(key(period), "JP", measure, new Unit(reportingCurrency)),
              Optional.of(published),
              precision,
              Status.NORMAL,
              Optional.empty(),
              Optional.empty());
      this.published.computeIfPresent(
          key(period), (key, quarter) -> quarter.with(new Vintage(observation, SOURCE)));
      return precision.around(published).interval();
    }

    /** Units of the reporting currency per unit of the requested one, on the days of both. */
    BigFraction rate(YearQuarter period) {
      Map<LocalDate, BigDecimal> reporting = days(reportingCurrency, requestedCurrency, period);
      Map<LocalDate, BigDecimal> requested = days(requestedCurrency, reportingCurrency, period);
      Set<LocalDate> common = new TreeSet<>(reporting.keySet());
      common.retainAll(requested.keySet());
      return mean(reporting, common).divide(mean(requested, common));
    }

    /** The euro's rate is 1 on the days of the other currency. */
    private Map<LocalDate, BigDecimal> days(String currency, String other, YearQuarter period) {
      if (!currency.equals(FixingsKey.EURO)) {
        return fixings.get(new FixingsKey(currency, period)).days();
      }
      return other.equals(FixingsKey.EURO)
          ? Map.of(period.atDay(1), BigDecimal.ONE)
          : fixings.get(new FixingsKey(other, period)).days().keySet().stream()
              .collect(Collectors.toMap(day -> day, day -> BigDecimal.ONE));
    }

    private static BigFraction mean(Map<LocalDate, BigDecimal> rates, Set<LocalDate> days) {
      BigFraction sum = BigFraction.ZERO;
      for (LocalDate day : days) {
        sum = sum.add(Interval.exact(rates.get(day)));
      }
      return sum.divide(days.size());
    }

    AnswerRow row() {
      Subject subject = new Subject(VOCABULARY, REVENUE, "JP", RegionExpression.parse("JP"));
      Quarters quarters =
          new Quarters(published, DAY)
              .with(
                  new ExchangeRates(fixings, DAY),
                  Optional.of(new Exchange(requestedCurrency, new Fx.ByKind())));
      return new Growth(List.of(subject), PERIOD, BASE).answer(quarters).rows().getFirst();
    }

    /** The base in the reporting currency, for one choice of unrounded figures. */
    BigFraction base(BigFraction value, BigFraction growthOrBase) {
      return hasPublishedGrowth ? value.divide(growthOrBase.divide(100).add(1)) : growthOrBase;
    }
  }

  /** How a field follows from the two levels in the requested currency. */
  private interface FieldFormula {
    BigFraction of(BigFraction value, BigFraction base);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void boundsAreAtTheCornersOfTheRoundedFigures(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    TwoQuarters quarters = new TwoQuarters(new Random(seed));
    AnswerRow row = quarters.row();
    assertBounds(quarters, row, RowField.VALUE, (value, base) -> value);
    assertBounds(quarters, row, RowField.BASE, (value, base) -> base);
    assertBounds(quarters, row, RowField.CHANGE, BigFraction::subtract);
    assertBounds(
        quarters,
        row,
        RowField.GROWTH,
        (value, base) -> value.divide(base).subtract(1).multiply(100));
  }

  /** Each field is monotone in each rounded figure, so its bounds are at corners. */
  private static void assertBounds(
      TwoQuarters quarters, AnswerRow row, RowField field, FieldFormula formula) {
    BigFraction[] corners =
        Stream.of(quarters.value.low(), quarters.value.high())
            .flatMap(v ->
                Stream.of(quarters.growthOrBase.low(), quarters.growthOrBase.high())
                    .map(o ->
                        formula.of(
                            v.divide(quarters.rate(PERIOD)),
                            quarters.base(v, o).divide(quarters.rate(BASE)))))
            .sorted()
            .toArray(BigFraction[]::new);
    Figure figure = row.known(field).orElseThrow().figure();
    Interval ends = new Interval(corners[0], corners[corners.length - 1]);
    Figure expected =
        Figure.computed(ends.low(), Optional.of(ends), figure.unit(), figure.origin());
    assertThat(figure.bounds().orElseThrow().low())
        .as(field.code())
        .isEqualByComparingTo(expected.bounds().orElseThrow().low());
    assertThat(figure.bounds().orElseThrow().high())
        .as(field.code())
        .isEqualByComparingTo(expected.bounds().orElseThrow().high());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void convertingThereAndBackGivesTheSameNumber(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    TwoQuarters quarters = new TwoQuarters(new Random(seed));
    ExchangeRates rates = new ExchangeRates(quarters.fixings, DAY);
    KnownFigure there = quarters.row().known(RowField.VALUE).orElseThrow();
    KnownFigure before = there.unconverted();
    KnownFigure back =
        (KnownFigure)
            new Converter(new Exchange(quarters.reportingCurrency, new Fx.ByKind()), rates)
                .level(there, REVENUE, PERIOD);
    assertThat(back.value()).isEqualTo(before.value());
    assertThat(back.range()).isEqualTo(before.range());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void growthInTheReportingCurrencyIsTheGrowthWithoutConversion(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    TwoQuarters quarters = new TwoQuarters(new Random(seed));
    AnswerRow row = quarters.row();
    RowValue beside = row.fields().get(RowField.GROWTH_IN_REPORTING_CURRENCY);
    assertThat(beside != null)
        .isEqualTo(
            !quarters.rate(PERIOD).equals(quarters.rate(BASE))
                && !quarters.requestedCurrency.equals(quarters.reportingCurrency));
    if (beside instanceof KnownFigure own && quarters.hasPublishedGrowth) {
      assertThat(own.figure().bounds().orElseThrow().interval()).isEqualTo(quarters.growthOrBase);
    }
  }
}
