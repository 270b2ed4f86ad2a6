package io.regionalmetrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
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
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * The bounds of a series must hold the true figures. The test chooses true levels, rounds them and
 * publishes them, some only by their growth. It then computes each field from the true levels: the
 * result must lie within the bounds, and can reach their ends if all levels were published.
 */
class SeriesPropertyTest {
  private static final YearQuarter FIRST = YearQuarter.of(2016, 1);
  private static final int QUARTERS = 12;
  private static final int SHOWN_FROM = 4;
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
  private static final Source SOURCE =
      new Source("s", "s", "s", Optional.empty(), DAY, Source.SourceKind.COMPANY);
  private static final Metric REVENUE =
      new Metric(
          "revenue",
          "Revenue",
          MetricKind.FLOW,
          Dimension.COUNT,
          new Unit("things"),
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

  /** True levels with one more decimal than published, and the published figures. */
  private static final class Truth {
    private final Map<String, List<BigDecimal>> levels = new HashMap<>();
    private final Map<QuarterKey, MetricQuarter> published = new HashMap<>();
    private final int decimals;

    Truth(Random random, int decimals, boolean withGrowths) {
      this.decimals = decimals;
      for (String region : List.of("JP", "US")) {
        List<BigDecimal> levels = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
          levels.add(BigDecimal.valueOf(random.nextLong(200, 100_000)).movePointLeft(decimals + 1));
        }
        this.levels.put(region, levels);
        for (int i = 0; i < QUARTERS; i++) {
          boolean byGrowth = withGrowths && i >= 4 && random.nextInt(3) == 0;
          publish(
              region,
              i,
              byGrowth ? Measure.YOY : Measure.LEVEL,
              byGrowth
                  ? levels
                      .get(i)
                      .divide(levels.get(i - 4), new MathContext(40))
                      .subtract(BigDecimal.ONE)
                      .movePointRight(2)
                      .setScale(0, RoundingMode.HALF_EVEN)
                  : levels.get(i).setScale(decimals, RoundingMode.HALF_EVEN),
              byGrowth ? 0 : decimals);
        }
      }
    }

    private void publish(
        String region, int quarter, Measure measure, BigDecimal value, int valueDecimals) {
      QuarterKey key = new QuarterKey("c", "revenue", FIRST.plusQuarters(quarter));
      Observation observation =
          new Observation(
              new Cell(key, region, measure, new Unit("things")),
              Optional.of(value),
              new Precision.Decimals(valueDecimals),
              Status.NORMAL,
              Optional.empty(),
              Optional.empty());
      published.merge(
          key,
          MetricQuarter.empty(key).with(new Vintage(observation, SOURCE)),
          (there, one) -> there.with(one.vintages().getFirst()));
    }

    BigFraction level(String region, int quarter) {
      return Interval.exact(levels.get(region).get(quarter));
    }

    /** The level as it was published. */
    BigDecimal rounded(String region, int quarter) {
      return levels.get(region).get(quarter).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    List<AnswerRow> rows() {
      Subject part = new Subject(VOCABULARY, REVENUE, "JP", RegionExpression.parse("JP"));
      Subject whole = new Subject(VOCABULARY, REVENUE, "JP+US", RegionExpression.parse("JP+US"));
      Series series =
          new Series(
              List.of(part),
              Map.of("c", whole),
              List.of(Transform.values()),
              Optional.of(FIRST.plusQuarters(SHOWN_FROM)),
              Optional.of(FIRST.plusQuarters(QUARTERS - 1)),
              OptionalInt.empty(),
              false,
              Optional.empty());
      return series.answer(new Quarters(published, series.requirements().spans(), DAY)).rows();
    }
  }

  private static void assertHolds(AnswerRow row, RowField field, BigFraction truth) {
    if (row.fields().get(field) instanceof KnownFigure known) {
      known
          .figure()
          .bounds()
          .ifPresent(bounds ->
              assertThat(bounds.interval().holds(truth))
                  .as("%s %s: %s in %s", row.period(), field, truth, bounds)
                  .isTrue());
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void boundsHoldTheTrueFigures(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed,
      @ForAll @IntRange(min = -6, max = 3) int decimals) {
    Truth truth = new Truth(new Random(seed), decimals, true);
    List<AnswerRow> rows = truth.rows();
    int known = 0;
    Optional<Integer> base = Optional.empty();
    for (int i = 0; i < rows.size(); i++) {
      int quarter = i + SHOWN_FROM;
      AnswerRow row = rows.get(i);
      BigFraction level = truth.level("JP", quarter);
      assertHolds(row, RowField.VALUE, level);
      if (row.fields().get(RowField.VALUE) instanceof KnownFigure) {
        known++;
        base = base.isEmpty() ? Optional.of(quarter) : base;
        assertHolds(row, RowField.INDEX, level.divide(truth.level("JP", base.get())).multiply(100));
      }
      assertHolds(
          row, RowField.SHARE, level.divide(level.add(truth.level("US", quarter))).multiply(100));
      BigFraction sum = BigFraction.ZERO;
      for (int j = quarter - 3; j <= quarter; j++) {
        sum = sum.add(truth.level("JP", j));
      }
      assertHolds(row, RowField.TTM, sum);
      assertHolds(row, RowField.YOY, growth(level, truth.level("JP", quarter - 4)));
      assertHolds(row, RowField.QOQ, growth(level, truth.level("JP", quarter - 1)));
    }
    assertThat(known).isGreaterThanOrEqualTo(1);
  }

  private static BigFraction growth(BigFraction value, BigFraction base) {
    return value.divide(base).subtract(1).multiply(100);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void boundsReachTheirEndsIfAllLevelsArePublished(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed,
      @ForAll @IntRange(min = -6, max = 3) int decimals) {
    Truth truth = new Truth(new Random(seed), decimals, false);
    BigFraction half = Interval.exact(BigDecimal.valueOf(5).movePointLeft(decimals + 1));
    List<AnswerRow> rows = truth.rows();
    BigFraction base = Interval.exact(truth.rounded("JP", SHOWN_FROM));
    for (int i = 0; i < rows.size(); i++) {
      int quarter = i + SHOWN_FROM;
      BigFraction value = Interval.exact(truth.rounded("JP", quarter));
      BigFraction rest = Interval.exact(truth.rounded("US", quarter));
      BigFraction low = value.subtract(half);
      BigFraction high = value.add(half);
      assertEnds(
          rows.get(i),
          RowField.SHARE,
          low.divide(low.add(rest).add(half)).multiply(100),
          high.divide(high.add(rest).subtract(half)).multiply(100));
      if (quarter > SHOWN_FROM) {
        assertEnds(
            rows.get(i),
            RowField.INDEX,
            low.divide(base.add(half)).multiply(100),
            high.divide(base.subtract(half)).multiply(100));
      }
      BigFraction sum = BigFraction.ZERO;
      for (int j = quarter - 3; j <= quarter; j++) {
        sum = sum.add(Interval.exact(truth.rounded("JP", j)));
      }
      assertEnds(
          rows.get(i), RowField.TTM, sum.subtract(half.multiply(4)), sum.add(half.multiply(4)));
    }
  }

  private static void assertEnds(AnswerRow row, RowField field, BigFraction low, BigFraction high) {
    Figure figure = ((KnownFigure) row.fields().get(field)).figure();
    Figure expected =
        Figure.computed(low, Optional.of(new Interval(low, high)), figure.unit(), figure.origin());
    Bounds bounds = figure.bounds().orElseThrow();
    assertThat(bounds).as("%s %s", row.period(), field).isEqualTo(expected.bounds().orElseThrow());
  }
}
