package io.regionalmetrics.derive;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a level has grown from an earlier one: the published growth if there is one, otherwise value
 * / base - 1, in percent.
 *
 * @param value the later level
 * @param base the earlier level
 * @param published the growth published between them, if any
 */
public record LevelGrowth(RowValue value, RowValue base, Optional<KnownFigure> published) {
  /**
   * The growth in the currency that the company reports in; empty if it can't differ from this one,
   * because nothing was converted or both quarters have the same rate.
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

  /** The currency of {@link #inReportingCurrency}; empty if that is empty. */
  public Optional<String> reportingCurrency() {
    return inReportingCurrency().flatMap(LevelGrowth::unit).map(Unit::currency);
  }

  /** The unit of the levels; empty if neither they nor a published growth are known. */
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

  /**
   * Marks a converted growth as computed from the growth in the company's currency.
   *
   * @param own the field of the row with the growth in the company's currency
   */
  public static RowValue convertedFrom(RowField own, RowValue growth) {
    return growth instanceof KnownFigure known && known.conversion().isPresent()
        ? known.computedFrom(own)
        : growth;
  }

  /** Why there is no growth from a base of zero or less. */
  public static Missing baseNotPositive(KnownFigure base) {
    return new Missing(
        MissingReason.BASE_NOT_POSITIVE,
        "The base is %s: growth in percent needs a base above zero."
            .formatted(FigureText.amount(base.figure())));
  }

  /**
   * The growth in percent, or why there is none.
   *
   * @param from the fields of the row that a computed growth follows from
   * @param operands the figures outside the row that it follows from
   */
  public RowValue growth(List<RowField> from, List<KnownFigure.Operand> operands) {
    return published.<RowValue>map(known -> known).orElseGet(() -> computed(from, operands));
  }

  private RowValue computed(List<RowField> from, List<KnownFigure.Operand> operands) {
    Optional<Missing> apart = ConceptDifference.between(value, base);
    if (apart.isPresent()) {
      return apart.get();
    }
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
   * A published growth that differs from the growth of the levels by more than rounding.
   *
   * @param published the growth as published
   * @param computed the growth computed from the two levels
   */
  public record Disagreement(KnownFigure published, KnownFigure computed) {
    /** Whether no unrounded levels have the published growth. */
    private boolean isCertain() {
      Interval stated = published.figure().bounds().orElseThrow().interval();
      return computed.range().map(range -> !range.meets(stated)).orElse(false);
    }
  }

  /**
   * How the published growth and the levels disagree; empty if they agree or can't be compared.
   * They are compared in the company's currency, or converted if the company has changed it.
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
        .flatMap(growth -> growthOfLevels().map(computed -> new Disagreement(growth, computed)))
        .filter(Disagreement::isCertain);
  }

  /** The growth computed from the levels; empty if a growth implied one of them. */
  private Optional<KnownFigure> growthOfLevels() {
    return value instanceof KnownFigure v
            && base instanceof KnownFigure b
            && b.value().signum() > 0
            && !v.isImplied()
            && !b.isImplied()
            && ConceptDifference.between(v, b).isEmpty()
        ? Optional.of(percent(v, b, List.of(), List.of()))
        : Optional.empty();
  }

  /** value - base, in points for percentages; if one of them is missing, the reason why. */
  public static RowValue change(RowValue value, RowValue base, Unit unit) {
    Optional<Missing> apart = ConceptDifference.between(value, base);
    if (apart.isPresent()) {
      return apart.get();
    }
    if (value instanceof KnownFigure v && base instanceof KnownFigure b) {
      List<RowField> from = fieldsOfChange(v, b);
      Formula change = v.formula().minus(b.formula());
      return KnownFigure.derived(change, unit.ofDifferences(), from, List.of());
    }
    return value instanceof Missing ? value : base;
  }

  /** The fields that a change follows from: the growth replaces a level that it implies. */
  private static List<RowField> fieldsOfChange(KnownFigure value, KnownFigure base) {
    boolean converted = value.conversion().isPresent() || base.conversion().isPresent();
    if (!converted && value.isImplied()) {
      return List.of(RowField.BASE, RowField.GROWTH);
    }
    return !converted && base.isImplied()
        ? List.of(RowField.VALUE, RowField.GROWTH)
        : List.of(RowField.VALUE, RowField.BASE);
  }
}
