package io.regionalmetrics.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The regions that make up a whole in one quarter of a metric, as a source shows, with a named
 * remainder where they leave one. It applies to no other quarter.
 *
 * @param whole the whole's code, such as {@code WORLD}
 * @param members the codes of at least two regions, in the source's order
 * @param remainders what makes up the whole beside the regions; empty if nothing does
 * @param source the publication that shows it
 */
public record Breakdown(
    String whole, List<String> members, List<Remainder> remainders, Source source) {
  /**
   * The most members first, then the smaller remainder. A source tells its breakdown by geography
   * first, which therefore comes first if both are equal.
   */
  private static final Comparator<Breakdown> FINEST_FIRST =
      Comparator.<Breakdown>comparingInt(one -> -one.members.size())
          .thenComparing(Breakdown::sizeOfRemainders);

  /** Oldest first. The breakdowns of one source keep their order. */
  static final Comparator<Breakdown> OLDEST_FIRST =
      Comparator.<Breakdown, LocalDate>comparing(one -> one.source.published())
          .thenComparing(one -> one.source.id());

  /**
   * Copies the members and remainders.
   *
   * @throws IllegalArgumentException if there are fewer than two members
   */
  public Breakdown {
    members = List.copyOf(members);
    remainders = List.copyOf(remainders);
    if (members.size() < 2) {
      throw new IllegalArgumentException("%s has fewer than two members".formatted(whole));
    }
  }

  /** A breakdown whose regions leave no remainder. */
  public Breakdown(String whole, List<String> members, Source source) {
    this(whole, members, List.of(), source);
  }

  /** A copy with a new description of its source; the same one if it describes another. */
  Breakdown with(Source described) {
    return source.isSameEditionAs(described)
        ? new Breakdown(whole, members, remainders, described)
        : this;
  }

  /** A copy with other members. */
  Breakdown with(List<String> others) {
    return new Breakdown(whole, others, remainders, source);
  }

  private BigDecimal sizeOfRemainders() {
    return remainders.stream().map(Remainder::size).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The codes of all parts of the whole: the members, then the remainders. */
  public List<String> parts() {
    return Stream.concat(members.stream(), remainders.stream().map(Remainder::code)).toList();
  }

  /** The levels of the remainders. */
  public List<Vintage> remainderVintages() {
    return remainders.stream().map(one -> new Vintage(one.figure(), source)).toList();
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
   * members and remainders.
   */
  public boolean hasSameContentAs(Breakdown other) {
    return whole.equals(other.whole)
        && source.id().equals(other.source.id())
        && members.size() == other.members.size()
        && members.containsAll(other.members)
        && hasSameRemaindersAs(other);
  }

  private boolean hasSameRemaindersAs(Breakdown other) {
    return remainders.size() == other.remainders.size()
        && remainders.stream()
            .allMatch(one -> other.remainders.stream().anyMatch(one::hasSameContentAs));
  }
}
