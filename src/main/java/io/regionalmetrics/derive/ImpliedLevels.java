package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Levels that follow from a published growth g and the level of the other quarter: base = value /
 * (1 + g), value = base x (1 + g). If there are several, the one with the narrowest bounds answers.
 * Worked example: a level of 106m after a growth of 34 % implies a base of 106 / 1.34 = 79.10m.
 *
 * <p>A growth is used only if the question reads both of its quarters for other reasons.
 */
final class ImpliedLevels {
  private final Quarters quarters;
  private final PublishedFigures published;

  ImpliedLevels(Quarters quarters, PublishedFigures published) {
    this.quarters = quarters;
    this.published = published;
  }

  /** Finds the level at the other end of a growth; empty if it is not known. */
  @FunctionalInterface
  interface OtherLevel {
    Optional<KnownFigure> in(YearQuarter period);
  }

  /** The level that a growth to or from this quarter implies; empty if there is none. */
  Optional<KnownFigure> level(
      Subject subject, YearQuarter period, Unit unit, OtherLevel otherLevel) {
    return Stream.of(Measure.YOY, Measure.QOQ)
        .flatMap(measure ->
            Stream.of(
                    new GrowthLink(period, period.plusQuarters(measure.quarters()), measure),
                    new GrowthLink(period, period.minusQuarters(measure.quarters()), measure))
                .flatMap(link -> level(subject, link, unit, otherLevel).stream()))
        .min(NarrowestBounds.FIRST);
  }

  /**
   * Two quarters that a growth links.
   *
   * @param period the quarter whose level is unknown
   * @param other the quarter whose level is needed
   */
  private record GrowthLink(YearQuarter period, YearQuarter other, Measure measure) {
    boolean isBase() {
      return other.isAfter(period);
    }

    /** The later quarter, which the growth is published for. */
    YearQuarter grown() {
      return isBase() ? other : period;
    }

    /** The unknown level, from the other level and the growth. */
    Formula solve(KnownFigure level, KnownFigure growth) {
      Formula factor = Formula.ONE.plus(growth.formula().dividedBy(100));
      return isBase() ? level.formula().dividedBy(factor) : level.formula().times(factor);
    }
  }

  private Optional<KnownFigure> level(
      Subject subject, GrowthLink link, Unit unit, OtherLevel otherLevel) {
    if (!quarters.have(subject.key(link.period())) || !quarters.have(subject.key(link.other()))) {
      return Optional.empty();
    }
    return published
        .figure(subject, link.grown(), link.measure(), unit)
        .flatMap(growth ->
            otherLevel.in(link.other()).flatMap(level -> solved(subject, link, level, growth)));
  }

  private static Optional<KnownFigure> solved(
      Subject subject, GrowthLink link, KnownFigure level, KnownFigure growth) {
    return KnownFigure.computed(
        link.solve(level, growth),
        level.figure().unit(),
        Origin.IMPLIED,
        List.of(),
        List.of(
            Operands.of(subject, link.other(), level), Operands.of(subject, link.grown(), growth)));
  }
}
