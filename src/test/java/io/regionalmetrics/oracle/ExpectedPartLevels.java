package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The expected levels of parts in one quarter, and of the whole that each is compared with.
 *
 * @param byRegion the level of each part
 * @param wholeByRegion the level of the whole beside each part
 */
record ExpectedPartLevels(
    Map<String, ExpectedValue> byRegion, Map<String, ExpectedValue> wholeByRegion) {

  /** The levels in each quarter, restated together or not at all. */
  static List<ExpectedPartLevels> together(
      PartsOfWhole parts, Set<String> regions, List<Integer> quarters, Oracle oracle) {
    QuartersRead read = QuartersRead.of(parts.metric(), quarters.toArray(Integer[]::new));
    return oracle.together(
        view -> quarters.stream().map(quarter -> of(parts, regions, quarter, read, view)).toList(),
        ExpectedPartLevels::all);
  }

  private static List<ExpectedValue> all(List<ExpectedPartLevels> levels) {
    List<ExpectedValue> all = new ArrayList<>();
    levels.forEach(one -> {
      all.addAll(one.byRegion.values());
      all.addAll(one.wholeByRegion.values());
    });
    return all;
  }

  private static ExpectedPartLevels of(
      PartsOfWhole parts, Set<String> regions, int quarter, QuartersRead read, Oracle oracle) {
    String metric = parts.metric();
    Map<String, ExpectedValue> byRegion = new LinkedHashMap<>();
    Map<String, ExpectedValue> wholes = new LinkedHashMap<>();
    for (String region : regions) {
      byRegion.put(region, oracle.level(metric, region, quarter, read));
      wholes.put(region, oracle.level(metric, parts.whole(), quarter, read));
    }
    return new ExpectedPartLevels(byRegion, wholes);
  }

  /** These parts and others. */
  ExpectedPartLevels and(ExpectedPartLevels others) {
    Map<String, ExpectedValue> regions = new LinkedHashMap<>(byRegion);
    Map<String, ExpectedValue> all = new LinkedHashMap<>(wholeByRegion);
    regions.putAll(others.byRegion);
    all.putAll(others.wholeByRegion);
    return new ExpectedPartLevels(regions, all);
  }

  ExpectedValue part(String region) {
    return byRegion.get(region);
  }

  ExpectedValue whole(String region) {
    return wholeByRegion.get(region);
  }

  Collection<ExpectedValue> wholes() {
    return wholeByRegion.values();
  }

  /** The whole of all parts, if they are compared together. */
  ExpectedValue commonWhole() {
    return wholes().iterator().next();
  }

  boolean anyPartIsImplied() {
    return byRegion.values().stream().anyMatch(ExpectedValue::isImplied);
  }

  boolean anyIsImplied() {
    return anyPartIsImplied() || wholes().stream().anyMatch(ExpectedValue::isImplied);
  }

  /** The whole minus its parts. */
  ExpectedValue remainder() {
    ExpectedValue whole = commonWhole();
    if (!whole.isFound() || !byRegion.values().stream().allMatch(ExpectedValue::isFound)) {
      return ExpectedValue.missing();
    }
    Calculation rest = whole.calculation();
    for (ExpectedValue part : byRegion.values()) {
      rest = rest.minus(part.calculation());
    }
    return ExpectedValue.derived(rest);
  }
}
