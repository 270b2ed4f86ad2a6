package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures that are considered as the named remainder of a whole.
 *
 * <p>A figure is considered for what it is, never for its size:
 *
 * <ol>
 *   <li>The members without a place on the axis of the regions, such as Amazon Web Services. They
 *       are taken together, all that the filing tells for a period.
 *   <li>If the regions are those of one segment, all other segments and items, in at least two
 *       periods: Converse and Corporate beside the regions of Nike's brand.
 *   <li>The {@linkplain RevenueItems items} of revenue beside that axis, such as gains from
 *       hedging: each alone and with the members, then all together. They must fit in at least two
 *       periods, unless the filing itself says that they belong to revenue.
 *   <li>Beside regions before eliminations, the eliminations are a further item or member, for
 *       which one period is enough.
 * </ol>
 *
 * So the number of candidates grows with the kinds of figures, not with the ways to add them up.
 */
final class RemainderCandidates {
  /** A whole has at most this many named remainders, and eliminations. */
  private static final int MAX_REMAINDERS = 3;

  /** At most this many items are considered. */
  private static final int MAX_ITEMS = 8;

  private static final int MIN_PERIODS_OF_ITEM = 2;

  private final Map<FactSeries, List<ReportedFact>> siblings = new LinkedHashMap<>();
  private final Map<String, Map<String, List<ReportedFact>>> items = new LinkedHashMap<>();
  private final Set<String> certain;

  /**
   * The candidates among some figures.
   *
   * @param certain the codes of items that the filing itself says belong to revenue
   */
  RemainderCandidates(Collection<ReportedFact> figures, Set<String> certain) {
    this.certain = certain;
    for (ReportedFact figure : figures) {
      FactSeries series = figure.series();
      if (series.axis().equals(RegionAxis.BESIDE.code())) {
        items
            .computeIfAbsent(series.metric(), metric -> new LinkedHashMap<>())
            .computeIfAbsent(series.region(), code -> new ArrayList<>())
            .add(figure);
      } else {
        siblings.computeIfAbsent(series.ofAllRegions(), same -> new ArrayList<>()).add(figure);
      }
    }
  }

  /**
   * The candidates for the regions of one axis.
   *
   * @param group what the facts of the regions have in common
   * @param wholes the wholes of the regions
   */
  Stream<RemainderSet> of(FactSeries group, List<DividedWhole> wholes) {
    List<ReportedFact> siblings = siblings(group, wholes);
    Map<FactTime, Map<String, ReportedFact>> members = byTime(siblings.stream());
    List<Set<String>> told =
        members.values().stream()
            .<Set<String>>map(byCode -> new TreeSet<>(byCode.keySet()))
            .distinct()
            .toList();
    List<ReportedFact> others = items(group);
    return Stream.of(
            told.stream().flatMap(codes -> set(codes, members, 1)),
            withOtherSegments(segments(group, wholes), others),
            withItems(told, others, byTime(Stream.concat(siblings.stream(), others.stream()))))
        .flatMap(sets -> sets);
  }

  /** The segments beside regions that are on another axis. */
  private List<ReportedFact> segments(FactSeries group, List<DividedWhole> wholes) {
    return group.axis().equals(RegionAxis.SEGMENTS.code())
        ? List.of()
        : siblings(group.ofRemainder("", group.concept(), RegionAxis.SEGMENTS.code()), wholes);
  }

  /**
   * If the regions are those of one segment, as Nike's are of its brand, all other segments and all
   * items may be the remainder. One set for each segment that may be the one.
   */
  private static Stream<RemainderSet> withOtherSegments(
      List<ReportedFact> segments, List<ReportedFact> items) {
    Map<FactTime, Map<String, ReportedFact>> told =
        byTime(Stream.concat(segments.stream(), items.stream()));
    Set<String> codes = new TreeSet<>(codes(segments));
    Set<String> all = union(codes, codes(items));
    return codes.size() > MAX_REMAINDERS + 1
        ? Stream.empty()
        : codes.stream().flatMap(own -> set(without(own, all), told, MIN_PERIODS_OF_ITEM));
  }

  /** The codes of some figures, in their order. */
  private static Set<String> codes(List<ReportedFact> figures) {
    return figures.stream()
        .map(figure -> figure.series().region())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> without(String one, Set<String> all) {
    Set<String> rest = new TreeSet<>(all);
    rest.remove(one);
    return rest;
  }

  private Stream<RemainderSet> withItems(
      List<Set<String>> members,
      List<ReportedFact> items,
      Map<FactTime, Map<String, ReportedFact>> told) {
    return chosen(items)
        .flatMap(some -> Stream.concat(Stream.of(some), members.stream().map(m -> union(m, some))))
        .distinct()
        .flatMap(codes -> set(codes, told, minPeriods(codes, members)));
  }

  /** Each item, each of the eliminations with all items that are none, and all items. */
  private static Stream<Set<String>> chosen(List<ReportedFact> items) {
    Set<String> all = codes(items);
    Set<String> others = withoutEliminations(all);
    Stream<Set<String>> eliminated =
        all.stream()
            .filter(ConsolidationItem::namesElimination)
            .map(one -> union(others, Set.of(one)));
    return Stream.of(all.stream().map(Set::of), eliminated, Stream.of(all)).flatMap(some -> some);
  }

  private static Set<String> withoutEliminations(Set<String> codes) {
    return codes.stream()
        .filter(code -> !ConsolidationItem.namesElimination(code))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Eliminations belong to revenue by their name, so one period is enough. */
  private int minPeriods(Set<String> codes, List<Set<String>> members) {
    Set<String> items = withoutEliminations(codes);
    members.forEach(items::removeAll);
    return certain.containsAll(items) ? 1 : MIN_PERIODS_OF_ITEM;
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  /** The other members of an axis, without those that are always zero or the whole. */
  private List<ReportedFact> siblings(FactSeries group, List<DividedWhole> wholes) {
    Map<String, List<ReportedFact>> byCode = new LinkedHashMap<>();
    for (ReportedFact one : siblings.getOrDefault(group, List.of())) {
      byCode.computeIfAbsent(one.series().region(), same -> new ArrayList<>()).add(one);
    }
    return byCode.values().stream()
        .filter(figures -> figures.stream().anyMatch(one -> one.value().signum() != 0))
        .filter(figures -> !figures.stream().allMatch(one -> isWhole(one, wholes)))
        .flatMap(List::stream)
        .toList();
  }

  private static boolean isWhole(ReportedFact figure, List<DividedWhole> wholes) {
    ReadingTime.check();
    return wholes.stream()
        .filter(one -> one.time().equals(FactTime.of(figure)))
        .anyMatch(one -> one.whole().fact().value().compareTo(figure.value()) == 0);
  }

  private List<ReportedFact> items(FactSeries group) {
    return items.getOrDefault(group.metric(), Map.of()).values().stream()
        .filter(figures -> figures.stream().anyMatch(one -> one.value().signum() != 0))
        .limit(MAX_ITEMS)
        .flatMap(List::stream)
        .filter(figure -> figure.series().unit().equals(group.unit()))
        .toList();
  }

  private static Map<FactTime, Map<String, ReportedFact>> byTime(Stream<ReportedFact> figures) {
    Map<FactTime, Map<String, ReportedFact>> told = new LinkedHashMap<>();
    figures.forEach(one ->
        told.computeIfAbsent(FactTime.of(one), same -> new LinkedHashMap<>())
            .putIfAbsent(one.series().region(), one));
    return told;
  }

  /** The figures of some codes wherever all of them are told; none if the codes are too many. */
  private static Stream<RemainderSet> set(
      Set<String> codes, Map<FactTime, Map<String, ReportedFact>> told, int minPeriods) {
    if (codes.isEmpty() || withoutEliminations(codes).size() > MAX_REMAINDERS) {
      return Stream.empty();
    }
    Map<FactTime, List<ReportedFact>> all = new LinkedHashMap<>();
    told.forEach((time, byCode) -> {
      if (byCode.keySet().containsAll(codes)) {
        all.put(time, codes.stream().flatMap(code -> Stream.ofNullable(byCode.get(code))).toList());
      }
    });
    return Stream.of(new RemainderSet(all, minPeriods));
  }
}
