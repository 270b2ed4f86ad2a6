package io.regionalmetrics.oracle;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Made-up reference rates of the dollar: two fixings a quarter, different in each quarter. */
final class MadeUpRates {
  private static final int FIRST = -8;
  private static final int LAST = 6;

  private MadeUpRates() {}

  /** The two fixings of a quarter. */
  private static List<BigDecimal> fixings(int quarter) {
    return List.of(
        BigDecimal.valueOf(11_000 + 137L * quarter, 4),
        BigDecimal.valueOf(11_501 + 71L * quarter, 4));
  }

  /** Dollars per euro in a quarter: the mean of its fixings. */
  static Fraction average(int quarter) {
    List<BigDecimal> two = fixings(quarter);
    return Fraction.of(two.getFirst()).plus(Fraction.of(two.getLast())).over(Fraction.of(2));
  }

  /** Stores them in a table. */
  static void put(Wiring wiring) {
    Map<LocalDate, BigDecimal> days = new HashMap<>();
    for (int quarter = FIRST; quarter < LAST; quarter++) {
      String quarterName = Cell.quarterName(quarter);
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(quarterName.substring(0, 4)),
              Integer.parseInt(quarterName.substring(6)) * 3,
              15);
      days.put(day, fixings(quarter).getFirst());
      days.put(day.plusDays(5), fixings(quarter).getLast());
    }
    new Store(wiring.client(), wiring.table(), wiring.clock())
        .rates()
        .add(Fixings.of("USD", days), Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }
}
