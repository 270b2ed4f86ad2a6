package io.regionalmetrics.wording;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import java.util.stream.Stream;

/** A known figure inside a sentence; estimated and implied figures are marked as such. */
final class LevelPhrase {
  private LevelPhrase() {}

  /** "$106m", or "about 45m" for an estimate. */
  static String about(KnownFigure known) {
    return (isEstimated(known) ? "about " : "") + FigureText.amount(known.figure());
  }

  /** Like {@link #about}, but "an implied $79m" for a level that was never published. */
  static String aboutOrImplied(KnownFigure level) {
    return level.figure().origin() == Origin.IMPLIED
        ? "an implied " + FigureText.amount(level.figure())
        : about(level);
  }

  /** A change without its sign: "about 0.7 points". */
  static String size(KnownFigure change) {
    return about(change).replace("-", "");
  }

  /** Whether the figure, or one that it is computed from, was published as an estimate. */
  static boolean isEstimated(KnownFigure known) {
    return Stream.of(known)
        .<CurrentVintage>mapMulti(KnownFigure::forEachVintage)
        .anyMatch(current -> current.vintage().observation().status() == Status.ESTIMATED);
  }
}
