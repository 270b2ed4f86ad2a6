package io.regionalmetrics.oracle;

import io.regionalmetrics.integration.DocumentBuilder;
import java.time.LocalDate;
import java.util.List;

/** A document: who publishes, when, and what it says. */
record Paper(String id, String kind, String publisher, LocalDate published, List<Said> says) {
  private static final String DEFINITIONS =
      """
      "companies": [{"id": "twitter", "name": "Twitter", "cik": "0001418091", "fiscalYearEnd": "12-31"}],
      "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
                  {"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"},
                  {"id": "revenue-per-user", "name": "Revenue per user", "kind": "ratio", "unit": "USD/user",
                   "numerator": "revenue", "denominator": "users"},
                  {"id": "arpu", "name": "Monthly revenue per average user", "kind": "ratio", "unit": "USD/user",
                   "numerator": "revenue", "denominator": "users", "basis": "average", "per": "month"}]\
      """;

  Paper {
    says = List.copyOf(says);
  }

  /** As it is posted. */
  String json(Atlas atlas) {
    DocumentBuilder document = DocumentBuilder.of(id, published.toString(), kind, publisher);
    document.with(DEFINITIONS).with(atlas.json());
    says.forEach(said -> document.observation(said.json()));
    return document.json();
  }

  /** Who stands behind it: a filing's publisher is the company. */
  String voice() {
    return kind.equals("filing") || kind.equals("company") ? "company" : kind + " " + publisher;
  }

  Paper saying(List<Said> other) {
    return new Paper(id, kind, publisher, published, other);
  }
}
