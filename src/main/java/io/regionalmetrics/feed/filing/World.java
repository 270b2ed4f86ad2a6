package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
 * The regions that a company divides the world into: those of one axis whose figures add up to the
 * whole within rounding, in the newest time that a filing tells of. Figures of one product do so
 * where they add up to the product's whole or, where that isn't told, to the whole of everything:
 * then nothing is left for another product or region.
 */
final class World {
  /** Where the rounding is more than a hundredth of the whole, meeting it proves nothing. */
  private static final BigFraction MOST_ROUNDING = BigFraction.of(1, 100);

  private final List<ReportedFact> figures;
  private final Map<String, DefinedMetric> metrics;

  World(List<ReportedFact> figures, Map<String, DefinedMetric> metrics) {
    this.figures = figures;
    this.metrics = metrics;
  }

  /** Figures that are of one metric, axis, unit, concept and time. */
  private record Group(FactSeries of, Optional<Span> span, LocalDate end) {
    static Group of(ReportedFact figure) {
      FactSeries series = figure.series();
      return new Group(
          new FactSeries(series.metric(), "", series.unit(), series.concept(), series.axis()),
          figure.span(),
          figure.end());
    }
  }

  /** The members, by id, if the figures show them. */
  Optional<Set<String>> members() {
    Map<Group, List<ReportedFact>> groups =
        figures.stream()
            .filter(figure -> !figure.isWhole())
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .filter(group -> isNewest(group.getKey(), groups.keySet()))
        .sorted(
            Comparator.comparingInt(
                group -> metrics.keySet().stream().toList().indexOf(group.getKey().of().metric())))
        .filter(group -> addUp(group.getKey(), group.getValue()))
        .findFirst()
        .map(group ->
            group.getValue().stream()
                .map(figure -> figure.series().region())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static boolean isNewest(Group group, Collection<Group> groups) {
    return groups.stream()
        .filter(other -> other.of().equals(group.of()))
        .noneMatch(other -> other.end().isAfter(group.end()));
  }

  private boolean addUp(Group group, List<ReportedFact> members) {
    Optional<ReportedFact> whole = whole(group, group.of().metric()).or(() -> wholeOfAll(group));
    if (members.size() < 2 || whole.isEmpty() || whole.get().value().signum() <= 0) {
      return false;
    }
    Interval sum =
        members.stream()
            .map(figure -> figure.bounds().interval())
            .reduce(Interval.point(BigFraction.ZERO), Interval::plus);
    Interval all = whole.get().bounds().interval();
    BigFraction rounding = sum.width().add(all.width());
    return sum.meets(all)
        && rounding.compareTo(Interval.exact(whole.get().value()).multiply(MOST_ROUNDING)) <= 0;
  }

  private Optional<ReportedFact> wholeOfAll(Group group) {
    DefinedMetric metric = metrics.get(group.of().metric());
    return metric != null
            && metric.product().isPresent()
            && metric.metric().kind() == MetricKind.FLOW
        ? whole(group, metric.wanted().id())
        : Optional.empty();
  }

  private Optional<ReportedFact> whole(Group group, String metric) {
    return figures.stream()
        .filter(ReportedFact::isWhole)
        .filter(figure ->
            figure.series().metric().equals(metric)
                && figure.series().unit().equals(group.of().unit())
                && figure.series().concept().equals(group.of().concept())
                && figure.span().equals(group.span())
                && figure.end().equals(group.end()))
        .findFirst();
  }

  /**
   * Whether a definition of the world by members makes sense with the others: no circle, nothing
   * twice.
   *
   * @param more regions that are defined along with it
   */
  static boolean makesSense(Region world, Collection<Region> more, Vocabulary vocabulary) {
    List<Region> all = new ArrayList<>(vocabulary.definedRegions());
    all.removeIf(region -> region.id().equals(world.id()));
    all.addAll(more);
    all.add(world);
    RegionAlgebra algebra = new RegionAlgebra(all);
    return algebra.circle().isEmpty()
        && algebra.overlaps().objection(new RegionExpression(world.parts())).isEmpty();
  }
}
