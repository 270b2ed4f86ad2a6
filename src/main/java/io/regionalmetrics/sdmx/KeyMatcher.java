package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which cells the keys of a query mean. */
final class KeyMatcher {
  private KeyMatcher() {}

  /** Keys whose regions are ids, where a query may also name them by an alias. */
  static List<KeyPattern> resolved(List<KeyPattern> keys, Vocabulary company) {
    return keys.stream().map(key -> resolved(key, company)).toList();
  }

  private static KeyPattern resolved(KeyPattern key, Vocabulary company) {
    Set<String> regions = key.of(Component.REF_AREA);
    return regions.isEmpty()
        ? key
        : key.replacing(
            Component.REF_AREA,
            regions.stream()
                .map(code -> company.region(code).map(Region::id).orElse(code))
                .collect(Collectors.toSet()));
  }

  /** Whether a cell is one of those that some keys and the filters of a query mean. */
  static boolean matches(List<KeyPattern> keys, DataQuery query, Cell cell) {
    return keys.stream().anyMatch(key -> matches(key, cell))
        && Component.KEY.stream().allMatch(one -> query.passes(one, code(one, cell)));
  }

  private static boolean matches(KeyPattern key, Cell cell) {
    return Component.KEY.stream().allMatch(one -> key.includes(one, code(one, cell)));
  }

  private static String code(Component dimension, Cell cell) {
    return switch (dimension) {
      case COMPANY -> cell.quarter().company();
      case METRIC -> cell.quarter().metric();
      case REF_AREA -> cell.region();
      case MEASURE -> cell.measure().code();
      case UNIT -> cell.unit().code();
      default -> throw new IllegalArgumentException(dimension + " is not in a key");
    };
  }
}
