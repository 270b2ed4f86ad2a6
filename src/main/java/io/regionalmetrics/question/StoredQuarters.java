package io.regionalmetrics.question;

import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/**
 * Tells which quarters have figures. Needed where a metric's first and last quarter are far apart:
 * a single mistyped quarter, such as 2107-Q4, must not make the service read thousands of empty
 * ones. Each metric is looked up once.
 */
final class StoredQuarters {
  private final Store store;
  private final Deadline deadline;
  private final Map<List<String>, NavigableSet<YearQuarter>> known = new HashMap<>();

  StoredQuarters(Store store, Deadline deadline) {
    this.store = store;
    this.deadline = deadline;
  }

  /** The quarters in which a company has figures of a metric. */
  NavigableSet<YearQuarter> of(String company, String metric) {
    return known.computeIfAbsent(
        List.of(company, metric),
        same ->
            store.periods(new MetricSpan(company, metric, Periods.FIRST, Periods.LAST), deadline));
  }

  /** Those of some quarters that have no figures. */
  Set<QuarterKey> empty(Collection<QuarterKey> keys) {
    return keys.stream()
        .filter(key -> !of(key.company(), key.metric()).contains(key.period()))
        .collect(Collectors.toSet());
  }
}
