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

/** Stores exchange rates in DynamoDB Local. */
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
  void storedRatesAreReadBack() {
    Fixings fixings = fixings("2017-12-28 1.1934", "2017-12-29 1.1993");
    assertThat(add(fixings)).isEqualTo(new Fixings.Change(2, 0, 0));
    assertThat(stored()).isEqualTo(fixings);
  }

  @Test
  void sameRatesAgainChangeNothing() {
    add(fixings("2017-12-28 1.1934"));
    assertThat(add(fixings("2017-12-28 1.1934"))).isEqualTo(new Fixings.Change(0, 0, 1));
  }

  @Test
  void newDaysAreAddedToStoredDays() {
    add(fixings("2017-12-29 1.1993"));
    add(fixings("2017-12-28 1.1934"));
    assertThat(stored()).isEqualTo(fixings("2017-12-28 1.1934", "2017-12-29 1.1993"));
  }

  @Test
  void correctedRateReplacesTheStoredRate() {
    add(fixings("2017-12-28 1.1930"));
    assertThat(add(fixings("2017-12-28 1.1934"))).isEqualTo(new Fixings.Change(0, 1, 0));
    assertThat(stored()).isEqualTo(fixings("2017-12-28 1.1934"));
  }

  @Test
  void concurrentWritersLoseNothing() {
    List<LocalDate> days =
        LocalDate.parse("2017-10-02").datesUntil(LocalDate.parse("2017-10-22")).toList();
    IntStream.range(0, days.size())
        .parallel()
        .forEach(day -> add(fixings(days.get(day) + " 1.1" + (100 + day))));
    assertThat(stored().days()).hasSize(days.size());
  }

  @Test
  void ratesAreReadTogetherWithQuarters() {
    add(fixings("2017-12-28 1.1934"));
    QuarterKey quarter = new QuarterKey("twitter", "revenue", PERIOD);
    FixingsKey unknown = new FixingsKey("JPY", PERIOD);
    Store.QuartersAndRates read = store.read(List.of(quarter), List.of(KEY, unknown), deadline());
    assertThat(read.quarters()).containsOnlyKeys(quarter);
    assertThat(read.rates())
        .containsEntry(KEY, fixings("2017-12-28 1.1934"))
        .containsEntry(unknown, Fixings.none(unknown));
  }

  @Test
  void rangeHasTheQuartersWithKnownRates() {
    add(fixings("2017-12-28 1.1934"));
    store
        .rates()
        .add(
            Fixings.of("USD", Map.of(LocalDate.parse("2018-03-29"), new BigDecimal("1.2321"))),
            deadline());
    assertThat(
            store
                .rates()
                .range("USD", YearQuarter.of(2017, 1), YearQuarter.of(2018, 4), deadline()))
        .extracting(fixings -> fixings.key().period().toString())
        .containsExactly("2017-Q4", "2018-Q1");
  }

  private Fixings.Change add(Fixings fixings) {
    return store.rates().add(List.of(fixings), deadline());
  }

  private Fixings stored() {
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
