package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.RenamedRegions;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds the code that a filing has for a region that was renamed. */
final class NamesInFilings {
  private final SortedMap<String, SortedSet<String>> otherIds;
  private final ToldRegions told;

  /**
   * The names of some filings.
   *
   * @param told the regions that each filing tells
   */
  NamesInFilings(RenamedRegions renamed, ToldRegions told) {
    this.otherIds = renamed.otherIds();
    this.told = told;
  }

  /** From a region's id to its code in a filing; the id itself if the filing doesn't tell it. */
  UnaryOperator<String> in(String source) {
    Set<String> codes = told.of(source).orElse(Set.of());
    return id ->
        otherIds.getOrDefault(id, new TreeSet<>()).stream()
            .filter(codes::contains)
            .findFirst()
            .orElse(id);
  }
}
