package io.regionalmetrics.derive;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a level has grown from another: as published where it was, else value / base - 1 in percent.
 *
 * @param value the later level
 * @param base the earlier one
 * @param published the growth between them that was published
 */
public record LevelGrowth(RowValue value, RowValue base, Optional<KnownFigure> published) {
  /**
   * The same in the currency that the company reports in, where this is in another, and the rates
   * of the two quarters differ: then so do the growths.
   */
  public Optional<LevelGrowth> inReportingCurrency() {
    boolean differs =
        published.map(growth -> growth.conversion().isPresent()).orElseGet(this::ratesDiffer);
    return differs
        ? Optional.of(
            new LevelGrowth(
                unconverted(value), unconverted(base), published.map(KnownFigure::unconverted)))
        : Optional.empty();
  }

  private boolean ratesDiffer() {
    return value instanceof KnownFigure v
        && base instanceof KnownFigure b
        && v.conversion().isPresent()
        && b.conversion().isPresent()
        && v.unconverted().figure().unit().equals(b.unconverted().figure().unit())
        && !v.conversion().get().rate().exact().equals(b.conversion().get().rate().exact());
  }

  private static RowValue unconverted(RowValue field) {
    return field instanceof KnownFigure known ? known.unconverted() : field;
  }

  /** The currency of {@link #inReportingCurrency}, where there is that. */
  public Optional<String> reportingCurrency() {
    return inReportingCurrency().flatMap(LevelGrowth::unit).map(Unit::currency);
  }

  /** The unit of the levels. */
  private Optional<Unit> unit() {
    return published
        .flatMap(KnownFigure::vintage)
        .map(vintage -> vintage.cell().unit())
        .or(() ->
            Stream.of(value)
                .<KnownFigure>mapMulti(RowValue::forEachFigure)
                .findFirst()
                .map(known -> known.figure().unit()));
  }

  /** A published growth that was converted follows from the one in the company's own currency. */
  public static RowValue follows(RowValue growth, RowField own) {
    return growth instanceof KnownFigure known && known.conversion().isPresent()
        ? known.computedFrom(own)
        : growth;
  }

  /** Why there is no percentage of a base. */
  public static Missing baseNotPositive(KnownFigure base) {
    return new Missing(
        MissingReason.BASE_NOT_POSITIVE,
        "The base is %s: growth in percent needs a base above zero."
            .formatted(FigureText.amount(base.figure())));
  }

  /**
   * The growth in percent, or why there is none.
   *
   * @param from the fields of the row that a computed one follows from
   * @param operands what else it follows from
   */
  public RowValue growth(List<RowField> from, List<KnownFigure.Operand> operands) {
    return published.<RowValue>map(known -> known).orElseGet(() -> computed(from, operands));
  }

  private RowValue computed(List<RowField> from, List<KnownFigure.Operand> operands) {
    if (value instanceof KnownFigure v && base instanceof KnownFigure b) {
      if (b.value().signum() <= 0) {
        return baseNotPositive(b);
      }
      return percent(v, b, from, operands);
    }
    return value instanceof Missing ? value : base;
  }

  /** (value / base - 1) x 100. */
  private static KnownFigure percent(
      KnownFigure value,
      KnownFigure base,
      List<RowField> from,
      List<KnownFigure.Operand> operands) {
    Formula formula = value.formula().dividedBy(base.formula()).minus(Formula.ONE).times(100);
    return KnownFigure.derived(formula, Unit.PERCENT, from, operands);
  }

  /**
   * A published growth that is not the growth of the levels, whatever was rounded.
   *
   * @param published the growth as published
   * @param computed the growth of the two levels
   */
  public record Disagreement(KnownFigure published, KnownFigure computed) {}

  /**
   * Where the published growth and the levels don't meet: as they were published, or, where the
   * company has changed the currency that it reports in, converted.
   */
  public Optional<Disagreement> disagreement() {
    return inReportingCurrency()
        .filter(LevelGrowth::isInOneCurrency)
        .orElse(this)
        .disagreementAsStated();
  }

  /** Whether the levels are in the currency of the published growth. */
  private boolean isInOneCurrency() {
    Optional<String> currency = unit().map(Unit::currency);
    return Stream.of(value, base)
        .<KnownFigure>mapMulti(RowValue::forEachFigure)
        .allMatch(level -> currency.equals(Optional.of(level.figure().unit().currency())));
  }

  private Optional<Disagreement> disagreementAsStated() {
    return published
        .filter(growth ->
            value instanceof KnownFigure v
                && base instanceof KnownFigure b
                && b.value().signum() > 0
                && !isImplied(v)
                && !isImplied(b))
        .map(growth ->
            new Disagreement(
                growth, percent((KnownFigure) value, (KnownFigure) base, List.of(), List.of())))
        .filter(both -> !meet(both));
  }

  private static boolean meet(Disagreement both) {
    return both.computed()
        .range()
        .map(range -> range.meets(both.published().figure().bounds().orElseThrow().interval()))
        .orElse(true);
  }

  private static boolean isImplied(KnownFigure level) {
    return level.figure().origin() == Origin.IMPLIED;
  }

  /** value - base; if one of them is missing, the reason why. */
  public static RowValue change(RowValue value, RowValue base, Unit unit) {
    if (value instanceof KnownFigure v && base instanceof KnownFigure b) {
      List<RowField> from =
          v.conversion().isPresent() || b.conversion().isPresent()
              ? List.of(RowField.VALUE, RowField.BASE)
              : v.figure().origin() == Origin.IMPLIED
                  ? List.of(RowField.BASE, RowField.GROWTH)
                  : b.figure().origin() == Origin.IMPLIED
                      ? List.of(RowField.VALUE, RowField.GROWTH)
                      : List.of(RowField.VALUE, RowField.BASE);
      return KnownFigure.derived(v.formula().minus(b.formula()), unit, from, List.of());
    }
    return value instanceof Missing ? value : base;
  }
}
