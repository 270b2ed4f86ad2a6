package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one figure of all facts about a region at a time, and reports facts that make none. */
final class FigureSlots {
  private final ReadingReport report;
  private final FactAgreement agreement;

  FigureSlots(ReadingReport report) {
    this.report = report;
    this.agreement = new FactAgreement(report);
  }

  /** The figures of a metric, with the facts that state each. */
  Map<ReportedFact, List<CandidateFact>> figures(List<CandidateFact> facts, Metric metric) {
    Map<ReportedFact, List<CandidateFact>> figures = new LinkedHashMap<>();
    bySlot(facts, metric)
        .forEach((slot, same) ->
            agreement.agreed(slot, same).ifPresent(figure -> figures.put(figure, same)));
    return figures;
  }

  private Map<FactSlot, List<CandidateFact>> bySlot(List<CandidateFact> facts, Metric metric) {
    Map<FactSlot, List<CandidateFact>> slots = new LinkedHashMap<>();
    for (CandidateFact fact : facts) {
      slot(fact, metric)
          .ifPresent(slot -> slots.computeIfAbsent(slot, same -> new ArrayList<>()).add(fact));
    }
    return slots;
  }

  private Optional<FactSlot> slot(CandidateFact fact, Metric metric) {
    Optional<Unit> unit = MetricUnits.translate(fact.unit(), metric);
    if (unit.isEmpty()) {
      report.leaveOut(LeftOutReason.OTHER_UNIT);
      return Optional.empty();
    }
    if (fact.value().signum() < 0 && !metric.mayBeNegative() && !fact.isRemainder()) {
      report.leaveOut(LeftOutReason.NEGATIVE);
      return Optional.empty();
    }
    Context context = fact.fact().context();
    FactSeries series =
        new FactSeries(
            metric.id(), fact.region(), unit.get(), fact.line().toString(), fact.axis().code());
    return Optional.of(new FactSlot(series, context.span(), context.end()));
  }
}
