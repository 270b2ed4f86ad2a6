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
 * Levels that a published growth g implies: base = value / (1 + g), value = base x (1 + g); of
 * several the one with the narrowest bounds. Worked example: 106m that is 34 % more than a year
 * before implies 106 / 1.34 = 79.10m then.
 *
 * <p>A growth is used only where the question reads both of its quarters anyway.
 */
final class ImpliedLevels {
  private final Quarters quarters;
  private final PublishedFigures published;

  ImpliedLevels(Quarters quarters, PublishedFigures published) {
    this.quarters = quarters;
    this.published = published;
  }

  /** The other level of a growth, where it is known. */
  @FunctionalInterface
  interface OtherLevel {
    Optional<KnownFigure> in(YearQuarter period);
  }

  /** The level that a growth to or from it implies, if any does. */
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

  /** The quarter whose level is looked for, and the one that a growth links it with. */
  private record GrowthLink(YearQuarter period, YearQuarter other, Measure measure) {
    boolean isBase() {
      return other.isAfter(period);
    }

    /** The later quarter, whose growth it is. */
    YearQuarter grown() {
      return isBase() ? other : period;
    }

    /** The level looked for, by the other level and the growth. */
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
