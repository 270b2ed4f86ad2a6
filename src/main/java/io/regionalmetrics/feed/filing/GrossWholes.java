package io.regionalmetrics.feed.filing;

import java.util.Collection;
import java.util.List;

/**
 * The wholes of regions before eliminations. Each is total revenue, which the regions make up
 * together with the eliminations as a named remainder, and is used only where that is proved.
 */
final class GrossWholes {
  private final List<ReportedFact> wholes;

  /** The wholes among the figures of a filing; none if no region is before eliminations. */
  GrossWholes(Collection<ReportedFact> facts) {
    this.wholes =
        facts.stream().anyMatch(one -> isGross(one.series()))
            ? facts.stream()
                .filter(ReportedFact::isWhole)
                .filter(one -> one.series().metric().equals(WantedMetric.REVENUE.id()))
                .map(one -> one.of(WantedMetric.BEFORE_ELIMINATIONS))
                .toList()
            : List.of();
  }

  /** Whether a series is before eliminations. */
  static boolean isGross(FactSeries series) {
    return series.metric().equals(WantedMetric.BEFORE_ELIMINATIONS);
  }

  List<ReportedFact> all() {
    return wholes;
  }

  /** Those that divide as breakdowns of the same filing prove. */
  List<ReportedFact> provedBy(Collection<ProvedBreakdown> breakdowns) {
    return wholes.stream()
        .filter(whole -> breakdowns.stream().anyMatch(one -> isOf(one, whole)))
        .toList();
  }

  private static boolean isOf(ProvedBreakdown breakdown, ReportedFact whole) {
    return isGross(breakdown.series())
        && breakdown.series().unit().equals(whole.series().unit())
        && breakdown.time().equals(FactTime.of(whole));
  }
}
