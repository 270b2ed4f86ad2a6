package io.regionalmetrics.feed.ecb;

import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchedFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The euro's reference rates in a file of the ECB: units of a currency per euro, a fixing on each
 * TARGET working day, at about 16:00 in Frankfurt.
 *
 * @see <a
 *     href="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html">
 *     Euro foreign exchange reference rates</a>
 */
final class DailyFixings {
  private static final String MISSING = "N/A";
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

  private final NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> byCurrency =
      new TreeMap<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private int unreadable;

  /** The fixings by day, for each currency. */
  SortedMap<String, NavigableMap<LocalDate, BigDecimal>> byCurrency() {
    return byCurrency;
  }

  /** The days with at least one fixing. */
  NavigableSet<LocalDate> days() {
    return days;
  }

  /** The number of cells that are neither a rate nor {@code N/A}. */
  int unreadable() {
    return unreadable;
  }

  /** The number of fixings. */
  int size() {
    return byCurrency.values().stream().mapToInt(NavigableMap::size).sum();
  }

  /** Whether a text has the form of a currency's code, such as USD. */
  static boolean isCurrency(String text) {
    return CURRENCY.matcher(text).matches();
  }

  /**
   * Adds a rate as it is written in the file. A rate that is empty or {@code N/A} is missing;
   * anything else that isn't a positive number is counted as unreadable.
   */
  void add(String currency, LocalDate day, String rate) {
    if (rate.isEmpty() || rate.equals(MISSING)) {
      return;
    }
    Optional<BigDecimal> number = positive(rate);
    if (number.isPresent()) {
      add(currency, day, number.get());
    } else {
      addUnreadable();
    }
  }

  private static Optional<BigDecimal> positive(String rate) {
    return RATE.matcher(rate).matches()
        ? Optional.of(new BigDecimal(rate)).filter(number -> number.signum() > 0)
        : Optional.empty();
  }

  private void add(String currency, LocalDate day, BigDecimal rate) {
    byCurrency.computeIfAbsent(currency, c -> new TreeMap<>()).put(day, rate);
    days.add(day);
  }

  /** Counts a cell that is neither a rate nor {@code N/A}. */
  void addUnreadable() {
    unreadable++;
  }

  /** Adds all fixings of another file. They replace those of the same currency and day. */
  DailyFixings addAll(DailyFixings others) {
    unreadable += others.unreadable;
    others.byCurrency.forEach(
        (currency, rates) -> rates.forEach((day, rate) -> add(currency, day, rate)));
    return this;
  }

  /**
   * Returns these fixings.
   *
   * @throws FetchException if there are none
   */
  DailyFixings orFail(FetchedFile file) {
    if (days.isEmpty()) {
      throw new FetchException("%s has no reference rates in it".formatted(file.name()));
    }
    return this;
  }
}
