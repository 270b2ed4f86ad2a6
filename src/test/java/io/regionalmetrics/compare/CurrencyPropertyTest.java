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
import io.regionalmetrics.number.FormulaRange;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * What is said of a level and its growth in another currency, held against the corners of what was
 * rounded: the level of a quarter is published, and either that of the quarter before or the growth
 * from it.
 */
class CurrencyPropertyTest {
  private static final YearQuarter PERIOD = YearQuarter.of(2017, 4);
  private static final YearQuarter BASE = YearQuarter.of(2017, 3);
  private static final List<String> CURRENCIES = List.of("USD", "GBP", "JPY", "EUR");
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
  private static final Vocabulary WORDS =
      new Vocabulary(
          new CompanyRecord(
              new Company("c", "C", Optional.empty(), Optional.empty(), DAY),
              Definitions.NONE.with(REVENUE),
              Map.of()),
          Definitions.NONE);

  /** A world of two quarters. */
  private static final class World {
    private final Map<FixingsKey, Fixings> fixings = new HashMap<>();
    private final Map<QuarterKey, MetricQuarter> published = new HashMap<>();
    private final String reported;
    private final String asked;
    private final Interval value;
    private final Interval other;
    private final boolean byGrowth;

    World(Random random) {
      reported = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      asked = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      byGrowth = random.nextBoolean();
      for (YearQuarter period : List.of(PERIOD, BASE)) {
        published.put(key(period), MetricQuarter.empty(key(period)));
        CURRENCIES.stream()
            .filter(currency -> !currency.equals(FixingsKey.EURO))
            .map(currency -> fixings(new FixingsKey(currency, period), random))
            .forEach(one -> fixings.put(one.key(), one));
      }
      value = publish(PERIOD, Measure.LEVEL, random.nextLong(10, 1_000));
      other =
          byGrowth
              ? publish(PERIOD, Measure.QOQ, random.nextLong(-80, 200))
              : publish(BASE, Measure.LEVEL, random.nextLong(10, 1_000));
    }

    private static QuarterKey key(YearQuarter period) {
      return new QuarterKey("c", "revenue", period);
    }

    private static Fixings fixings(FixingsKey key, Random random) {
      TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
      int many = random.nextInt(1, 60);
      for (int day = 0; day < many; day++) {
        days.put(
            key.period().atDay(1).plusDays(day),
            BigDecimal.valueOf(random.nextLong(5_000, 20_000), 4));
      }
      return new Fixings(key, days);
    }

    private Interval publish(YearQuarter period, Measure measure, long number) {
      BigDecimal published = BigDecimal.valueOf(number);
      Precision precision = new Precision.Decimals(0);
      Observation observation =
          new Observation(
              new Cell(key(period), "JP", measure, new Unit(reported)),
              Optional.of(published),
              precision,
              Status.NORMAL,
              Optional.empty(),
              Optional.empty());
      this.published.computeIfPresent(
          key(period), (key, quarter) -> quarter.with(new Vintage(observation, SOURCE)));
      return precision.around(published).interval();
    }

    /** Units of the reported currency per one of the asked. */
    BigFraction rate(YearQuarter period) {
      return perEuro(reported, period).divide(perEuro(asked, period));
    }

    private BigFraction perEuro(String currency, YearQuarter period) {
      if (currency.equals(FixingsKey.EURO)) {
        return BigFraction.ONE;
      }
      BigFraction sum = BigFraction.ZERO;
      List<BigDecimal> rates =
          Stream.ofNullable(fixings.get(new FixingsKey(currency, period)))
              .flatMap(one -> one.days().values().stream())
              .toList();
      for (BigDecimal rate : rates) {
        sum = sum.add(Interval.exact(rate));
      }
      return sum.divide(rates.size());
    }

    AnswerRow row() {
      Subject subject = new Subject(WORDS, REVENUE, "JP", RegionExpression.parse("JP"));
      Quarters quarters =
          new Quarters(published, DAY)
              .with(
                  new ExchangeRates(fixings, DAY),
                  Optional.of(new Exchange(asked, new Fx.ByKind())));
      return new Growth(List.of(subject), PERIOD, BASE).answer(quarters).rows().getFirst();
    }

    /** The base in the reported currency, for one choice of what was rounded. */
    BigFraction base(BigFraction v, BigFraction o) {
      return byGrowth ? v.divide(o.divide(100).add(1)) : o;
    }
  }

  private interface Said {
    BigFraction of(BigFraction value, BigFraction base);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void boundsAreThoseOfTheCorners(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    World world = new World(new Random(seed));
    AnswerRow row = world.row();
    assertBounds(world, row, RowField.VALUE, (value, base) -> value);
    assertBounds(world, row, RowField.BASE, (value, base) -> base);
    assertBounds(world, row, RowField.CHANGE, BigFraction::subtract);
    assertBounds(
        world, row, RowField.GROWTH, (value, base) -> value.divide(base).subtract(1).multiply(100));
  }

  /** All of these are monotone in each of what was rounded, so that their ends are at corners. */
  private static void assertBounds(World world, AnswerRow row, RowField field, Said said) {
    BigFraction[] corners =
        Stream.of(world.value.low(), world.value.high())
            .flatMap(v ->
                Stream.of(world.other.low(), world.other.high())
                    .map(o ->
                        said.of(
                            v.divide(world.rate(PERIOD)),
                            world.base(v, o).divide(world.rate(BASE)))))
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
  void thereAndBackIsTheSameNumber(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    World world = new World(new Random(seed));
    ExchangeRates rates = new ExchangeRates(world.fixings, DAY);
    KnownFigure there = world.row().known(RowField.VALUE).orElseThrow();
    KnownFigure before = there.unconverted();
    KnownFigure back =
        (KnownFigure)
            new Converter(new Exchange(world.reported, new Fx.ByKind()), rates)
                .level(there, REVENUE, PERIOD);
    assertThat(back.value()).isEqualTo(before.value());
    assertThat(FormulaRange.of(back.formula())).isEqualTo(FormulaRange.of(before.formula()));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void growthInTheReportingCurrencyIsTheOneWithoutConversion(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    World world = new World(new Random(seed));
    AnswerRow row = world.row();
    RowValue beside = row.fields().get(RowField.GROWTH_IN_REPORTING_CURRENCY);
    assertThat(beside != null)
        .isEqualTo(
            !world.rate(PERIOD).equals(world.rate(BASE)) && !world.asked.equals(world.reported));
    if (beside instanceof KnownFigure own && world.byGrowth) {
      assertThat(own.figure().bounds().orElseThrow().interval()).isEqualTo(world.other);
    }
  }
}
