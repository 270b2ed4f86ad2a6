package io.regionalmetrics.feed.filing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which regions each filing tells figures of, whatever the metric. */
final class ToldRegions {
  private final Map<String, Set<String>> bySource = new LinkedHashMap<>();

  /** Adds the regions of a filing. */
  void add(String source, Set<String> regions) {
    bySource.computeIfAbsent(source, same -> new TreeSet<>()).addAll(regions);
  }

  /** Adds what other filings tell. */
  void addAll(ToldRegions others) {
    others.bySource.forEach(this::add);
  }

  /** The regions by the ids of filings. */
  Map<String, Set<String>> bySource() {
    return Collections.unmodifiableMap(bySource);
  }

  /** The regions of a filing; empty if it was read before they were noted. */
  Optional<Set<String>> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
