package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.RegionTelling.Place;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proves which regions a company has renamed, by the figures of its filings: Coca-Cola's {@code
 * Pacific} is {@code A.Pacific} in the annual report of 2024, which repeats two earlier years.
 *
 * <p>Two regions are one if their revenue is the same within rounding in at least two periods, if
 * their figures contradict each other in none, and if no filing tells both: a company that tells
 * two names side by side means two regions. {@link EqualRegions} says when equal figures prove
 * anything, {@link RegionNaming} which regions are renamed at all.
 *
 * <p>All regions that such pairs connect are one; if any two of them contradict each other, none of
 * them are. The id is the one that the oldest filing tells. So the result is the same in whatever
 * order the filings were read.
 */
final class RenamingProof {
  /** More names for one region are not believed; this also bounds what is compared. */
  private static final int MOST_NAMES = 8;

  private final FilingHistory history;
  private final Map<String, Map<Place, List<RegionTelling>>> tellings = new TreeMap<>();
  private final Map<String, Set<String>> filings;

  private RenamingProof(FilingHistory history) {
    this.history = history;
    this.filings = FilingsOfRegions.of(history);
    for (FactSeries series : history.series()) {
      if (RegionNaming.isOwn(series.region())) {
        history.stated(series).forEach(stated -> add(RegionTelling.of(series, stated)));
      }
    }
  }

  /** The regions that a company's filings prove to be renamed. */
  static RenamedRegions of(FilingHistory history) {
    return new RenamingProof(history).renamed();
  }

  private void add(RegionTelling telling) {
    tellings
        .computeIfAbsent(telling.region(), same -> new HashMap<>())
        .computeIfAbsent(telling.place(), same -> new ArrayList<>())
        .add(telling);
  }

  private RenamedRegions renamed() {
    Map<String, String> ids = new HashMap<>();
    for (Set<String> names : groups()) {
      if (areOne(List.copyOf(names))) {
        String id = names.stream().min(toldFirst()).orElseThrow();
        names.stream().filter(name -> !name.equals(id)).forEach(name -> ids.put(name, id));
      }
    }
    return new RenamedRegions(ids);
  }

  /** The sets of regions that are the same in enough periods, directly or through others. */
  private List<Set<String>> groups() {
    Map<String, Set<String>> others = new TreeMap<>();
    for (RegionPair pair : equalRegions().pairs()) {
      others.computeIfAbsent(pair.one(), same -> new TreeSet<>()).add(pair.other());
      others.computeIfAbsent(pair.other(), same -> new TreeSet<>()).add(pair.one());
    }
    List<Set<String>> groups = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String region : others.keySet()) {
      if (!seen.contains(region)) {
        groups.add(reachable(region, others));
        seen.addAll(groups.getLast());
      }
    }
    return groups;
  }

  private static Set<String> reachable(String region, Map<String, Set<String>> others) {
    Set<String> reached = new TreeSet<>(Set.of(region));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      for (String other : others.getOrDefault(next.remove(), Set.of())) {
        if (reached.add(other)) {
          next.add(other);
        }
      }
    }
    return reached;
  }

  private EqualRegions equalRegions() {
    Map<Place, List<RegionTelling>> byPlace = new HashMap<>();
    tellings
        .values()
        .forEach(places ->
            places.forEach((place, some) ->
                byPlace.computeIfAbsent(place, same -> new ArrayList<>()).addAll(some)));
    EqualRegions equal = new EqualRegions(withTotalRevenue());
    byPlace.values().forEach(equal::compare);
    return equal;
  }

  private Set<String> withTotalRevenue() {
    return tellings.entrySet().stream()
        .filter(region -> region.getValue().keySet().stream().anyMatch(Place::isTotalRevenue))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean areOne(List<String> names) {
    if (names.size() > MOST_NAMES) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      for (String other : names.subList(i + 1, names.size())) {
        if (areToldTogether(names.get(i), other) || contradict(names.get(i), other)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean areToldTogether(String one, String other) {
    Set<String> filingsOfOther = filings.getOrDefault(other, Set.of());
    return filings.getOrDefault(one, Set.of()).stream().anyMatch(filingsOfOther::contains);
  }

  /** Whether two regions have no value in common at a place that both have figures of. */
  private boolean contradict(String one, String other) {
    ReadingTime.check();
    Map<Place, List<RegionTelling>> others = tellings.getOrDefault(other, Map.of());
    return tellings.getOrDefault(one, Map.of()).entrySet().stream()
        .filter(place -> others.containsKey(place.getKey()))
        .anyMatch(place ->
            place.getValue().stream()
                .noneMatch(mine ->
                    others.getOrDefault(place.getKey(), List.of()).stream()
                        .anyMatch(mine::agreesWith)));
  }

  private Comparator<String> toldFirst() {
    Comparator<String> oldestFirst = history.oldestFirst();
    return Comparator.<String, String>comparing(
            name -> filings.getOrDefault(name, Set.of()).stream().min(oldestFirst).orElseThrow(),
            oldestFirst)
        .thenComparing(Comparator.naturalOrder());
  }
}
