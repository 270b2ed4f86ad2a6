package io.regionalmetrics.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.regionalmetrics.integration.EcbData;
import io.regionalmetrics.number.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class FixingsTest {
  private static final BigDecimal HALF_A_MILLIONTH = new BigDecimal("0.0000005");
  private static final FixingsKey KEY = new FixingsKey("USD", YearQuarter.of(2017, 4));

  @Test
  void averageIsTheExactMean() {
    Fixings fixings = fixings(Map.of("2017-12-27", "1.1895", "2017-12-28", "1.1934"));
    assertThat(average(fixings, "2017-12-28").rate())
        .isEqualTo(Interval.exact(new BigDecimal("1.19145")));
  }

  @Test
  void averageUsesTheFixingsUpToADay() {
    Fixings fixings = fixings(Map.of("2017-12-27", "1.1895", "2017-12-28", "1.1934"));
    assertThat(average(fixings, "2017-12-27"))
        .isEqualTo(
            new Fixings.Average(
                Interval.exact(new BigDecimal("1.1895")),
                1,
                LocalDate.parse("2017-12-27"),
                LocalDate.parse("2017-12-27"),
                true));
  }

  @Test
  void averageIsProvisionalUntilTheLastFixingIsKnown() {
    Fixings fixings = fixings(Map.of("2017-12-28", "1.1934", "2017-12-29", "1.1993"));
    assertThat(average(fixings, "2017-12-28").provisional()).isTrue();
    assertThat(average(fixings, "2017-12-29").provisional()).isFalse();
  }

  @Test
  void averageIsFinalAWeekAfterItsQuarterThoughTheLastFixingNeverCame() {
    Fixings ended = fixings(Map.of("2017-12-28", "1.1934"));
    assertThat(average(ended, "2018-01-07").provisional()).isTrue();
    assertThat(average(ended, "2018-01-08").provisional()).isFalse();
  }

  @Test
  void fixingsOfTwoCurrenciesShareTheDaysOfBoth() {
    Fixings known = fixings(Map.of("2017-12-22", "1.1853", "2017-12-27", "1.1895"));
    Fixings others = fixings(Map.of("2017-12-27", "1.1890", "2017-12-28", "1.1934"));
    assertThat(known.onDaysOf(others)).isEqualTo(fixings(Map.of("2017-12-27", "1.1895")));
  }

  @Test
  void noFixingsHaveNoAverage() {
    assertThat(Fixings.none(KEY).average(LocalDate.parse("2018-03-01"))).isEmpty();
  }

  @Test
  void dayWithoutAFixingUsesTheOneBefore() {
    Fixings fixings = fixings(Map.of("2017-12-22", "1.1853", "2017-12-27", "1.1895"));
    assertThat(fixings.on(LocalDate.parse("2017-12-25")))
        .contains(new Fixings.Fixing(LocalDate.parse("2017-12-22"), new BigDecimal("1.1853")));
  }

  @Test
  void dayBeforeAllFixingsHasNone() {
    assertThat(fixings(Map.of("2017-12-22", "1.1853")).on(LocalDate.parse("2017-10-01"))).isEmpty();
  }

  @Test
  void newerFixingsAddDaysAndReplaceRatesWithoutLosingAny() {
    Fixings known = fixings(Map.of("2017-12-22", "1.1853", "2017-12-27", "1.1890"));
    Fixings others = fixings(Map.of("2017-12-27", "1.1895", "2017-12-28", "1.1934"));
    assertThat(known.and(others))
        .isEqualTo(
            fixings(
                Map.of("2017-12-22", "1.1853", "2017-12-27", "1.1895", "2017-12-28", "1.1934")));
    assertThat(known.change(others)).isEqualTo(new Fixings.Change(1, 1, 0));
  }

  @Test
  void sameRateWithATrailingZeroIsUnchanged() {
    Fixings.Change change =
        fixings(Map.of("2017-12-22", "1.1850")).change(fixings(Map.of("2017-12-22", "1.185")));
    assertThat(change.isNews()).isFalse();
  }

  @Test
  void fixingOfAnotherQuarterIsRefused() {
    assertThatThrownBy(() -> fixings(Map.of("2018-01-02", "1.2065")))
        .hasMessageContaining("2018-01-02 is not in 2017-Q4");
  }

  @Test
  void rateOfZeroIsRefused() {
    assertThatThrownBy(() -> fixings(Map.of("2017-12-29", "0"))).hasMessageContaining("above zero");
  }

  @Test
  void euroHasNoFixings() {
    assertThatThrownBy(() -> new FixingsKey("EUR", YearQuarter.of(2017, 4)))
        .hasMessageContaining("EUR");
  }

  @Test
  void publishedFixingsGiveTheAveragesAndEndsThatOthersPublish() {
    Map<FixingsKey, Fixings> history =
        EcbData.dollars().stream().collect(Collectors.toMap(Fixings::key, Function.identity()));
    for (String[] row : EcbData.averagesAndEnds()) {
      YearQuarter period = YearQuarter.parse(row[0]);
      Fixings dollars = history.getOrDefault(new FixingsKey("USD", period), Fixings.none(KEY));
      Fixings.Average average = dollars.average(period.atEndOfQuarter()).orElseThrow();
      assertThat(average.fixings()).isEqualTo(Integer.parseInt(row[1]));
      assertThat(rounded(average, 9)).isCloseTo(new BigDecimal(row[2]), within(HALF_A_MILLIONTH));
      Fixings.Fixing end = dollars.end(period.atEndOfQuarter()).orElseThrow();
      assertThat(end.rate()).isEqualByComparingTo(row[3]);
      assertThat(end.day()).isEqualTo(row[4]);
    }
  }

  @Test
  void averageOfTheArticlesQuarterHasSixtyThreeFixings() {
    Fixings dollars =
        EcbData.dollars().stream().filter(one -> one.key().equals(KEY)).findFirst().orElseThrow();
    Fixings.Average average = average(dollars, "2018-03-01");
    assertThat(average.fixings()).isEqualTo(63);
    assertThat(rounded(average, 11)).isEqualByComparingTo("1.17738571429");
    assertThat(average.provisional()).isFalse();
  }

  @Test
  void publishedFixingsAreOnTheDaysOnWhichTargetIsOpen() {
    List<LocalDate> days =
        EcbData.dollars().stream()
            .flatMap(fixings -> fixings.days().keySet().stream())
            .sorted()
            .toList();
    assertThat(days.getFirst().datesUntil(days.getLast().plusDays(1)).filter(TargetDays::isOpen))
        .containsExactlyElementsOf(days);
  }

  private static BigDecimal rounded(Fixings.Average average, int scale) {
    return new BigDecimal(average.rate().getNumerator())
        .divide(new BigDecimal(average.rate().getDenominator()), MathContext.DECIMAL128)
        .setScale(scale, RoundingMode.HALF_EVEN);
  }

  private static Fixings.Average average(Fixings fixings, String asOf) {
    return fixings.average(LocalDate.parse(asOf)).orElseThrow();
  }

  private static Fixings fixings(Map<String, String> days) {
    NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
    days.forEach((day, rate) -> rates.put(LocalDate.parse(day), new BigDecimal(rate)));
    return new Fixings(KEY, rates);
  }
}
