package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the codes of a key that nothing here has. A query that matches something is answered even
 * if some of its codes are unknown, as SDMX-REST recommends.
 *
 * @param companies the definitions of the companies of the query
 */
record UnknownCodes(Collection<Vocabulary> companies) {
  /** The most codes that a refusal names. */
  private static final int MOST_NAMED = 10;

  /**
   * Refuses a query that matches nothing because codes of it are unknown.
   *
   * @param known lists companies for a suggestion
   */
  void refuse(DataQuery query, CompanyList known) {
    List<Refusal.Invalid> unknown =
        Component.KEY.stream()
            .flatMap(dimension ->
                codes(query, dimension).stream()
                    .filter(code -> !isKnown(dimension, code))
                    .limit(MOST_NAMED)
                    .map(code -> invalid(dimension, code, known)))
            .toList();
    if (!unknown.isEmpty()) {
      Refusal.Invalid first = unknown.getFirst();
      throw new Refusal(Reason.UNKNOWN, first.name() + ": " + first.reason(), unknown);
    }
  }

  private static Set<String> codes(DataQuery query, Component dimension) {
    Set<String> codes = new LinkedHashSet<>();
    query.patterns().forEach(key -> codes.addAll(key.of(dimension)));
    codes.remove("");
    return codes;
  }

  private boolean isKnown(Component dimension, String code) {
    return switch (dimension) {
      case COMPANY -> companies.stream().anyMatch(company -> company.id().equals(code));
      case METRIC ->
          companies.isEmpty()
              || companies.stream().anyMatch(company -> company.metric(code).isPresent());
      case REF_AREA ->
          companies.isEmpty()
              || companies.stream().anyMatch(company -> company.region(code).isPresent());
      case MEASURE -> Measure.of(code).isPresent();
      default -> true;
    };
  }

  private Refusal.Invalid invalid(Component dimension, String code, CompanyList known) {
    String suggestion =
        switch (dimension) {
          case COMPANY -> Codes.suggestion(code, known.suggestions());
          case METRIC ->
              Codes.suggestion(
                  code,
                  companies.stream()
                      .flatMap(company -> company.metrics().keySet().stream())
                      .toList());
          case REF_AREA ->
              companies.stream()
                  .findFirst()
                  .map(company -> company.regionSuggestion(code))
                  .orElse("");
          default -> "; it is one of " + measures();
        };
    return new Refusal.Invalid(
        dimension.name(), "'%s' is not a code of it%s".formatted(code, suggestion));
  }

  private static String measures() {
    return String.join(", ", Stream.of(Measure.values()).map(Measure::code).toList());
  }
}
