package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.xbrl.FactUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds the metric that some facts measure, or defines it. */
final class MetricDefiner {
  /** With more metrics, no further slice is defined: a company's definitions are one item. */
  private static final int MAX_METRICS = 400;

  /** The longest names of a slice's axes and members, in characters; they are in its definition. */
  private static final int MAX_MEMBERS = 900;

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
        && (!wanted.bySlice() || known.dimension() == Dimension.MONEY)
        && ((first.slice().isWhole() && first.part().isEmpty())
            || known.definition().map(first.slice()::hasAxesOf).orElse(true))) {
      return Optional.of(new DefinedMetric(known, true, first.slice(), first.part(), wanted));
    }
    report.leaveOut(LeftOutReason.METRIC_DIFFERS, facts);
    report.note(
        "metric-differs",
        "%s is defined as a %s of %s, but the feed reads it as a %s; use another id"
            .formatted(
                known.id(), known.kind().code(), known.dimension().code(), wanted.kind().code()));
    return Optional.empty();
  }

  private Optional<DefinedMetric> define(String id, List<CandidateFact> facts) {
    CandidateFact first = facts.getFirst();
    if (!first.slice().isWhole() && !mayDefine(first.slice())) {
      report.leaveOut(LeftOutReason.FURTHER_DIMENSION, facts);
      return Optional.empty();
    }
    List<FactUnit> units = facts.stream().map(CandidateFact::unit).distinct().toList();
    Optional<FactUnit> unit = MetricUnits.toDefine(first.wanted(), units);
    if (unit.isEmpty()) {
      report.leaveOut(LeftOutReason.OTHER_UNIT, facts);
      report.note(
          "units-differ", "%s is in several units, so it is not read: %s".formatted(id, units));
    }
    return unit.map(one ->
        new DefinedMetric(
            metric(id, first, one), false, first.slice(), first.part(), first.wanted()));
  }

  private boolean mayDefine(Slice slice) {
    return vocabulary.company().definitions().metrics().size() < MAX_METRICS
        && slice.toString().length() <= MAX_MEMBERS;
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
    return fact.slice().isWhole()
        ? fact.part().map(RevenuePart::name).orElse(name)
        : FiledInstance.bounded(fact.slice().name(name));
  }

  private static Optional<String> definition(CandidateFact fact) {
    if (fact.wanted().id().equals(WantedMetric.BEFORE_ELIMINATIONS)) {
      return Optional.of(
          "Revenue of regions, including what a company's segments sell to each other. That of the "
              + "world is total revenue, so the eliminations are what the regions leave of it");
    }
    return fact.slice().isWhole()
        ? fact.part()
            .map(part ->
                "The part of revenue that filings report under %s, next to a larger total"
                    .formatted(part))
        : Optional.of(
            "The part of %s that filings report under %s"
                .formatted(fact.wanted().id(), fact.slice()));
  }
}
