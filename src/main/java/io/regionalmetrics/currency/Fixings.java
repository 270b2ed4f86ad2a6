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
   * @param rate exact
   * @param fixings how many it is the mean of
   * @param first the day of the first of them
   * @param last the day of the last of them
   * @param provisional whether the quarter's last days aren't in it
   */
  public record Average(
      BigFraction rate, int fixings, LocalDate first, LocalDate last, boolean provisional) {}

  /** How many days some fixings add to those that are known, revise, and leave as they are. */
  public record Change(int added, int revised, int unchanged) {
    /** Nothing at all. */
    public static final Change NONE = new Change(0, 0, 0);

    /** This and another together. */
    public Change plus(Change other) {
      return new Change(added + other.added, revised + other.revised, unchanged + other.unchanged);
    }

    /** Whether anything is to be written. */
    public boolean isNews() {
      return added + revised > 0;
    }
  }

  /** Copies the days; refuses one of another quarter, and a rate of zero or less. */
  public Fixings {
    days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    days.forEach((day, rate) -> {
      if (!YearQuarter.from(day).equals(key.period())) {
        throw new IllegalArgumentException("%s is not in %s".formatted(day, key.period()));
      }
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException(
            "the rate of %s on %s is %s; it must be above zero"
                .formatted(key.currency(), day, rate.toPlainString()));
      }
    });
  }

  /** A quarter of which no fixing is known. */
  public static Fixings none(FixingsKey key) {
    return new Fixings(key, Collections.emptyNavigableMap());
  }

  /** A currency's fixings of any days, by quarters. */
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
   * These together with others of the same quarter: no day is lost, and where both have one the
   * others' rate holds, since the European Central Bank corrects a rate by publishing it again.
   */
  public Fixings and(Fixings others) {
    if (!others.key.equals(key)) {
      throw new IllegalArgumentException("%s are not of %s".formatted(others.key, key));
    }
    NavigableMap<LocalDate, BigDecimal> all = new TreeMap<>(days);
    all.putAll(others.days);
    return new Fixings(key, all);
  }

  /** What others of the same quarter would change in these. */
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
   * The average of the quarter's fixings up to a day, that day too. It is provisional until the
   * fixing of the quarter's last TARGET day is in it. By hand: of the dollar's 63 fixings in
   * 2017-Q4 it is 74.1753 / 63 = 1.17738571429.
   *
   * @return nothing where no fixing is known by then
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
            isBeforeTheEnd(known.lastKey())));
  }

  /**
   * The quarter's last fixing up to a day, that day too. It stands for the quarter's end only where
   * it is not {@link #isBeforeTheEnd before the last that there is to be}.
   *
   * @return nothing where no fixing is known by then
   */
  public Optional<Fixing> end(LocalDate asOf) {
    return on(asOf);
  }

  /**
   * The fixing of a day, or the newest before it in this quarter.
   *
   * @return nothing where none is known
   */
  public Optional<Fixing> on(LocalDate day) {
    return Optional.ofNullable(days.floorEntry(day))
        .map(entry -> new Fixing(entry.getKey(), entry.getValue()));
  }

  /** Where all fixings are from, as of the newest of some. */
  public static Source source(LocalDate newest) {
    return new Source(
        "ecb-reference-rates",
        "Euro foreign exchange reference rates",
        "European Central Bank",
        Optional.of("https://www.ecb.europa.eu/stats/eurofxref/"),
        newest,
        Source.SourceKind.DATASET);
  }

  /** Whether a fixing of this quarter is to follow that of a day. */
  public boolean isBeforeTheEnd(LocalDate day) {
    return day.isBefore(TargetDays.onOrBefore(key.period().atEndOfQuarter()));
  }
}
