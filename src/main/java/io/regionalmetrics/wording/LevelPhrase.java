package io.regionalmetrics.wording;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A metric's figures inside a sentence; estimated and implied ones are marked as such. What they
 * count follows unless the metric's name says it: 3.26m TEU, but 45m of users.
 *
 * @param metric the metric
 * @param leastDigits how many digits to write at least; 0 for as many as usual
 */
record LevelPhrase(Metric metric, int leastDigits) {

  /** The figures of a metric, with as many digits as usual. */
  static LevelPhrase of(Metric metric) {
    return new LevelPhrase(metric, 0);
  }

  /** The figures of a metric, with enough digits to tell two of them apart. */
  static LevelPhrase of(Metric metric, Optional<KnownFigure> one, Optional<KnownFigure> other) {
    return new LevelPhrase(metric, FigureText.digitsToTellApart(one, other));
  }

  /** The figures of a metric, with enough digits to tell each from the next. */
  static LevelPhrase of(Metric metric, List<KnownFigure> figures) {
    int digits = 0;
    for (int i = 1; i < figures.size(); i++) {
      Figure one = figures.get(i - 1).figure();
      digits = Math.max(digits, FigureText.digitsToTellApart(one, figures.get(i).figure()));
    }
    return new LevelPhrase(metric, digits);
  }

  /** "$106m", "3.26m TEU". */
  String amount(Figure figure) {
    return FigureText.number(figure, leastDigits)
        + FigureText.counted(figure.unit(), metric.name());
  }

  /** "$106m", or "about 45m" for an estimate. */
  String about(KnownFigure known) {
    return (isEstimated(known) ? "about " : "") + amount(known.figure());
  }

  /** Like {@link #about}, but "an implied $79m" for a level that was never published. */
  String aboutOrImplied(KnownFigure level) {
    return level.isImplied() ? "an implied " + amount(level.figure()) : about(level);
  }

  /** A change without its sign: "about 0.7 points". */
  String size(KnownFigure change) {
    return about(change).replace("-", "");
  }

  /** Whether the figure, or one that it is computed from, was published as an estimate. */
  static boolean isEstimated(KnownFigure known) {
    return Stream.of(known)
        .<CurrentVintage>mapMulti(KnownFigure::forEachVintage)
        .anyMatch(current -> current.vintage().observation().status() == Status.ESTIMATED);
  }
}
