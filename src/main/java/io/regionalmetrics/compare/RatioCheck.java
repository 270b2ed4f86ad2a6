package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.model.RatioTerms;
import java.util.Optional;

/**
 * Checks a published ratio against its numerator divided by its denominator. All three are of one
 * book: they were restated together or not at all.
 */
record RatioCheck(Levels levels) implements RelationCheck {
  @Override
  public void check(CheckedFigure figure, CheckRows rows) {
    Optional<RatioTerms> terms = figure.subject().metric().terms();
    Optional<KnownFigure> published = figure.level();
    if (terms.isPresent() && published.isPresent()) {
      rows.add(
          figure,
          Relation.RATIO,
          figure.inOneBook(
              levels,
              book ->
                  book.quotient(figure.subject(), terms.get(), figure.period(), figure.unit())));
    }
  }
}
