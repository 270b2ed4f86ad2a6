package io.regionalmetrics.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The expected levels of a whole and its parts in one quarter.
 *
 * @param byRegion the level of each part
 */
record ExpectedPartLevels(Map<String, ExpectedValue> byRegion, ExpectedValue whole) {
  static ExpectedPartLevels of(
      PartsOfWhole parts, Set<String> regions, int quarter, QuartersRead read, Oracle oracle) {
    String metric = parts.metric();
    Map<String, ExpectedValue> byRegion = new LinkedHashMap<>();
    for (String region : regions) {
      byRegion.put(region, oracle.level(metric, region, quarter, read));
    }
    return new ExpectedPartLevels(byRegion, oracle.level(metric, parts.whole(), quarter, read));
  }

  ExpectedValue part(String region) {
    return byRegion.get(region);
  }

  boolean anyPartIsImplied() {
    return byRegion.values().stream().anyMatch(ExpectedValue::isImplied);
  }

  boolean anyIsImplied() {
    return anyPartIsImplied() || whole.isImplied();
  }

  /** The whole minus its parts. */
  ExpectedValue remainder() {
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
