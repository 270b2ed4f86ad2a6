package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.region.RegionExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** Levels computed by adding and subtracting the published levels of other regions. */
final class RegionSums {
  private final QuarterBreakdowns breakdowns;
  private final RegionLevels published;
  private final MissingLevels missing;

  /** Looks up the level published for exactly one region; empty if there is none. */
  @FunctionalInterface
  interface RegionLevels {
    Optional<KnownFigure> levelOf(Subject subject, String region, YearQuarter period, Unit unit);
  }

  RegionSums(QuarterBreakdowns breakdowns, RegionLevels published, MissingLevels missing) {
    this.breakdowns = breakdowns;
    this.published = published;
    this.missing = missing;
  }

  /** The level computed by the definition that gives the narrowest bounds, or why there is none. */
  RowValue level(Subject subject, YearQuarter period, Unit unit) {
    List<KnownFigure> ways =
        breakdowns.at(subject, period).algebra().equivalents(subject.region()).stream()
            .filter(way -> way.single().isEmpty())
            .flatMap(way -> sum(subject, way, period, unit).stream())
            .toList();
    Optional<KnownFigure> narrowest =
        ways.stream().filter(way -> way.range().isPresent()).min(NarrowestBounds.FIRST);
    if (narrowest.isPresent()) {
      return narrowest.get();
    }
    return ways.isEmpty() ? missing.missing(subject, period, unit) : contradiction(subject, period);
  }

  /**
   * The sum of published levels of some regions, or why the first of them is missing. If the levels
   * contradict each other, the sum may be below zero; a check then reports it.
   */
  RowValue sumOf(Subject subject, RegionExpression regions, YearQuarter period, Unit unit) {
    return sum(subject, regions, period, unit)
        .<RowValue>map(RegionSums::belowZeroWhereItMustBe)
        .orElseGet(() -> missing.missing(subject.in(regions), period, unit));
  }

  private static KnownFigure belowZeroWhereItMustBe(KnownFigure sum) {
    return sum.formula() instanceof Formula.NonNegative(Formula inner) && sum.range().isEmpty()
        ? KnownFigure.derived(inner, sum.figure().unit(), sum.from(), sum.operands())
        : sum;
  }

  private Optional<KnownFigure> sum(
      Subject subject, RegionExpression way, YearQuarter period, Unit unit) {
    Formula sum = Formula.ZERO;
    List<KnownFigure.Operand> operands = new ArrayList<>();
    for (Map.Entry<String, Integer> term : way.terms().entrySet()) {
      Optional<KnownFigure> known = published.levelOf(subject, term.getKey(), period, unit);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      Formula level = known.get().formula();
      sum = term.getValue() > 0 ? sum.plus(level) : sum.minus(level);
      operands.add(Operands.of(subject.in(term.getKey()), period, known.get()));
    }
    return KnownFigure.computed(
        subject.metric().mayBeNegative() ? sum : sum.nonNegative(),
        unit,
        Origin.DERIVED,
        List.of(),
        operands);
  }

  private static Missing contradiction(Subject subject, YearQuarter period) {
    return new Missing(
        MissingReason.FIGURES_CONTRADICT,
        "%s in %s would be below zero: the published figures of its parts contradict each other."
            .formatted(subject.requestedRegion(), period));
  }
}
