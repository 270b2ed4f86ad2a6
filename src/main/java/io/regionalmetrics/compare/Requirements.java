package io.regionalmetrics.compare;

import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be read before a comparison can be answered. The rates that a requested currency needs
 * are not among it; the reader of a question adds them.
 *
 * @param quarters single quarters of metrics, in reading order
 * @param spans ranges of quarters of metrics, one for each metric of each company
 * @param rates exchange rates that the answer probably needs whatever currency is requested; few,
 *     so that they can be read together with the quarters
 */
public record Requirements(
    Set<QuarterKey> quarters, List<MetricSpan> spans, Set<FixingsKey> rates) {
  /** Copies the collections and keeps their order. */
  public Requirements {
    quarters = Collections.unmodifiableSet(new LinkedHashSet<>(quarters));
    spans = List.copyOf(spans);
    rates = Collections.unmodifiableSet(new LinkedHashSet<>(rates));
  }

  /** Single quarters only. */
  static Requirements of(Set<QuarterKey> quarters) {
    return new Requirements(quarters, List.of(), Set.of());
  }

  /** Ranges of quarters only. */
  static Requirements of(List<MetricSpan> spans) {
    return new Requirements(Set.of(), spans, Set.of());
  }
}
