package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The regions that make up a whole in one quarter of a metric, as a source shows. It applies to no
 * other quarter.
 *
 * @param whole the whole's code, such as {@code WORLD}
 * @param members the codes of at least two regions, in the source's order
 * @param source the publication that shows it
 */
public record Breakdown(String whole, List<String> members, Source source) {
  /** The most members first; equally many in the order of their codes. */
  private static final Comparator<Breakdown> FINEST_FIRST =
      Comparator.<Breakdown>comparingInt(one -> -one.members.size())
          .thenComparing(one -> String.join("+", one.members));

  /**
   * Copies the members.
   *
   * @throws IllegalArgumentException if there are fewer than two
   */
  public Breakdown {
    members = List.copyOf(members);
    if (members.size() < 2) {
      throw new IllegalArgumentException("%s has fewer than two members".formatted(whole));
    }
  }

  /**
   * The breakdowns of a whole that apply on a day: those of the newest source that shows any,
   * finest first.
   *
   * @param asOf the last day whose publications count
   */
  public static List<Breakdown> current(Collection<Breakdown> all, String whole, LocalDate asOf) {
    Map<Source, List<Breakdown>> bySource = new LinkedHashMap<>();
    all.stream()
        .filter(one -> one.whole.equals(whole))
        .filter(one -> !one.source.published().isAfter(asOf))
        .sorted(FINEST_FIRST)
        .forEach(one -> bySource.computeIfAbsent(one.source, same -> new ArrayList<>()).add(one));
    Optional<Source> newest =
        bySource.keySet().stream()
            .max(Comparator.comparing(Source::published).thenComparing(Source::id));
    return newest
        .map(source -> List.copyOf(bySource.getOrDefault(source, List.of())))
        .orElse(List.of());
  }

  /**
   * Whether another breakdown has the same source, the same whole and, in any order, the same
   * members.
   */
  public boolean hasSameContentAs(Breakdown other) {
    return whole.equals(other.whole)
        && source.id().equals(other.source.id())
        && members.size() == other.members.size()
        && members.containsAll(other.members);
  }
}
