package io.regionalmetrics.currency;

import io.regionalmetrics.model.Source;
import io.regionalmetrics.number.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * The euro's reference rates of one currency in one quarter. Source: European Central Bank, <i>Euro
 * foreign exchange reference rates</i>, fixed about 14:15 and published about 16:00 Central
 * European Time on each {@link TargetDays TARGET day}.
 *
 * @param days the fixings by day, exactly as published: units of the currency per euro
 */
public record Fixings(FixingsKey key, NavigableMap<LocalDate, BigDecimal> days) {

  /** One day's fixing: units of the currency per euro. */
  public record Fixing(LocalDate day, BigDecimal rate) {}

  /**
   * The mean of a quarter's daily fixings, units of the currency per euro.
   *
   * @param rate the exact mean
   * @param fixings the number of fixings averaged
   * @param first the day of the first fixing averaged
   * @param last the day of the last fixing averaged
   * @param provisional whether fixings at the end of the quarter are still to come
   */
  public record Average(
      BigFraction rate, int fixings, LocalDate first, LocalDate last, boolean provisional) {}

  /** How many days new fixings add, revise and leave unchanged. */
  public record Change(int added, int revised, int unchanged) {
    /** No days. */
    public static final Change NONE = new Change(0, 0, 0);

    /** The sums of both changes. */
    public Change plus(Change other) {
      return new Change(added + other.added, revised + other.revised, unchanged + other.unchanged);
    }

    /** Whether anything changed and must be written. */
    public boolean isNews() {
      return added + revised > 0;
    }
  }

  /** Copies the days. Refuses a day outside the quarter, and a rate of zero or less. */
  public Fixings {
    days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    days.forEach((day, rate) -> {
      if (!YearQuarter.from(day).equals(key.period())) {
        throw new IllegalArgumentException("the day %s is not in %s".formatted(day, key.period()));
      }
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException(
            "the rate of %s on %s is %s; it must be above zero"
                .formatted(key.currency(), day, rate.toPlainString()));
      }
    });
  }

  /** A quarter without known fixings. */
  public static Fixings none(FixingsKey key) {
    return new Fixings(key, Collections.emptyNavigableMap());
  }

  /** Groups a currency's fixings by quarter. */
  public static List<Fixings> of(String currency, Map<LocalDate, BigDecimal> days) {
    Map<FixingsKey, NavigableMap<LocalDate, BigDecimal>> quarters = new LinkedHashMap<>();
    days.forEach((day, rate) ->
        quarters
            .computeIfAbsent(FixingsKey.on(currency, day), key -> new TreeMap<>())
            .put(day, rate));
    return quarters.entrySet().stream()
        .map(quarter -> new Fixings(quarter.getKey(), quarter.getValue()))
        .toList();
  }

  /**
   * Adds newer fixings of the same quarter. Keeps every day; if both have a day, the newer rate
   * wins, because the European Central Bank corrects a rate by publishing it again.
   */
  public Fixings and(Fixings others) {
    if (!others.key.equals(key)) {
      throw new IllegalArgumentException(
          "fixings of %s can't be added to those of %s".formatted(others.key, key));
    }
    NavigableMap<LocalDate, BigDecimal> all = new TreeMap<>(days);
    all.putAll(others.days);
    return new Fixings(key, all);
  }

  /** What adding newer fixings of the same quarter would change. */
  public Change change(Fixings others) {
    int added = 0;
    int revised = 0;
    int unchanged = 0;
    for (Map.Entry<LocalDate, BigDecimal> other : others.days.entrySet()) {
      BigDecimal known = days.get(other.getKey());
      if (known == null) {
        added++;
      } else if (known.compareTo(other.getValue()) == 0) {
        unchanged++;
      } else {
        revised++;
      }
    }
    return new Change(added, revised, unchanged);
  }

  /**
   * The average of the quarter's fixings up to and including a day. It is provisional while {@link
   * #mayFollow more fixings may follow}. Worked example: the dollar's 63 fixings in 2017-Q4 average
   * 74.1753 / 63 = 1.17738571429.
   *
   * @return empty if no fixing is known up to that day
   */
  public Optional<Average> average(LocalDate asOf) {
    NavigableMap<LocalDate, BigDecimal> known = days.headMap(asOf, true);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sum = known.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(
        new Average(
            Interval.exact(sum).divide(known.size()),
            known.size(),
            known.firstKey(),
            known.lastKey(),
            mayFollow(known.lastKey(), asOf)));
  }

  /**
   * The quarter's last fixing up to and including a day. It is the quarter's final fixing unless
   * {@link #mayFollow another may follow}.
   *
   * @return empty if no fixing is known up to that day
   */
  public Optional<Fixing> end(LocalDate asOf) {
    return on(asOf);
  }

  /**
   * The fixing of a day or, if that day has none, the last one before it in this quarter.
   *
   * @return empty if the quarter has no such fixing
   */
  Optional<Fixing> on(LocalDate day) {
    return Optional.ofNullable(days.floorEntry(day))
        .map(entry -> new Fixing(entry.getKey(), entry.getValue()));
  }

  /** The source of all fixings, dated by the newest one used. */
  static Source source(LocalDate newest) {
    return new Source(
        "ecb-reference-rates",
        "Euro foreign exchange reference rates",
        "European Central Bank",
        Optional.of("https://www.ecb.europa.eu/stats/eurofxref/"),
        newest,
        Source.SourceKind.DATASET);
  }

  /**
   * Whether more fixings of this quarter may follow that of a day: it has later TARGET days, and it
   * ended at most {@link Fx#MOST_DAYS_BEFORE} days before {@code asOf}. After that the currency has
   * no more fixings: the Russian rouble's last one is that of 2022-03-01.
   */
  public boolean mayFollow(LocalDate day, LocalDate asOf) {
    LocalDate end = key.period().atEndOfQuarter();
    return day.isBefore(TargetDays.onOrBefore(end))
        && !asOf.isAfter(end.plusDays(Fx.MOST_DAYS_BEFORE));
  }

  /** The fixings of those days on which another currency has one too, in the same quarter. */
  public Fixings onDaysOf(Fixings other) {
    NavigableMap<LocalDate, BigDecimal> common = new TreeMap<>(days);
    common.keySet().retainAll(other.days.keySet());
    return new Fixings(key, common);
  }
}
