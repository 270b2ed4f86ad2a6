package io.regionalmetrics.model;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which ids of a company's regions stand for one region that the company has renamed, as its
 * filings prove: they told the same figures under both names, and never different ones.
 *
 * @param ids the id under which a region is known, by each of its other ids
 */
public record RenamedRegions(Map<String, String> ids) {
  /** No region is known to have been renamed. */
  public static final RenamedRegions NONE = new RenamedRegions(Map.of());

  /**
   * Copies the ids.
   *
   * @throws IllegalArgumentException if a region is known under an id that stands for another one
   */
  public RenamedRegions {
    ids = Map.copyOf(ids);
    if (ids.values().stream().anyMatch(ids::containsKey)) {
      throw new IllegalArgumentException("a chain of renamed regions: %s".formatted(ids));
    }
  }

  /** These renamed regions and others together; empty if the two contradict each other. */
  Optional<RenamedRegions> and(RenamedRegions others) {
    Map<String, String> all = new TreeMap<>(ids);
    all.putAll(others.ids);
    boolean chained = all.values().stream().anyMatch(all::containsKey);
    return chained || !all.entrySet().containsAll(ids.entrySet())
        ? Optional.empty()
        : Optional.of(new RenamedRegions(all));
  }

  /** Whether no region is known to have been renamed. */
  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /** The id under which a region is known; the same one if it has not been renamed. */
  public String id(String region) {
    return ids.getOrDefault(region, region);
  }

  /** The other ids of each renamed region, by the id under which it is known. */
  public SortedMap<String, SortedSet<String>> otherIds() {
    SortedMap<String, SortedSet<String>> others = new TreeMap<>();
    ids.forEach((other, id) -> others.computeIfAbsent(id, same -> new TreeSet<>()).add(other));
    return others;
  }
}
