package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.Span;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The business segments that make up a company's revenue, whether they are regions or not. If two
 * spans have different segments, the company was recast between them, so no quarter is derived from
 * them: Google's nine months of 2012 include the set-top boxes that its year doesn't.
 */
final class SegmentDivisions {
  /** The code of such divisions in the stored history. */
  static final String AXIS = "segment-members";

  private SegmentDivisions() {}

  /**
   * The divisions that a filing proves: for each span, the segments whose figures add up to the
   * whole to the digit.
   *
   * @param concepts the concepts of total revenue
   */
  static List<ProvedBreakdown> of(
      Collection<Fact> facts, FilingAxes axes, Set<QualifiedName> concepts) {
    Map<FactCell, Fact> totals = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (concepts.contains(fact.concept())
          && fact.context().isWithoutDimensions()
          && fact.context().span().isPresent()
          && fact.value().isPresent()) {
        totals.putIfAbsent(FactCell.of(fact), fact);
      }
    }
    return totals.entrySet().stream()
        .flatMap(total -> division(total.getValue(), segments(total.getKey(), axes)).stream())
        .toList();
  }

  private static List<Fact> segments(FactCell total, FilingAxes axes) {
    return axes.cube().members(total, StandardAxes.SEGMENTS).stream()
        .filter(one -> one.value().isPresent())
        .filter(one ->
            FactCube.member(one, StandardAxes.SEGMENTS).filter(axes::isAllSegments).isEmpty())
        .toList();
  }

  private static Optional<ProvedBreakdown> division(Fact total, List<Fact> segments) {
    return segments.size() > 1
            && total.unit() instanceof FactUnit.Money(String currency)
            && sum(segments).compareTo(total.value().orElseThrow()) == 0
        ? Optional.of(division(FactCell.of(total), new Unit(currency), segments))
        : Optional.empty();
  }

  private static BigDecimal sum(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.value().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ProvedBreakdown division(FactCell cell, Unit unit, List<Fact> members) {
    Set<String> names = new TreeSet<>();
    for (Fact member : members) {
      names.add(FactCube.member(member, StandardAxes.SEGMENTS).orElseThrow().local());
    }
    Span span = cell.context().span().orElseThrow();
    return new ProvedBreakdown(
        new FactSeries(WantedMetric.REVENUE.id(), "", unit, "", AXIS),
        new FactTime(Optional.of(span), span.end()),
        List.copyOf(names),
        List.of());
  }
}
