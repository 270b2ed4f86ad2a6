package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What to read before a comparison can be answered. Rates that a requested currency needs are not
 * among it; the reader of a question adds those.
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

  /**
   * Two quarters of some subjects.
   *
   * @param reads the quarters to read for a subject in one quarter
   */
  static Requirements of(
      List<Subject> subjects,
      YearQuarter period,
      YearQuarter base,
      BiFunction<Subject, YearQuarter, Stream<QuarterKey>> reads) {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      reads.apply(subject, period).forEach(keys::add);
      reads.apply(subject, base).forEach(keys::add);
    }
    return of(keys);
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
