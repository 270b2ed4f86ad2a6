package io.regionalmetrics.feed.filing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Regions that make up a whole in a span or on a day, as the sums in a filing prove.
 *
 * @param series what the regions' facts have in common
 * @param time the span or the day
 * @param members the codes of the regions, in alphabetical order
 * @param remainders what makes up the whole beside them
 */
record ProvedBreakdown(
    FactSeries series, FactTime time, List<String> members, List<ReportedFact> remainders) {

  /** The parts without their values. */
  ProvedParts parts() {
    return new ProvedParts(members, remainders.stream().map(ReportedFact::series).toList());
  }

  /** The finest breakdown of each whole and time: the one with the most regions. */
  static Collection<ProvedBreakdown> finest(Collection<ProvedBreakdown> all) {
    Map<FactSlot, ProvedBreakdown> finest = new LinkedHashMap<>();
    for (ProvedBreakdown one : all) {
      finest.merge(
          new FactSlot(one.series, one.time.span(), one.time.end()),
          one,
          (known, other) -> other.members.size() > known.members.size() ? other : known);
    }
    return finest.values();
  }
}
