package io.regionalmetrics.derive;

import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Repetitions;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The vintages of one quarter of a company's metric, grouped by region for fast lookup. All lists
 * of vintages are oldest first.
 *
 * @param withRepetitions every vintage, including those that repeat what their publisher said
 *     before
 * @param byRegion the vintages of each region, without repetitions; named remainders of breakdowns
 *     are among them, by their codes
 * @param units the units in which any level or growth was published
 * @param breakdowns how wholes divide, by all sources
 */
record QuarterVintages(
    List<Vintage> withRepetitions,
    Map<String, List<Vintage>> byRegion,
    Set<Unit> units,
    List<Breakdown> breakdowns) {
  /** A quarter in which nothing was published. */
  static final QuarterVintages NONE = new QuarterVintages(List.of(), Map.of(), Set.of(), List.of());

  static QuarterVintages of(MetricQuarter quarter) {
    Repetitions repetitions = quarter.findRepetitions();
    Map<String, List<Vintage>> byRegion = new HashMap<>();
    Set<Unit> units = new TreeSet<>();
    for (Vintage vintage : repetitions.withoutRepetitions()) {
      byRegion.computeIfAbsent(vintage.cell().region(), region -> new ArrayList<>()).add(vintage);
      units.add(vintage.cell().unit());
    }
    Map<String, List<Vintage>> remainders = remainders(quarter.breakdowns());
    byRegion.putAll(remainders);
    return new QuarterVintages(all(repetitions, remainders), byRegion, units, quarter.breakdowns());
  }

  private static List<Vintage> all(Repetitions repetitions, Map<String, List<Vintage>> remainders) {
    if (remainders.isEmpty()) {
      return repetitions.all();
    }
    List<Vintage> all = new ArrayList<>(repetitions.all());
    remainders.values().forEach(all::addAll);
    return all;
  }

  private static Map<String, List<Vintage>> remainders(List<Breakdown> breakdowns) {
    if (breakdowns.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Vintage>> byCode = new HashMap<>();
    breakdowns.stream()
        .flatMap(one -> one.remainderVintages().stream())
        .distinct()
        .sorted(Vintage.OLDEST_FIRST)
        .forEach(
            one -> byCode.computeIfAbsent(one.cell().region(), code -> new ArrayList<>()).add(one));
    return byCode;
  }

  /** The vintages of a region, in all measures and units. */
  List<Vintage> in(String region) {
    return byRegion.getOrDefault(region, List.of());
  }

  /** The vintages of a cell of this quarter that were published by a day. */
  List<Vintage> of(Cell cell, LocalDate asOf) {
    List<Vintage> vintages = new ArrayList<>();
    for (Vintage vintage : in(cell.region())) {
      Cell other = vintage.cell(); // Has the same quarter and region.
      if (other.measure() == cell.measure()
          && other.unit().equals(cell.unit())
          && !vintage.source().published().isAfter(asOf)) {
        vintages.add(vintage);
      }
    }
    return vintages;
  }

  /** Like {@link #of}, including repetitions. */
  List<Vintage> withRepetitions(Cell cell, LocalDate asOf) {
    return withRepetitions.stream()
        .filter(vintage -> vintage.cell().equals(cell))
        .filter(vintage -> !vintage.source().published().isAfter(asOf))
        .toList();
  }

  /** The cells of a region in which anything was published, by measure, then by unit. */
  List<Cell> cells(String region) {
    return in(region).stream()
        .map(Vintage::cell)
        .distinct()
        .sorted(Comparator.comparing(Cell::measure).thenComparing(Cell::unit))
        .toList();
  }

  /** The units in which a measure of a region was published, in alphabetical order. */
  Set<Unit> units(String region, Measure measure) {
    Set<Unit> units = new TreeSet<>();
    for (Vintage vintage : in(region)) {
      if (vintage.cell().measure() == measure) {
        units.add(vintage.cell().unit());
      }
    }
    return units;
  }
}
