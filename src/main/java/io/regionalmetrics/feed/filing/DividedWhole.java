package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole at one time, with the regions and remainders that may make it up.
 *
 * @param regions the regions that the filing reports for that time, by code
 * @param remainders what is added to the regions in any case
 */
record DividedWhole(
    FactTime time,
    ReportedWhole whole,
    Map<String, ReportedFact> regions,
    List<ReportedFact> remainders) {

  /** The same whole, to which remainders are added. */
  DividedWhole with(List<ReportedFact> others) {
    return new DividedWhole(time, whole, regions, others);
  }

  /**
   * Whether some regions and the remainders add up to the whole; empty if a region is missing or
   * the sums leave it open.
   */
  Optional<Boolean> addsUp(Collection<String> some) {
    return regions.keySet().containsAll(some) ? whole.isSumOf(parts(some)) : Optional.empty();
  }

  /** Whether all these regions are reported, and add up with the remainders to the digit. */
  boolean addsUpExactly(Collection<String> some) {
    return regions.keySet().containsAll(some) && whole.isExactSumOf(parts(some));
  }

  private List<ReportedFact> parts(Collection<String> some) {
    ReadingTime.check();
    List<ReportedFact> parts = new ArrayList<>(remainders);
    some.stream()
        .flatMap(one -> Optional.ofNullable(regions.get(one)).stream())
        .forEach(parts::add);
    return parts;
  }
}
