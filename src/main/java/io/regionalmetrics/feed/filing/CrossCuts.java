package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Revenue by region, added up over the parts of a business, where a filing reports no region of the
 * whole business: Europe's revenue is that of airplanes in Europe plus that of services in Europe.
 *
 * <p>All regions of all parts that one axis selects must add up to the whole within rounding. If
 * they don't in one period, the same regions and parts prove nothing in other periods either.
 * Regions of segments may also make it up together with {@linkplain PartRemainders remainders}.
 */
final class CrossCuts {
  /** How many parts a derivation names. */
  private static final int MOST_NAMED = 10;

  private final Map<Time, CandidateFact> wholes = new LinkedHashMap<>();
  private final Set<Time> divided = new HashSet<>();

  /** The days and the unit of figures that may be added. */
  private record Time(Optional<Span> span, FactUnit unit) {
    static Time of(CandidateFact fact) {
      return new Time(fact.fact().context().span(), fact.unit());
    }
  }

  /** What the facts of one cut have in common. */
  private record Cut(QualifiedName parts, RegionAxis regions, QualifiedName line) {}

  /** A region of a part. */
  private record Cell(String region, Slice part) {
    static Cell of(CandidateFact fact) {
      return new Cell(fact.region(), fact.slice());
    }
  }

  private final PartRemainders remainders;

  private CrossCuts(Collection<CandidateFact> business, FilingAxes axes) {
    this.remainders = new PartRemainders(axes);
    for (CandidateFact fact : business) {
      if (fact.isWhole()) {
        wholes.putIfAbsent(Time.of(fact), fact);
      } else {
        divided.add(Time.of(fact));
      }
    }
  }

  /**
   * The regions of the whole business that follow from those of its parts.
   *
   * @param business the facts of the whole business
   * @param parts the facts of its parts
   * @param axes the axes of the filing
   */
  static List<CandidateFact> of(
      Collection<CandidateFact> business, Collection<CandidateFact> parts, FilingAxes axes) {
    return new CrossCuts(business, axes).of(parts);
  }

  private List<CandidateFact> of(Collection<CandidateFact> parts) {
    Map<Cut, Map<Time, Map<Cell, CandidateFact>>> cuts = new LinkedHashMap<>();
    for (CandidateFact fact : parts) {
      cut(fact)
          .ifPresent(cut ->
              cuts.computeIfAbsent(cut, same -> new LinkedHashMap<>())
                  .computeIfAbsent(Time.of(fact), same -> new LinkedHashMap<>())
                  .merge(Cell.of(fact), fact, CrossCuts::preferred));
    }
    return cuts.values().stream().flatMap(cut -> proved(cut).stream()).toList();
  }

  /** The cut that a fact belongs to, if it is of a region and of a part that one axis selects. */
  private Optional<Cut> cut(CandidateFact fact) {
    return !fact.isWhole()
            && fact.slice().members().size() == 1
            && wholes.containsKey(Time.of(fact))
            && !divided.contains(Time.of(fact))
        ? Optional.of(new Cut(fact.slice().axes().getFirst(), fact.axis(), fact.line()))
        : Optional.empty();
  }

  private static CandidateFact preferred(CandidateFact one, CandidateFact other) {
    return one.hasIgnoredAxis() && !other.hasIgnoredAxis() ? other : one;
  }

  private List<CandidateFact> proved(Map<Time, Map<Cell, CandidateFact>> cut) {
    Map<Set<Cell>, List<Time>> timesByCells = new LinkedHashMap<>();
    cut.forEach((time, cells) ->
        timesByCells
            .computeIfAbsent(Set.copyOf(cells.keySet()), same -> new ArrayList<>())
            .add(time));
    return timesByCells.values().stream()
        .filter(times -> makeUpWholes(times, cut))
        .flatMap(List::stream)
        .filter(divided::add)
        .flatMap(time -> sums(cut.getOrDefault(time, Map.of()).values()).stream())
        .toList();
  }

  /** Whether the same cells make up the whole at all times, alone or with remainders. */
  private boolean makeUpWholes(List<Time> times, Map<Time, Map<Cell, CandidateFact>> cut) {
    List<PartRemainders.Sum> sums =
        times.stream()
            .flatMap(time -> sum(time, cut.getOrDefault(time, Map.of()).values()).stream())
            .toList();
    return sums.size() == times.size()
        && (sums.stream().allMatch(CrossCuts::isProved) || remainders.complete(sums));
  }

  private static boolean isProved(PartRemainders.Sum sum) {
    return sum.regions().proves(sum.whole().fact());
  }

  /** The sum of some cells with their whole, if it is reported on the same line. */
  private Optional<PartRemainders.Sum> sum(Time time, Collection<CandidateFact> cells) {
    RoundedSum sum = RoundedSum.NONE.plus(cells.stream().map(CandidateFact::fact).toList());
    Set<QualifiedName> parts =
        cells.stream()
            .map(cell -> cell.slice().members().getFirst().name())
            .collect(Collectors.toSet());
    return Optional.ofNullable(wholes.get(time))
        .filter(whole -> cells.stream().allMatch(cell -> cell.line().equals(whole.line())))
        .map(whole -> new PartRemainders.Sum(whole, parts, sum));
  }

  private static Bounds bounds(CandidateFact fact) {
    return fact.fact().bounds().orElseThrow();
  }

  private static List<CandidateFact> sums(Collection<CandidateFact> cells) {
    Map<String, List<CandidateFact>> byRegion = new LinkedHashMap<>();
    cells.forEach(
        cell -> byRegion.computeIfAbsent(cell.region(), same -> new ArrayList<>()).add(cell));
    return byRegion.values().stream().map(CrossCuts::sum).toList();
  }

  /** The sum of a region's parts; a single part is the region itself. */
  private static CandidateFact sum(List<CandidateFact> parts) {
    CandidateFact first = parts.getFirst();
    return parts.size() == 1
        ? first.ofWholeBusiness(first.fact(), first.origin())
        : first.ofWholeBusiness(sumFact(parts), origin(parts));
  }

  private static FactOrigin origin(List<CandidateFact> parts) {
    return FactOrigin.ofSum(parts.stream().map(CandidateFact::origin).toList(), derivation(parts));
  }

  private static Fact sumFact(List<CandidateFact> parts) {
    Fact first = parts.getFirst().fact();
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (CandidateFact part : parts) {
      value = value.add(part.value());
      low = low.add(bounds(part).low());
      high = high.add(bounds(part).high());
    }
    return new Fact(
        first.concept(),
        first.context().without(parts.getFirst().slice().axes().getFirst()),
        first.unit(),
        Optional.of(value),
        false,
        Optional.of(new Precision.Between(low, high)));
  }

  private static String derivation(List<CandidateFact> parts) {
    return parts.stream()
            .limit(MOST_NAMED)
            .map(part -> part.slice().label() + " " + part.value().toPlainString())
            .collect(Collectors.joining(" plus "))
        + (parts.size() > MOST_NAMED ? " plus others, all of this filing" : ", all of this filing");
  }
}
