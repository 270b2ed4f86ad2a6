package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * For which metrics a company's filings report regions for whole years, and for which they do so
 * for shorter times. The order in which filings are added makes no difference.
 *
 * <p>Metrics of a part of the business, such as a brand, aren't considered.
 */
final class RegionalSpans {
  private final SortedSet<String> yearly = new TreeSet<>();
  private final SortedSet<String> shorter = new TreeSet<>();

  /**
   * What one filing shows.
   *
   * @param facts what it reports
   * @param metrics their metrics, by id
   */
  static RegionalSpans of(Collection<ReportedFact> facts, Map<String, DefinedMetric> metrics) {
    RegionalSpans spans = new RegionalSpans();
    facts.stream()
        .filter(fact -> !fact.isWhole() && isOfWholeBusiness(fact, metrics))
        .forEach(fact -> fact.span().ifPresent(span -> spans.add(fact.series().metric(), span)));
    return spans;
  }

  private static boolean isOfWholeBusiness(ReportedFact fact, Map<String, DefinedMetric> metrics) {
    DefinedMetric metric = metrics.get(fact.series().metric());
    return metric != null && metric.slice().isWhole();
  }

  private void add(String metric, Span span) {
    if (FiscalLength.of(span).filter(FiscalLength.YEAR::equals).isPresent()) {
      addYearly(metric);
    } else {
      addShorter(metric);
    }
  }

  /** Adds what other filings show. */
  void addAll(RegionalSpans other) {
    yearly.addAll(other.yearly);
    shorter.addAll(other.shorter);
  }

  /** Adds a metric that is reported by region for a year. */
  void addYearly(String metric) {
    yearly.add(metric);
  }

  /** Adds a metric that is reported by region for less than a year. */
  void addShorter(String metric) {
    shorter.add(metric);
  }

  /** The metrics that are reported by region for a year. */
  Set<String> yearly() {
    return Collections.unmodifiableSet(yearly);
  }

  /** The metrics that are reported by region for less than a year. */
  Set<String> shorter() {
    return Collections.unmodifiableSet(shorter);
  }

  /** The metrics that are reported by region for years, and for no shorter time. */
  Set<String> yearlyOnly() {
    SortedSet<String> only = new TreeSet<>(yearly);
    only.removeAll(shorter);
    return only;
  }
}
