package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.TermUnits;
import io.regionalmetrics.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Finds the level of a quarter in the unit that the company reports in. The first of these answers:
 *
 * <ol>
 *   <li>The level as published, of the region or of one that is the same by definition ({@code
 *       WORLD-US} is INTERNATIONAL).
 *   <li>The level that its own published growth implies, from a published level.
 *   <li>The level computed: a ratio from its terms, anything else from published levels of other
 *       regions.
 *   <li>The level that its own published growth implies, from a computed level.
 * </ol>
 *
 * <p>A growth is applied to a computed level only if this level can't be computed itself, so two
 * quarters never imply each other.
 */
final class ReportedLevels {
  private final Quarters quarters;
  private final QuarterBreakdowns breakdowns;
  private final PublishedFigures published;
  private final ImpliedLevels implied;
  private final MissingLevels missing;
  private final RegionSums sums;

  ReportedLevels(Quarters quarters) {
    this.quarters = quarters;
    this.breakdowns = new QuarterBreakdowns(quarters);
    this.published = new PublishedFigures(quarters, breakdowns);
    this.implied = new ImpliedLevels(quarters, published);
    this.missing = new MissingLevels(quarters, published);
    this.sums = new RegionSums(breakdowns, published::levelOf, missing);
  }

  QuarterBreakdowns breakdowns() {
    return breakdowns;
  }

  PublishedFigures published() {
    return published;
  }

  MissingLevels missing() {
    return missing;
  }

  RegionSums sums() {
    return sums;
  }

  /** The level of a quarter, or why there is none; says so if it is known in another unit. */
  RowValue level(Subject subject, YearQuarter period, Unit unit) {
    RowValue level = levelIn(subject, period, unit);
    return level instanceof Missing missing
        ? inOtherUnit(subject, period, unit, this::levelIn).orElse(missing)
        : level;
  }

  private Optional<Missing> inOtherUnit(
      Subject subject, YearQuarter period, Unit unit, LevelLookup lookup) {
    return units(subject, period).stream()
        .filter(other -> !other.equals(unit))
        .filter(other -> lookup.level(subject, period, other) instanceof KnownFigure)
        .findFirst()
        .map(other -> UnitDifference.of(subject, period, other, unit));
  }

  private RowValue levelIn(Subject subject, YearQuarter period, Unit unit) {
    Optional<KnownFigure> found = published.level(subject, period, unit);
    return found.isPresent()
        ? found.get()
        : inOneBook(levels -> levels.impliedOrComputed(subject, period, unit));
  }

  /** A level whose operands are of one book. */
  private RowValue inOneBook(Function<ReportedLevels, RowValue> level) {
    return OneBook.of(
        quarters,
        view -> level.apply(view == quarters ? this : new ReportedLevels(view)),
        value -> OneBook.vintages(List.of(value)));
  }

  private RowValue impliedOrComputed(Subject subject, YearQuarter period, Unit unit) {
    Optional<KnownFigure> found =
        implied.level(subject, period, unit, other -> published.level(subject, other, unit));
    return found.isPresent() ? found.get() : computedOrImplied(subject, period, unit);
  }

  private RowValue computedOrImplied(Subject subject, YearQuarter period, Unit unit) {
    RowValue computed = computed(subject, period, unit);
    if (computed instanceof KnownFigure) {
      return computed;
    }
    return implied
        .level(subject, period, unit, other -> known(computed(subject, other, unit)))
        .<RowValue>map(known -> known)
        .orElse(computed);
  }

  private static Optional<KnownFigure> known(RowValue level) {
    return level instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /** The level as published or computed, never implied by a growth. */
  RowValue levelWithoutGrowth(Subject subject, YearQuarter period, Unit unit) {
    RowValue level = publishedOrComputed(subject, period, unit);
    return level instanceof Missing missing
        ? inOtherUnit(subject, period, unit, this::publishedOrComputed).orElse(missing)
        : level;
  }

  private RowValue publishedOrComputed(Subject subject, YearQuarter period, Unit unit) {
    return published
        .level(subject, period, unit)
        .<RowValue>map(known -> known)
        .orElseGet(() -> inOneBook(levels -> levels.computed(subject, period, unit)));
  }

  private RowValue computed(Subject subject, YearQuarter period, Unit unit) {
    Metric metric = subject.metric();
    if (metric.kind() != MetricKind.RATIO) {
      return sums.level(subject, period, unit);
    }
    return metric
        .terms()
        .map(terms -> quotient(subject, terms, period, unit))
        .orElseGet(() -> missing.missing(subject, period, unit));
  }

  /** A ratio computed from its terms: the numerator's level over the denominator's. */
  RowValue quotient(Subject subject, RatioTerms terms, YearQuarter period, Unit unit) {
    Optional<Subject> numerator = subject.of(terms.numerator());
    Optional<Subject> denominator = subject.of(terms.denominator());
    if (numerator.isEmpty() || denominator.isEmpty()) {
      return missing.missing(subject, period, unit);
    }
    TermUnits units = new TermUnits(numerator.get().metric(), denominator.get().metric());
    if (!units.fit(subject.metric())) {
      return unfit(subject.metric(), units);
    }
    return new RatioTermLevels(this::level, terms, period)
        .quotient(
            numerator.get(),
            numeratorUnit(subject, numerator.get(), period, unit),
            denominator.get(),
            unit);
  }

  private static Missing unfit(Metric ratio, TermUnits units) {
    return new Missing(
        MissingReason.UNIT_UNFIT,
        "%s is defined in %s, but %s, so it can't be computed."
            .formatted(ratio.id(), ratio.unit(), units.fitting()));
  }

  /** The unit of a ratio's numerator; if the ratio is money, it has the ratio's currency. */
  private Unit numeratorUnit(Subject ratio, Subject numerator, YearQuarter period, Unit unit) {
    return ratio.metric().dimension() == Dimension.MONEY
        ? numerator.metric().unitIn(unit.currency())
        : unit(numerator, period);
  }

  /**
   * The unit to compare some quarters in: the first unit in which the first quarter has a level,
   * otherwise the first in which the second has one, and so on. The metric's own unit is tried
   * first, and is the default.
   */
  Unit unit(Subject subject, YearQuarter... periods) {
    List<Unit> units = units(subject, periods);
    if (units.size() == 1) {
      return units.getFirst();
    }
    return Stream.of(periods)
        .flatMap(period ->
            units.stream().filter(unit -> levelIn(subject, period, unit) instanceof KnownFigure))
        .findFirst()
        .orElse(subject.metric().unit());
  }

  /** The unit of one quarter, or of a quarter whose growth may imply its level. */
  Unit unitOrThatOfLinkedQuarters(Subject subject, YearQuarter period) {
    int year = Measure.YOY.quarters();
    int quarter = Measure.QOQ.quarters();
    return unit(
        subject,
        period,
        period.plusQuarters(year),
        period.minusQuarters(year),
        period.plusQuarters(quarter),
        period.minusQuarters(quarter));
  }

  /** Whether a quarter has a level in any unit, or figures in several units that give one. */
  boolean isKnown(Subject subject, YearQuarter period) {
    RowValue level = level(subject, period, subject.metric().unit());
    return !(level instanceof Missing missing) || missing.reason() == MissingReason.UNIT_DIFFERS;
  }

  /** All units of the figures that a level may follow from; the metric's own unit comes first. */
  List<Unit> units(Subject subject, YearQuarter... periods) {
    Metric metric = subject.metric();
    if (metric.dimension() != Dimension.MONEY) {
      return List.of(metric.unit());
    }
    Set<Unit> others = new TreeSet<>();
    for (YearQuarter period : periods) {
      subject.reads(period).forEach(key -> addUnits(subject, key, others));
    }
    others.remove(metric.unit());
    return others.isEmpty()
        ? List.of(metric.unit())
        : Stream.concat(Stream.of(metric.unit()), others.stream()).toList();
  }

  private void addUnits(Subject subject, QuarterKey key, Set<Unit> units) {
    boolean money =
        subject
            .vocabulary()
            .metric(key.metric())
            .map(metric -> metric.dimension() == Dimension.MONEY)
            .orElse(false);
    if (money) {
      for (Unit unit : quarters.units(key)) {
        units.add(subject.metric().unitIn(unit.currency()));
      }
    }
  }
}
