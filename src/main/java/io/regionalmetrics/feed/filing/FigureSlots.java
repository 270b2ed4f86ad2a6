package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        .forEach((slot, all) -> {
          List<CandidateFact> same = withoutIgnoredAxes(all);
          agreement.agreed(slot, same).ifPresent(figure -> figures.put(figure, same));
        });
    return figures;
  }

  /** The facts without an ignored axis; all of them if each has one. */
  private List<CandidateFact> withoutIgnoredAxes(List<CandidateFact> all) {
    Map<Boolean, List<CandidateFact>> byAxis =
        all.stream().collect(Collectors.partitioningBy(CandidateFact::hasIgnoredAxis));
    List<CandidateFact> without = byAxis.getOrDefault(false, List.of());
    if (without.isEmpty()) {
      return all;
    }
    report.leaveOut(LeftOutReason.OTHER_AXIS, byAxis.getOrDefault(true, List.of()));
    return without;
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
      report.leaveOut(LeftOutReason.OTHER_UNIT, List.of(fact));
      return Optional.empty();
    }
    if (fact.value().signum() < 0 && !metric.mayBeNegative() && !fact.isRemainder()) {
      report.leaveOut(LeftOutReason.NEGATIVE, List.of(fact));
      return Optional.empty();
    }
    Context context = fact.fact().context();
    FactSeries series =
        new FactSeries(
            metric.id(), fact.region(), unit.get(), fact.line().toString(), fact.axis().code());
    return Optional.of(new FactSlot(series, context.span(), context.end()));
  }
}
