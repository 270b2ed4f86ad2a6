package io.regionalmetrics.integration;

import io.regionalmetrics.currency.Fixings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The dollar's euro reference rates, as the European Central Bank published them since 1999. */
public final class EcbData {
  private EcbData() {}

  /** All fixings of the dollar, quarter by quarter. */
  public static List<Fixings> dollars() {
    NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
    PublishedData.lines("ecb/eurofxref-hist.csv").stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(row -> days.put(LocalDate.parse(row[0]), new BigDecimal(row[1])));
    return Fixings.of("USD", days);
  }

  /**
   * Each quarter's average and last fixing of the dollar, computed from the same rates by another
   * program: quarter, number of fixings, average, last fixing, its day.
   */
  public static List<String[]> averagesAndEnds() {
    return PublishedData.lines("ecb/quarterly_averages_and_ends.csv").stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
