package io.regionalmetrics.oracle;

import io.regionalmetrics.integration.DocumentBuilder;
import java.time.LocalDate;
import java.util.List;

/** A document: its source and its statements. */
record PublishedDocument(
    String id, String kind, String publisher, LocalDate published, List<Statement> statements) {
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

  PublishedDocument {
    statements = List.copyOf(statements);
  }

  /** The JSON to post. */
  String json(RegionDefinitions regionDefinitions) {
    DocumentBuilder document = DocumentBuilder.of(id, published.toString(), kind, publisher);
    document.with(DEFINITIONS).with(regionDefinitions.json());
    statements.forEach(statement -> document.observation(statement.json()));
    return document.json();
  }

  /** The speaker: the company for its filings as well, otherwise the kind and publisher. */
  String speaker() {
    return kind.equals("filing") || kind.equals("company") ? "company" : kind + " " + publisher;
  }

  PublishedDocument withStatements(List<Statement> other) {
    return new PublishedDocument(id, kind, publisher, published, other);
  }
}
