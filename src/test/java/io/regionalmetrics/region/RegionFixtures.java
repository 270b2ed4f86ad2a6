package io.regionalmetrics.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Defines regions for tests. */
final class RegionFixtures {
  static final Region INTERNATIONAL = residual("INTERNATIONAL", "WORLD-US");
  static final Region UCAN = group("UCAN", "US", "CA");

  private RegionFixtures() {}

  static RegionAlgebra algebra(Region... regions) {
    return new RegionAlgebra(List.of(regions));
  }

  /** A group with members; opaque without. */
  static Region group(String id, String... members) {
    return new Region(id, id, List.of(), List.of(members), Optional.empty(), LocalDate.EPOCH);
  }

  static Region residual(String id, String expression) {
    Optional<RegionExpression> residual = Optional.of(RegionExpression.parse(expression));
    return new Region(id, id, List.of(), List.of(), residual, LocalDate.EPOCH);
  }
}
