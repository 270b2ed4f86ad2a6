package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.model.Measure;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * Checks a published growth over a year or a quarter against the levels of its two quarters, as
 * known when the growth was published.
 */
record GrowthCheck(Levels levels) implements RelationCheck {
  /** The measures that are growths. */
  static final List<Measure> GROWTHS = List.of(Measure.YOY, Measure.QOQ);

  @Override
  public void check(CheckedFigure figure, CheckRows rows) {
    for (Measure measure : GROWTHS) {
      check(figure, measure, rows);
    }
  }

  private void check(CheckedFigure figure, Measure measure, CheckRows rows) {
    YearQuarter period = figure.period();
    Optional<KnownFigure> published =
        levels.growth(figure.subject(), period, measure, figure.unit());
    if (published.isPresent()) {
      YearQuarter base = period.minusQuarters(measure.quarters());
      rows.add(
          figure,
          Relation.GROWTH,
          published.get(),
          levels.growthOfLevels(figure.subject(), period, base, figure.unit(), published.get()));
    }
  }
}
