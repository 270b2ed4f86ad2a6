package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.StandardAxes;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the metric that some facts measure, or defines it. */
final class MetricDefiner {
  private final Vocabulary vocabulary;
  private final ReadingReport report;

  MetricDefiner(Vocabulary vocabulary, ReadingReport report) {
    this.vocabulary = vocabulary;
    this.report = report;
  }

  /**
   * The metric as it is already defined, or as these facts define it. Empty, with a note in the
   * report, if the existing definition differs or the facts don't agree on a unit.
   */
  Optional<DefinedMetric> metric(String id, List<CandidateFact> facts) {
    Optional<Metric> known = vocabulary.metric(id);
    return known.isPresent() ? known(known.get(), facts) : define(id, facts);
  }

  private Optional<DefinedMetric> known(Metric known, List<CandidateFact> facts) {
    CandidateFact first = facts.getFirst();
    WantedMetric wanted = first.wanted();
    if (known.kind() == wanted.kind()
        && (!wanted.byProduct() || known.dimension() == Dimension.MONEY)) {
      return Optional.of(new DefinedMetric(known, true, first.product(), first.part(), wanted));
    }
    report.leaveOut(LeftOutReason.METRIC_DIFFERS, facts.size());
    report.note(
        "metric-differs",
        "%s is defined as a %s of %s, but the feed reads it as a %s; use another id"
            .formatted(
                known.id(), known.kind().code(), known.dimension().code(), wanted.kind().code()));
    return Optional.empty();
  }

  private Optional<DefinedMetric> define(String id, List<CandidateFact> facts) {
    CandidateFact first = facts.getFirst();
    List<FactUnit> units = facts.stream().map(CandidateFact::unit).distinct().toList();
    Optional<FactUnit> unit = MetricUnits.toDefine(first.wanted(), units);
    if (unit.isEmpty()) {
      report.leaveOut(LeftOutReason.OTHER_UNIT, facts.size());
      report.note(
          "units-differ", "%s is in several units, so it is not read: %s".formatted(id, units));
    }
    return unit.map(one ->
        new DefinedMetric(
            metric(id, first, one), false, first.product(), first.part(), first.wanted()));
  }

  private static Metric metric(String id, CandidateFact fact, FactUnit unit) {
    WantedMetric wanted = fact.wanted();
    return new Metric(
        id,
        name(fact),
        wanted.kind(),
        MetricUnits.dimension(unit),
        MetricUnits.define(unit, wanted),
        Optional.empty(),
        wanted.mayBeNegative(),
        definition(fact),
        LocalDate.EPOCH);
  }

  private static String name(CandidateFact fact) {
    String name = fact.wanted().name();
    return fact.product()
        .map(product ->
            "%s %s"
                .formatted(
                    ElementName.sentence(ElementName.of(product)), name.toLowerCase(Locale.ROOT)))
        .or(() -> fact.part().map(RevenueLines::partName))
        .orElse(name);
  }

  private static Optional<String> definition(CandidateFact fact) {
    return fact.product()
        .map(product ->
            "The part of %s that filings report under %s=%s"
                .formatted(fact.wanted().id(), StandardAxes.PRODUCTS, product))
        .or(() ->
            fact.part()
                .map(part ->
                    "The part of revenue that filings report under %s, next to a larger total"
                        .formatted(part)));
  }
}
