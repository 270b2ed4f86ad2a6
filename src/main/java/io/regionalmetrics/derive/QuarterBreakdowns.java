package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.region.Region;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** How wholes divide in the quarters that were read. */
public final class QuarterBreakdowns {
  private final Quarters quarters;
  private final Map<WholeInQuarter, List<Breakdown>> breakdowns = new HashMap<>();
  private final IdentityHashMap<Vocabulary, Map<Breakdown, Vocabulary>> divided =
      new IdentityHashMap<>();

  /** A region that may be divided, in a quarter of a metric. */
  private record WholeInQuarter(QuarterKey key, String region) {}

  /** The breakdowns in some quarters. */
  QuarterBreakdowns(Quarters quarters) {
    this.quarters = quarters;
  }

  /**
   * The breakdowns of a region that the newest source in a quarter shows, finest first; empty if
   * none shows any by the day. A breakdown is left out unless its source reports the figures of the
   * whole and the members that are compared with each other ({@link OneBook}).
   */
  List<Breakdown> of(QuarterKey key, String whole) {
    List<Breakdown> all = quarters.allBreakdowns(key);
    return all.isEmpty()
        ? List.of()
        : breakdowns.computeIfAbsent(
            new WholeInQuarter(key, whole),
            one ->
                Breakdown.current(all, whole, quarters.asOf()).stream()
                    .filter(breakdown -> isOfCurrentBook(breakdown, key))
                    .toList());
  }

  private boolean isOfCurrentBook(Breakdown breakdown, QuarterKey key) {
    List<Cell> cells =
        Stream.concat(Stream.of(breakdown.whole()), breakdown.parts().stream())
            .flatMap(region -> quarters.cells(key, region).stream())
            .filter(cell -> cell.measure() == Measure.LEVEL)
            .toList();
    Map<Cell, CurrentVintage> compared =
        OneBook.of(quarters, view -> current(view, cells), Map::values);
    return cells.stream()
        .allMatch(cell ->
            isReportedBy(breakdown.source(), cell, Optional.ofNullable(compared.get(cell))));
  }

  private static Map<Cell, CurrentVintage> current(Quarters view, List<Cell> cells) {
    Map<Cell, CurrentVintage> current = new LinkedHashMap<>();
    cells.forEach(cell -> view.current(cell).ifPresent(one -> current.put(cell, one)));
    return current;
  }

  /** Whether what a source reported of a cell is what is compared, within rounding. */
  private boolean isReportedBy(Source source, Cell cell, Optional<CurrentVintage> compared) {
    Optional<Interval> value =
        compared.flatMap(current -> current.vintage().observation().interval());
    return quarters.visibleWithRepetitions(cell).stream()
        .filter(vintage -> vintage.source().id().equals(source.id()))
        .flatMap(vintage -> vintage.observation().interval().stream())
        .allMatch(reported -> value.filter(reported::meets).isPresent());
  }

  /**
   * The regions that make up the world in a quarter, by the finest breakdown of the newest source;
   * empty if none is known by the day.
   */
  public Set<String> membersOfWorld(Subject subject, YearQuarter period) {
    return of(subject.key(period), Region.WORLD).stream()
        .findFirst()
        .map(breakdown -> Set.copyOf(breakdown.members()))
        .orElse(Set.of());
  }

  /**
   * A subject with its company's regions as they make up the world in a quarter. How a whole
   * divides is a statement about one quarter, so this says nothing of any other one.
   */
  public Subject at(Subject subject, YearQuarter period) {
    return quarters.allBreakdowns(subject.key(period)).isEmpty()
        ? subject
        : subject.with(vocabulary(List.of(subject), period));
  }

  /**
   * The definitions of one company's subjects as its regions make up the world in a quarter; of
   * several breakdowns, by the finest that has all regions of the subjects.
   */
  Vocabulary vocabulary(List<Subject> subjects, YearQuarter period) {
    Subject first = subjects.getFirst();
    List<Breakdown> breakdowns = of(first.key(period), Region.WORLD);
    if (breakdowns.isEmpty()) {
      return first.vocabulary();
    }
    Set<String> regions = regionsWithin(subjects);
    Breakdown best =
        breakdowns.stream()
            .filter(one -> one.members().containsAll(regions))
            .findFirst()
            .orElse(breakdowns.getFirst());
    return divided
        .computeIfAbsent(first.vocabulary(), same -> new HashMap<>())
        .computeIfAbsent(best, same -> first.vocabulary().with(best));
  }

  private static Set<String> regionsWithin(List<Subject> subjects) {
    return subjects.stream()
        .flatMap(one -> one.region().terms().keySet().stream())
        .filter(region -> !region.equals(Region.WORLD))
        .collect(Collectors.toSet());
  }
}
