package io.regionalmetrics.integration;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What the contract says already and the service doesn't do yet. {@link ContractTest} fails as soon
 * as any of it is there: then it is taken out of here.
 */
final class Awaited {
  /** Paths without a route. */
  static final Set<String> PATHS =
      Set.of(
          "/v1/series",
          "/v1/comparisons/share",
          "/v1/comparisons/contribution",
          "/v1/comparisons/drivers",
          "/v1/comparisons/revisions");

  /** Codes that nothing gives. */
  static final Set<String> CODES =
      Set.of(
          "regions-overlap",
          "growth-differs",
          "rank-differs",
          "sign-differs",
          "no-rates",
          "other-unit",
          "sign-changes",
          "whole-not-positive");

  /** Headers that no answer has. */
  static final Set<String> HEADERS = Set.of("Link");

  /** Examples that nobody answers yet. */
  static final Set<String> EXAMPLES =
      Set.of(
          "growth-csv",
          "regions-csv",
          "share",
          "share-csv",
          "shares",
          "contribution",
          "contribution-csv",
          "contributions",
          "drivers",
          "drivers-csv",
          "revisions",
          "revisions-csv",
          "check-csv",
          "series",
          "series-csv",
          "series-sdmx-csv");

  private Awaited() {}

  static Predicate<String> none(Set<String> awaited) {
    return word -> !awaited.contains(word);
  }
}
