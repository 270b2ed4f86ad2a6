package io.regionalmetrics.integration;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What the contract says already and the service doesn't do yet. {@link ContractTest} fails as soon
 * as any of it is there: then it is taken out of here.
 */
final class Awaited {
  /** Paths without a route. */
  static final Set<String> PATHS = Set.of("/v1/series");

  /** Codes that nothing gives. */
  static final Set<String> CODES = Set.of("other-unit");

  /** Headers that no answer has. */
  static final Set<String> HEADERS = Set.of();

  /** Examples that nobody answers yet. */
  static final Set<String> EXAMPLES = Set.of("series", "series-csv", "series-sdmx-csv");

  private Awaited() {}

  static Predicate<String> none(Set<String> awaited) {
    return word -> !awaited.contains(word);
  }
}
