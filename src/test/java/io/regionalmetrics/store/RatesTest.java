package io.regionalmetrics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.model.QuarterKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** Rates in a real table. */
class RatesTest {
  private static final YearQuarter PERIOD = YearQuarter.of(2017, 4);
  private static final FixingsKey KEY = new FixingsKey("USD", PERIOD);

  private Store store;

  @BeforeEach
  void freshTable() {
    Wiring wiring = LocalDynamoDb.freshWiring();
    store = new Store(wiring.client(), wiring.table(), wiring.clock());
  }

  @Test
  void whatIsPutIsReadBack() {
    Fixings fixings = fixings("2017-12-28 1.1934", "2017-12-29 1.1993");
    assertThat(put(fixings)).isEqualTo(new Fixings.Change(2, 0, 0));
    assertThat(kept()).isEqualTo(fixings);
  }

  @Test
  void sameAgainChangesNothing() {
    put(fixings("2017-12-28 1.1934"));
    assertThat(put(fixings("2017-12-28 1.1934"))).isEqualTo(new Fixings.Change(0, 0, 1));
  }

  @Test
  void daysAreAddedAndNoneIsLost() {
    put(fixings("2017-12-29 1.1993"));
    put(fixings("2017-12-28 1.1934"));
    assertThat(kept()).isEqualTo(fixings("2017-12-28 1.1934", "2017-12-29 1.1993"));
  }

  @Test
  void correctedRateReplacesTheOneThatWasKept() {
    put(fixings("2017-12-28 1.1930"));
    assertThat(put(fixings("2017-12-28 1.1934"))).isEqualTo(new Fixings.Change(0, 1, 0));
    assertThat(kept()).isEqualTo(fixings("2017-12-28 1.1934"));
  }

  @Test
  void twoAtOnceLoseNothing() {
    List<LocalDate> days =
        LocalDate.parse("2017-10-02").datesUntil(LocalDate.parse("2017-10-22")).toList();
    IntStream.range(0, days.size())
        .parallel()
        .forEach(day -> put(fixings(days.get(day) + " 1.1" + (100 + day))));
    assertThat(kept().days()).hasSize(days.size());
  }

  @Test
  void ratesAreReadTogetherWithQuarters() {
    put(fixings("2017-12-28 1.1934"));
    QuarterKey quarter = new QuarterKey("twitter", "revenue", PERIOD);
    FixingsKey unknown = new FixingsKey("JPY", PERIOD);
    Store.Read read = store.read(List.of(quarter), List.of(KEY, unknown), deadline());
    assertThat(read.quarters()).containsOnlyKeys(quarter);
    assertThat(read.rates())
        .containsEntry(KEY, fixings("2017-12-28 1.1934"))
        .containsEntry(unknown, Fixings.none(unknown));
  }

  @Test
  void spanHasTheQuartersOfWhichRatesAreKnown() {
    put(fixings("2017-12-28 1.1934"));
    store.putRates(
        Fixings.of("USD", Map.of(LocalDate.parse("2018-03-29"), new BigDecimal("1.2321"))),
        deadline());
    assertThat(store.rates("USD", YearQuarter.of(2017, 1), YearQuarter.of(2018, 4), deadline()))
        .extracting(fixings -> fixings.key().period().toString())
        .containsExactly("2017-Q4", "2018-Q1");
  }

  private Fixings.Change put(Fixings fixings) {
    return store.putRates(List.of(fixings), deadline());
  }

  private Fixings kept() {
    return store.read(List.of(), List.of(KEY), deadline()).rates().getOrDefault(KEY, fixings());
  }

  private static Fixings fixings(String... days) {
    Map<LocalDate, BigDecimal> rates = new HashMap<>();
    for (String day : days) {
      rates.put(LocalDate.parse(day.substring(0, 10)), new BigDecimal(day.substring(11)));
    }
    return Fixings.of("USD", rates).stream().findFirst().orElseGet(() -> Fixings.none(KEY));
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
  }
}
