package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds the regions that a company divides the world into: those of one axis whose figures add up
 * to the whole within rounding, at the newest time that a filing reports on.
 *
 * <p>Regions of a product may add up to the product's whole. If that isn't reported, they may add
 * up to the whole of everything: then no other product or region can have a share of it.
 */
final class WorldMembers {
  /** If the rounding exceeds a hundredth of the whole, an equal sum proves nothing. */
  private static final BigFraction MAX_ROUNDING = BigFraction.of(1, 100);

  private final List<ReportedFact> facts;
  private final Map<String, DefinedMetric> metrics;

  WorldMembers(List<ReportedFact> facts, Map<String, DefinedMetric> metrics) {
    this.facts = facts;
    this.metrics = metrics;
  }

  /** What facts that may add up have in common. */
  private record Group(FactSeries series, Optional<Span> span, LocalDate end) {
    static Group of(ReportedFact fact) {
      return new Group(fact.series().ofAllRegions(), fact.span(), fact.end());
    }

    boolean isBefore(Group other) {
      return series.equals(other.series) && end.isBefore(other.end);
    }
  }

  /** The members' codes; empty if the facts don't show that any regions add up to the whole. */
  Optional<Set<String>> find() {
    Map<Group, List<ReportedFact>> groups =
        facts.stream()
            .filter(fact -> !fact.isWhole())
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    List<String> order = List.copyOf(metrics.keySet());
    return groups.entrySet().stream()
        .filter(group -> groups.keySet().stream().noneMatch(group.getKey()::isBefore))
        .sorted(Comparator.comparingInt(group -> order.indexOf(group.getKey().series().metric())))
        .filter(group -> addsUp(group.getKey(), group.getValue()))
        .findFirst()
        .map(group -> regions(group.getValue()));
  }

  private static Set<String> regions(List<ReportedFact> facts) {
    Set<String> regions = new LinkedHashSet<>();
    facts.forEach(fact -> regions.add(fact.series().region()));
    return regions;
  }

  private boolean addsUp(Group group, List<ReportedFact> members) {
    Optional<ReportedFact> whole =
        whole(group, group.series().metric()).or(() -> wholeOfAllProducts(group));
    if (members.size() < 2 || whole.isEmpty() || whole.get().value().signum() <= 0) {
      return false;
    }
    Interval sum =
        members.stream()
            .map(fact -> fact.bounds().interval())
            .reduce(Interval.point(BigFraction.ZERO), Interval::plus);
    Interval all = whole.get().bounds().interval();
    BigFraction rounding = sum.width().add(all.width());
    return sum.meets(all)
        && rounding.compareTo(Interval.exact(whole.get().value()).multiply(MAX_ROUNDING)) <= 0;
  }

  private Optional<ReportedFact> wholeOfAllProducts(Group group) {
    DefinedMetric metric = metrics.get(group.series().metric());
    return metric != null
            && metric.product().isPresent()
            && metric.metric().kind() == MetricKind.FLOW
        ? whole(group, metric.wanted().id())
        : Optional.empty();
  }

  private Optional<ReportedFact> whole(Group group, String metric) {
    return facts.stream()
        .filter(ReportedFact::isWhole)
        .filter(fact ->
            fact.series().metric().equals(metric)
                && fact.series().unit().equals(group.series().unit())
                && fact.series().concept().equals(group.series().concept())
                && fact.span().equals(group.span())
                && fact.end().equals(group.end()))
        .findFirst();
  }
}
