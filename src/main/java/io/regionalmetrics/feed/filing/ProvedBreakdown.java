package io.regionalmetrics.feed.filing;

import java.util.List;

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
}
