package io.regionalmetrics.currency;

import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Unit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/**
 * The currency to convert money to, and the rate to use.
 *
 * @param currency an ISO 4217 code
 * @param fx which rate to use
 */
public record Exchange(String currency, Fx fx) {

  /** Whether figures of a metric can be converted: only money can. */
  public static boolean converts(Metric metric) {
    return metric.dimension() == Dimension.MONEY;
  }

  /** The unit of a metric's figures after conversion. */
  public Unit unit(Metric metric) {
    return metric.unitIn(currency);
  }

  /**
   * The rates needed to convert figures in the given currencies and quarters. The euro needs none,
   * because all rates are per euro.
   */
  public Set<FixingsKey> reads(Collection<String> currencies, Collection<YearQuarter> periods) {
    Set<String> all = new LinkedHashSet<>(currencies);
    all.add(currency);
    all.remove(FixingsKey.EURO);
    Set<FixingsKey> keys = new LinkedHashSet<>();
    if (currencies.stream().anyMatch(other -> !other.equals(currency))) {
      periods.stream()
          .flatMap(fx::reads)
          .forEach(period -> all.forEach(one -> keys.add(new FixingsKey(one, period))));
    }
    return keys;
  }
}
