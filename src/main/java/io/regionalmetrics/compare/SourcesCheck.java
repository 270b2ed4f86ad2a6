package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Alternative;
import io.regionalmetrics.answer.Relation;

/** Checks the figure that answers against each other source of it in the same unit. */
record SourcesCheck() implements RelationCheck {
  @Override
  public void check(CheckedFigure figure, CheckRows rows) {
    if (figure.level().isPresent()) {
      check(figure, figure.level().get(), rows);
    }
  }

  private static void check(CheckedFigure figure, KnownFigure published, CheckRows rows) {
    boolean mayBeNegative = figure.subject().metric().mayBeNegative();
    for (Alternative other : published.alternatives()) {
      if (other.figure().unit().equals(figure.unit())) {
        rows.add(
            figure, Relation.SOURCES, published, KnownFigure.of(other.vintage(), mayBeNegative));
      }
    }
  }
}
