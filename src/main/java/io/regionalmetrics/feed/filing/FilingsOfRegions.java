package io.regionalmetrics.feed.filing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the filings that tell each region. Histories written by earlier versions don't have them:
 * then a region counts as told by every filing from the first to the last that states a figure.
 */
final class FilingsOfRegions {
  private final FilingHistory history;
  private final Comparator<String> oldestFirst;
  private final Map<String, Set<String>> filings = new HashMap<>();

  private FilingsOfRegions(FilingHistory history) {
    this.history = history;
    this.oldestFirst = history.oldestFirst();
  }

  /** The ids of the filings that tell a region, by the region's code. */
  static Map<String, Set<String>> of(FilingHistory history) {
    FilingsOfRegions found = new FilingsOfRegions(history);
    history
        .regions()
        .bySource()
        .forEach((source, regions) -> regions.forEach(region -> found.add(region, source)));
    if (history.sourceIds().stream().anyMatch(source -> history.regions().of(source).isEmpty())) {
      history.series().forEach(found::addUnnoted);
    }
    return found.filings;
  }

  private void add(String region, String source) {
    filings.computeIfAbsent(region, same -> new HashSet<>()).add(source);
  }

  private void addUnnoted(FactSeries series) {
    for (StatedSpan stated : history.stated(series)) {
      history.sourceIds().stream()
          .filter(source -> history.regions().of(source).isEmpty())
          .filter(source -> stated.isStatedAt(source, oldestFirst))
          .forEach(source -> add(series.region(), source));
    }
  }
}
