package io.regionalmetrics.question;

import io.regionalmetrics.refusal.Codes;
import java.util.List;
import java.util.Optional;

/**
 * The companies, metrics and regions of a question, as they were written.
 *
 * @param companies ids, each once
 * @param metric one id or several, separated by commas; empty for every metric
 * @param metrics the ids in {@code metric}
 * @param regions codes and expressions, each once, or {@code *}; empty for every region
 */
record Selection(
    List<String> companies,
    Optional<String> metric,
    List<String> metrics,
    Optional<List<String>> regions) {
  private static final List<String> ALL = List.of("*");

  /** Reads a selection that names its metric and its regions. */
  static Selection required(QueryParameters query) {
    query.required("company", "twitter");
    query.required("metric", "revenue");
    query.required("region", "JP");
    return of(query);
  }

  /** Reads a selection that may leave out its metric and its regions. */
  static Selection narrowing(QueryParameters query) {
    query.required("company", "twitter");
    return of(query);
  }

  private static Selection of(QueryParameters query) {
    return new Selection(
        query.list("company").orElse(List.of()),
        query.text("metric"),
        query.list("metric").orElse(List.of()),
        query.list("region"));
  }

  /** Whether every region with figures is meant. */
  boolean everyRegion() {
    return regions.isEmpty() || isEveryRegion(regions.get());
  }

  /** Whether regions, as written, mean every region with figures. */
  static boolean isEveryRegion(List<String> regions) {
    return regions.equals(ALL);
  }

  /** The regions, as written; {@code *} if they were left out. */
  List<String> regionsOrAll() {
    return regions.orElse(ALL);
  }

  /** The companies whose ids are well formed; no other can be known. */
  List<String> wellFormedCompanies() {
    return companies.stream().filter(Codes::isId).toList();
  }
}
