package io.regionalmetrics.oracle;

import io.regionalmetrics.integration.Documents;
import java.time.LocalDate;
import java.util.List;

/** A document: who publishes, when, and what it says. */
record Paper(String id, String kind, String publisher, LocalDate published, List<Said> says) {
  Paper {
    says = List.copyOf(says);
  }

  /** As it is posted. */
  String json(Atlas atlas) {
    Documents document = Documents.of(id, published.toString(), kind, publisher).defined();
    document.with(atlas.json());
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
