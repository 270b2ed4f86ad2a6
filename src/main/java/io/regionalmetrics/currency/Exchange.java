package io.regionalmetrics.currency;

import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Unit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/**
 * The currency in which money is asked for.
 *
 * @param currency an ISO 4217 code
 * @param fx by which rate
 */
public record Exchange(String currency, Fx fx) {

  /** Whether figures of a metric are converted: only money is. */
  public static boolean converts(Metric metric) {
    return metric.dimension() == Dimension.MONEY;
  }

  /** The unit in which a metric's figures are asked for. */
  public Unit unit(Metric metric) {
    return metric.unitIn(currency);
  }

  /**
   * The rates that are needed to convert figures in some currencies of some quarters; the euro
   * needs none.
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
